import EventStorage
import JSONCoding
import NewsModel

/// Measures queries on a store of many events, made up so that names, places, days and words are spread as in news: a few are
/// everywhere and most are rare.
enum QueryBenchmark {
  /// 2024-12-31T00:00:00Z.
  private static let now = Timestamp(seconds: 1_735_603_200)

  static func run(events count: Int) throws {
    let begin = ContinuousClock.now
    let store = EventStore()
    var made = MadeUpArticles()
    while store.view().eventCount < count { try store.append(made.next()) }
    let view = store.view()
    print(
      "  \(view.eventCount) events of \(view.articleCount) articles, \(view.byteCount / 1_000_000) MB, stored in "
        + "\(rounded((ContinuousClock.now - begin).milliseconds / 1_000)) s")
    let indexing = ContinuousClock.now
    while view.indexOneBlock() {}
    print(
      "  \(rounded((ContinuousClock.now - indexing).milliseconds / 1_000)) s for the index of words, made beside the service"
    )
    for (name, filter, order) in pages { try page(name, filter, order, view) }
    for (name, filter, dimensions) in counts { try counted(name, filter, dimensions, view) }
  }

  private static let pages: [(String, String, StoreOrder)] = [
    ("the latest", "{}", .newest),
    ("of a type and status", #"{"type":"AID","status":"denied"}"#, .newest),
    ("of a country and a week", #"{"country":"FRA","since":"2024-03-04","until":"2024-03-10"}"#, .newest),
    ("by an actor, the oldest first", #"{"actor":"RUS/GOV"}"#, .oldest),
    ("by a rare actor", #"{"actor":"Person 4321"}"#, .newest),
    ("with a word", #"{"text":"ceasefire"}"#, .newest),
    ("with a rare phrase", #"{"text":"\"harbour 77\" NOT talks"}"#, .newest),
    ("with a word there is not", #"{"text":"zebra"}"#, .newest),
    ("that do not exist", #"{"type":"AID","place":"Atlantis"}"#, .newest),
  ]

  private static let counts: [(String, String, [EventDimension])] = [
    ("by day", "{}", [.day]), ("by type", "{}", [.type]), ("by type and status", "{}", [.type, .status]),
    ("by country", "{}", [.country]), ("by actor", "{}", [.actor]),
    ("by day, of one type", #"{"type":"ASSAULT"}"#, [.day]),
    ("by actor, with a word", #"{"text":"ceasefire"}"#, [.actor]),
  ]

  private static func page(_ name: String, _ filter: String, _ order: StoreOrder, _ view: StoreView) throws {
    let filter = try EventFilter(parsing: Array(filter.utf8))
    var found = 0
    let times = sorted(21) {
      found = view.events(matching: filter, now: now, order: order, limit: 100).records.count
    }
    print("  \(rounded(times[10])) ms (\(rounded(times[20])) at most) for a page of events \(name), \(found) found")
  }

  private static func counted(
    _ name: String, _ filter: String, _ dimensions: [EventDimension], _ view: StoreView
  ) throws {
    let filter = try EventFilter(parsing: Array(filter.utf8))
    var found = 0
    let times = sorted(11) {
      found = view.count(matching: filter, by: dimensions, now: now, limit: 1_000).total
    }
    print("  \(rounded(times[5])) ms (\(rounded(times[10])) at most) to count events \(name), \(found) in all")
  }

  /// How long each of several runs took, in milliseconds, the fastest first.
  private static func sorted(_ runs: Int, _ body: () -> Void) -> [Double] {
    (0..<runs).map { _ in
      let start = ContinuousClock.now
      body()
      return (ContinuousClock.now - start).milliseconds
    }.sorted()
  }
}
