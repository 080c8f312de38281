import ArticleReading
import EventStorage
import JSONCoding
import NewsModel

/// Readers of bytes that others wrote, each with what must hold whatever the bytes are. What does not hold is a trap,
/// as is a crash, so that a fuzzer and a test see both in the same way.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Files from the spool.
  case articles
  /// Everything in JSON.
  case json
  /// The store's files.
  case segments
  /// What comes in at the socket.
  case frames

  package func run(_ bytes: [UInt8]) {
    switch self {
    case .articles: ArticleFuzz.run(bytes)
    case .json: JSONFuzz.run(bytes)
    case .segments: SegmentFuzz.run(bytes)
    case .frames: FrameFuzz.run(bytes)
    }
  }
}

private enum ArticleFuzz {
  /// Limits that a small file can reach.
  private static let reader: ArticleReader = {
    var limits = ReadingLimits()
    limits.fileBytes = 1 << 20
    limits.unpackedBytes = 4 << 20
    limits.pageBytes = 1 << 20
    return ArticleReader(limits: limits)
  }()
  private static let names = ["article", "a.html", "b.json.gz", "c.eml", "d.xml", "e.jsonl"]

  static func run(_ bytes: [UInt8]) {
    // The name is a hint: which one is tried hangs on the bytes, so that the same bytes do the same.
    let name = names[bytes.count % names.count]
    let day = CalendarDate("2024-03-04")
    do throws(ReadingError) {
      let result = try reader.read(bytes, name: name, modified: day)
      precondition(!result.articles.isEmpty, "a file without articles was read")
      for article in result.articles { check(article) }
      for rejection in result.rejections { check(rejection.error) }
      for warning in result.warnings { check(warning) }
    } catch {
      check(error)
    }
  }

  private static func check(_ article: Article) {
    precondition(!article.text.isEmpty && article.text.utf8.last != 0x0A, "a text without words or with an end of line")
    precondition(article.id.utf8.count == 16, "an id that is none")
    precondition(article.date != nil, "an article without a date, though the file has one")
    let copy = try? Article(parsing: article.jsonBytes)
    precondition(copy == article, "an article that is another one after it was written and read")
  }

  private static func check(_ error: ReadingError) {
    precondition(!error.code.rawValue.isEmpty && !error.message.isEmpty, "an error that says nothing")
    precondition((error.offset ?? 0) >= 0 && (error.line ?? 1) >= 1, "a place before the start")
  }
}

private enum JSONFuzz {
  static func run(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    do throws(JSONError) {
      let value = try reader.readValue()
      try reader.finish()
      var writer = JSONWriter()
      writer.value(value)
      let copy = try? JSONValue(parsing: writer.bytes)
      precondition(copy == value, "a value that is another one after it was written and read")
      var skipper = JSONReader(bytes)
      try skipper.skipValue()
    } catch {
      precondition((0...bytes.count).contains(error.offset), "a place outside of the text")
    }
    // What clients and the spool's folders hold.
    _ = try? Article(parsing: bytes)
    _ = try? Event(parsing: bytes)
    _ = try? CodedArticle(parsing: bytes)
  }
}

private enum SegmentFuzz {
  private static let now = Timestamp(seconds: 1_710_072_000)

  static func run(_ bytes: [UInt8]) {
    let store: EventStore
    do throws(JSONError) {
      store = try EventStore.restoring(segment: bytes)
    } catch {
      precondition((0...bytes.count).contains(error.offset), "a place outside of the segment")
      return
    }
    let view = store.view()
    let events = view.events(now: now, order: .oldest, limit: 10_000).records
    precondition(events.count == min(view.eventCount, 10_000), "events that are counted and not found")
    for event in events {
      _ = view.event(id: event.id)  // what bytes call themselves need not be so: the checksum sees to that
      _ = try? event.event()
    }
    for article in view.articles(now: now, order: .newest, limit: 10_000).records { _ = try? article.article() }
    let counts = view.count(by: [.type, .actor], now: now)
    precondition(counts.total == view.eventCount, "a sum that is not the whole")
  }
}
