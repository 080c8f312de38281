import JSONCoding
import NewsModel
import Platform

/// `newsq show`: one event or article, its evidence marked in the text.
enum ShowCommand {
  static let command = Command(
    name: "show", operands: "ID", summary: "Show one event or article, its evidence marked in the text.",
    details: [
      "The id of an event is that of its article with a hyphen and a number. An event is shown with the paragraphs that tell of "
        + "it, an article with all its text."
    ],
    examples: ["newsq show 82e877f78b95c586-07", "newsq show 82e877f78b95c586 | less"]
  ) { (invocation) throws(Ending) in
    let id = try invocation.operand("the ID of an event or article").lowercased()
    let isArticle = !id.contains("-")
    let answer = try invocation.connect().call(isArticle ? "articles.get" : "events.get", ["id": .string(id)])
    let shown = try Shown(answer: answer)
    switch invocation.format {
    case .json: invocation.output.line(JSONWriter.indented(answer))
    case .lines: invocation.output.line(answer)
    case .csv:
      invocation.output.line(CSV.line(EventColumns.titles))
      for event in shown.events { invocation.output.line(CSV.line(EventColumns.fields(event))) }
    case .table:
      let page = EventPage(invocation)
      if isArticle {
        page.print(shown.article, shown.events)
      } else if let event = shown.events.first {
        page.print(event, of: shown.article)
      }
    }
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
