import JSONCoding
import NewsModel
import Platform

/// `newsq show`: one event or article, its evidence marked in the text.
enum ShowCommand {
  static let command = Command(
    name: "show", operands: "ID", summary: "Show one event or article, its evidence marked in the text, or one story.",
    options: [
      Option("explain", "Tell why an event, or an article's events, were coded so."),
      Option("quotes", "Tell who says what stands in an article's quotation marks, political or not."),
    ],
    printsEvents: true,
    details: [
      "The id of an event is that of its article with a hyphen and a number. An event is shown with the paragraphs that tell of "
        + "it, an article with all its text.",
      "The id of a story is the letter s and the id of its first article. It is shown with its articles and its events, each once: "
        + "who tells of it, and what changed from one article to the next.",
    ],
    examples: [
      "newsq show 82e877f78b95c586-07", "newsq show --quotes 82e877f78b95c586", "newsq show 82e877f78b95c586 | less",
    ]
  ) { (invocation) throws(Ending) in
    let id = try invocation.operand("the ID of an event, article or story").lowercased()
    try expectID(id)
    if invocation.arguments.has("explain") { return try ShowExplanation.run(id, invocation) }
    if invocation.arguments.has("quotes") { return try ShowQuotes.run(id, invocation) }
    if ShowStory.isStory(id) { return try ShowStory.run(id, invocation) }
    let isArticle = !id.contains("-")
    let answer = try invocation.connect().call(isArticle ? "articles.get" : "events.get", ["id": .string(id)])
    let shown = try Shown(answer: answer)
    switch invocation.format {
    case .json: invocation.output.line(JSONWriter.indented(answer))
    case .lines: invocation.output.line(answer)
    case .csv:
      invocation.output.line(CSV.line(EventColumns.titles))
      for event in shown.events { invocation.output.line(CSV.line(EventColumns.fields(event))) }
    case .plover:
      for event in shown.events {
        if let record = PloverRecord(event, of: shown.article) { invocation.output.line(record.jsonBytes) }
      }
    case .table:
      let page = EventPage(invocation)
      if isArticle {
        page.print(shown.article, shown.events)
      } else if let event = shown.events.first {
        page.print(event, of: shown.article)
      }
    }
  }

  /// Refuses what can be no ID, before anybody is asked.
  private static func expectID(_ id: String) throws(Ending) {
    let parts = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let article = parts[0].first == UInt8(ascii: "s") ? parts[0].dropFirst() : parts[0]
    let isHexadecimal = article.allSatisfy { $0 &- UInt8(ascii: "0") < 10 || $0 &- UInt8(ascii: "a") < 6 }
    if isHexadecimal, article.count == 16, parts.count <= 2 { return }
    throw Ending(
      .usage,
      "'\(id)' is no ID; that of an event is such as 82e877f78b95c586-07, of an article 82e877f78b95c586, of a story "
        + "s82e877f78b95c586")
  }

  /// What `events.get` and `articles.get` answer.
  private struct Shown: JSONDecodable {
    var article = Article(id: "", text: "")
    var events: [Event] = []

    init(from json: inout JSONReader) throws(JSONError) {
      try json.readObject { (key, json) throws(JSONError) in
        switch key {
        case "article": article = try Article(from: &json)
        case "event": events = [try Event(from: &json)]
        case "events": events = try json.readList(Event.self)
        default: break
        }
      }
    }
  }
}
