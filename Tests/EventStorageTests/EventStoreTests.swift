import EventStorage
import JSONCoding
import NewsModel
import Testing

@Suite("Store in memory")
struct EventStoreTests {
  @Test("Events get sequences from 1 in the order they are stored, and articles keep their claim number")
  func sequences() throws {
    let store = EventStore()
    let first = try store.append(coded(1, claim: 7, [event(), event(.aid)]))
    let second = try store.append(coded(2, claim: 9, []))
    let third = try store.append(coded(3, [event(.reject)]))
    #expect(first.record.sequences == 1..<3)
    #expect(second.record.sequences == 3..<3)
    #expect(third.record.sequences == 3..<4)
    #expect([first, second, third].map(\.record.claim) == [7, 9, 0])
    let view = store.view()
    #expect((view.articleCount, view.eventCount, view.lastSequence, view.lastClaim) == (3, 3, 3, 9))
    #expect(try view.event(id: articleID(3) + "-01")?.event().sequence == 3)
  }

  @Test("What is stored reads back as it was given")
  func roundTrip() throws {
    let articles = randomArticles(300, seed: 1)
    let stored = try EventStore(articles).view().everything()
    var sequence = 0
    let expected = articles.map { article in
      var article = article
      for index in article.events.indices {
        sequence += 1
        article.events[index].sequence = sequence
      }
      return article
    }
    #expect(stored == expected)
  }

  @Test("An article whose id is known is left out, and the known one is told")
  func duplicate() throws {
    let store = try EventStore([coded(1, [event(), event()])])
    guard case .duplicate(let record) = try store.append(coded(1, [event(.aid)])) else {
      Issue.record("the article was stored twice")
      return
    }
    #expect(record.eventCount == 2)
    #expect(store.view().articleCount == 1)
    #expect(store.view().eventCount == 2)
  }

  @Test("A view stays as it was while the store goes on")
  func immutableView() throws {
    let store = try EventStore(randomArticles(40, seed: 2))
    let view = store.view()
    let before = try view.everything()
    for article in randomArticles(700, seed: 3).dropFirst(40) { try store.append(article) }
    #expect(try view.everything() == before)
    #expect(view.articleCount == 40)
    #expect(store.view().articleCount == 700)
  }

  @Test("Articles and events are found by id, however blocks were merged", arguments: [1, 15, 16, 17, 255, 600])
  func findingByID(count: Int) throws {
    let articles = randomArticles(count, seed: 4)
    let view = try EventStore(articles).view()
    for article in articles {
      let record = try #require(view.article(id: article.article.id))
      #expect(try record.article() == article.article)
      for event in article.events { #expect(view.event(id: event.id)?.id == event.id) }
    }
    #expect(view.article(id: articleID(count + 1)) == nil)
    #expect(view.event(id: articleID(1) + "-99") == nil)
    #expect(view.event(id: "") == nil)
  }

  @Test("Events know their article")
  func articleOfEvent() throws {
    let view = try EventStore(randomArticles(50, seed: 5)).view()
    for record in view.events(now: noon, order: .newest, limit: 1_000).records {
      #expect(record.id.hasPrefix(record.article.id + "-"))
      #expect(record.article.sequences.contains(record.sequence))
    }
  }

  @Test("A list shows articles without their text and with the number of their events")
  func summary() throws {
    let view = try EventStore([coded(1, source: "AFP", [event(), event()])]).view()
    var json = JSONWriter()
    try #require(view.article(id: articleID(1))).writeSummary(to: &json)
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"id":"0000000000000001","title":"Article 1","source":"AFP","events":2}"#)
  }

  @Test("An empty store answers")
  func empty() throws {
    let view = EventStore().view()
    #expect((view.articleCount, view.eventCount, view.lastSequence, view.firstSequence) == (0, 0, 0, 1))
    #expect(view.events(now: noon, order: .newest, limit: 10).records.isEmpty)
    #expect(view.events(now: noon, order: .oldest, limit: 10).through == 0)
    #expect(view.count(by: [.type], now: noon) == EventCounts(entries: [], total: 0, isComplete: true))
  }

  @Test("Readers see whole articles and never go back while a writer appends")
  func concurrentReaders() async throws {
    let store = EventStore()
    let articles = randomArticles(800, seed: 6)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for article in articles { _ = try? store.append(article) } }
      for _ in 0..<3 {
        group.addTask {
          var last = 0
          while last < articles.count {
            let view = store.view()
            #expect(view.articleCount >= last)
            last = view.articleCount
            let sequences = view.events(now: noon, order: .oldest, limit: 100_000).records.map(\.sequence)
            #expect(sequences == Array(1..<view.eventCount + 1))
            await Task.yield()
          }
        }
      }
    }
    #expect(store.view().eventCount == articles.reduce(0) { $0 + $1.events.count })
  }
}
