import JSONCoding
import NewsModel
import Platform

/// `newsq show --quotes`: who says what in an article.
enum ShowQuotes {
  static func run(_ id: String, _ invocation: Invocation) throws(Ending) {
    guard !ShowStory.isStory(id) else { throw Ending(.usage, "--quotes takes the ID of an article, not of a story") }
    // The id of an event begins with its article's.
    let article = id.split(separator: "-").first.map(String.init) ?? id
    let answer = try invocation.connect().call("articles.quotes", ["id": .string(article)])
    switch invocation.format {
    case .json: invocation.output.line(JSONWriter.indented(answer))
    case .lines: for quote in try Shown(answer: answer).quotes { invocation.output.line(quote.jsonBytes) }
    case .csv, .plover: throw Ending(.usage, "--quotes has no table of values; take -o table, json or jsonl")
    case .table:
      for quote in try Shown(answer: answer).quotes { print(quote, invocation) }
    }
  }

  private static func print(_ quote: Attribution, _ invocation: Invocation) {
    invocation.output.line(invocation.styles.apply(.bold, DisplayText.cleaned(EventFields.words(quote.source))))
    let text = MarkedText("“\(quote.content?.text ?? "")”", marks: [], styles: invocation.styles)
    for line in text.lines(width: min(invocation.terminal.width, 100) - 2) { invocation.output.line("  " + line) }
  }

  /// What `articles.quotes` answers.
  private struct Shown: JSONDecodable {
    var quotes: [Attribution] = []

    init(from json: inout JSONReader) throws(JSONError) {
      try json.readObject { (key, json) throws(JSONError) in
        switch key {
        case "quotes": quotes = try json.readList(Attribution.self)
        default: try json.skipValue()
        }
      }
    }
  }
}
