import CReport
import JSONCoding
import NewsModel
import Platform

/// The page of `newsq report`: the events as data, and what draws them (see CReport/Page).
struct ReportPage {
  private let title: String
  private var events: [Event] = []
  private var numbers: [String: Int] = [:]
  /// Ids of the articles, in the order of their first events.
  private(set) var articles: [String] = []

  init(title: String) { self.title = title }

  var eventCount: Int { events.count }

  /// Adds an event.
  mutating func add(_ event: Event) {
    events.append(event)
    guard numbers[event.article] == nil else { return }
    numbers[event.article] = articles.count
    articles.append(event.article)
  }

  /// Writes the page.
  func write(to output: Output, _ cache: ArticleCache) {
    let known = articles.map { cache[$0] ?? Article(id: $0, text: "") }
    output.line("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")
    output.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    // The browser itself keeps the page from loading anything.
    output.line(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        + "script-src 'unsafe-inline'\">")
    output.line("<title>newsd report</title>\n<style>")
    output.bytes(unsafe bytes(report_style()))
    output.line("</style>\n</head>\n<body>")
    output.bytes(unsafe bytes(report_body()))
    output.text("<script type=\"text/plain\" id=\"land\">")
    output.bytes(unsafe bytes(report_land()))
    output.text("</script>\n<script type=\"application/json\" id=\"data\">")
    output.bytes(Self.withoutMarkup(data(known)))
    output.line("</script>\n<script>")
    output.bytes(unsafe bytes(report_script()))
    output.line("</script>\n</body>\n</html>")
  }

  private func bytes(_ part: report_part) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: part.bytes, count: part.count))
  }

  /// JSON text in which no byte can end a script: each `<` is escaped.
  private static func withoutMarkup(_ json: [UInt8]) -> [UInt8] {
    var safe: [UInt8] = []
    safe.reserveCapacity(json.count)
    for byte in json {
      if byte == UInt8(ascii: "<") { safe += "\\u003c".utf8 } else { safe.append(byte) }
    }
    return safe
  }

  private func data(_ articles: [Article]) -> [UInt8] {
    let days = articles.compactMap(\.day)
    // What is to come is seen from the latest article: an archive has a future too.
    let today = min(days.max() ?? Today.date, Today.date)
    var json = JSONWriter(capacity: events.count * 512)
    json.object { json in
      json.member("title", title)
      json.member("summary", summary(days))
      json.member("today", today.description)
      json.key("articles")
      json.array { json in for article in articles { write(article, to: &json) } }
      json.key("events")
      json.array { json in for event in events { write(event, articles, to: &json) } }
    }
    return json.bytes
  }

  private func summary(_ days: [CalendarDate]) -> String {
    var summary = "\(Self.plural(events.count, "event")) from \(Self.plural(articles.count, "article"))"
    if let first = days.min(), let last = days.max() {
      summary += first == last ? " of \(first)" : " of \(first) to \(last)"
    }
    return summary + ". Made by newsq \(Newsq.version) on \(Today.date)."
  }

  private static func plural(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  private func write(_ article: Article, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", article.id)
      json.member("title", article.title)
      json.member("source", article.source)
      json.member("date", article.date)
      json.member("url", article.url)
    }
  }

  /// Members have one letter: there are thousands of events in a page. The script says what they mean by using them.
  private func write(_ event: Event, _ articles: [Article], to json: inout JSONWriter) {
    let number = numbers[event.article] ?? 0
    let day = event.time?.range?.start.date ?? articles[number].day
    json.object { json in
      json.member("i", event.id)
      json.member("n", number)
      json.member("t", event.type.rawValue)
      json.member("s", event.status.rawValue)
      json.member("a", event.actors.map(\.shownName))
      json.member("r", event.recipients.map(\.shownName))
      json.member("d", day?.description ?? "")
      json.member("w", event.shownDate)
      if let place = event.place {
        json.member("p", place.name ?? place.text)
        json.member("y", place.latitude)
        json.member("x", place.longitude)
      }
      json.member("k", event.attribution?.source.shownName)
      json.member("v", Self.parts(of: event))
    }
  }

  /// The evidence before, in and after the words that made it this event.
  private static func parts(of event: Event) -> [String] {
    let text = Array(event.evidence.text.utf8)
    let start = min(max(0, event.trigger.span.start &- event.evidence.span.start), text.count)
    let end = min(max(start, event.trigger.span.end &- event.evidence.span.start), text.count)
    return [text[..<start], text[start..<end], text[end...]].map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The day it is.
enum Today {
  /// In UTC.
  static var date: CalendarDate { Timestamp(seconds: SystemClock().now / 1_000).date }
}
