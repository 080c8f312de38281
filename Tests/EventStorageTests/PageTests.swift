import EventStorage
import NewsModel
import Testing

@Suite("Pages")
struct PageTests {
  let view: StoreView
  let filter: EventFilter

  init() throws {
    view = try EventStore(randomArticles(700, seed: 21)).view()
    filter = try EventFilter(#"{"type":["AID","CONSULT","REJECT"]}"#)
  }

  @Test("Cursors lead through everything once, in both orders", arguments: StoreOrder.allCases, [1, 7, 100, 10_000])
  func completeness(order: StoreOrder, limit: Int) throws {
    var found: [Int] = []
    var cursor: Int?
    repeat {
      let page = view.events(matching: filter, now: noon, order: order, after: cursor, limit: limit)
      #expect(page.records.count <= limit)
      #expect(page.next == nil || page.records.count == limit)
      found += page.records.map(\.sequence)
      cursor = page.next
    } while cursor != nil
    let all = try view.sequences(#"{"type":["AID","CONSULT","REJECT"]}"#)
    #expect(!all.isEmpty)
    #expect(found == (order == .oldest ? all : all.reversed()))
  }

  @Test("The last page has no cursor, even when it is full")
  func lastPage() throws {
    let all = try view.sequences(#"{"type":["AID","CONSULT","REJECT"]}"#)
    #expect(view.events(matching: filter, now: noon, order: .newest, limit: all.count).next == nil)
    #expect(view.events(matching: filter, now: noon, order: .newest, limit: all.count - 1).next != nil)
  }

  @Test("A page of articles goes on where the one before ended", arguments: StoreOrder.allCases)
  func articles(order: StoreOrder) {
    var ids: [String] = []
    var cursor: Int?
    repeat {
      let page = view.articles(now: noon, order: order, after: cursor, limit: 64)
      ids += page.records.map(\.id)
      cursor = page.next
    } while cursor != nil
    let all = (1...700).map(articleID)
    #expect(ids == (order == .oldest ? all : all.reversed()))
  }

  @Test("Following by `through` shows each new event once, also where few match")
  func following() throws {
    let store = EventStore()
    var cursor = 0
    var followed: [Int] = []
    for article in randomArticles(300, seed: 22) {
      try store.append(article)
      let page = store.view().events(matching: filter, now: noon, order: .oldest, after: cursor, limit: 2)
      followed += page.records.map(\.sequence)
      #expect(page.through >= cursor)
      cursor = page.through
    }
    while cursor < store.view().lastSequence {
      let page = store.view().events(matching: filter, now: noon, order: .oldest, after: cursor, limit: 2)
      followed += page.records.map(\.sequence)
      cursor = page.through
    }
    #expect(followed == (try store.view().sequences(#"{"type":["AID","CONSULT","REJECT"]}"#)))
  }

  @Test("A cursor beyond either end finds nothing")
  func beyond() {
    #expect(view.events(now: noon, order: .oldest, after: view.lastSequence, limit: 5).records.isEmpty)
    #expect(view.events(now: noon, order: .oldest, after: 1 << 40, limit: 5).records.isEmpty)
    #expect(view.events(now: noon, order: .newest, after: 1, limit: 5).records.isEmpty)
    #expect(view.events(now: noon, order: .newest, after: 0, limit: 5).records.isEmpty)
  }
}
