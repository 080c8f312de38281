import JSONCoding
import NewsModel
import Platform

/// `newsq show --explain`: why an event is what it is.
enum ShowExplanation {
  static func run(_ id: String, _ invocation: Invocation) throws(Ending) {
    guard !ShowStory.isStory(id) else {
      throw Ending(.usage, "--explain takes the ID of an event or article, not of a story")
    }
    let answer = try invocation.connect().call("events.explain", ["id": .string(id)])
    switch invocation.format {
    case .json: invocation.output.line(JSONWriter.indented(answer))
    case .lines: invocation.output.line(answer)
    case .csv, .plover: throw Ending(.usage, "--explain has no table of values; take -o table, json or jsonl")
    case .table:
      let shown = try Shown(answer: answer)
      if shown.isChanged {
        Message.show("the tables have changed since: this is how the article is coded now")
      }
      let explanation = ArticleExplanation(
        article: Article(id: "", text: ""), events: shown.events, rejected: shown.rejected)
      for line in ExplanationText.lines(explanation, width: min(invocation.terminal.width, 100)) {
        invocation.output.line(line)
      }
    }
  }

  /// What `events.explain` answers.
  private struct Shown: JSONDecodable {
    var events: [Explanation] = []
    var rejected: [Explanation.RejectedWords] = []
    var isChanged = false

    init(from json: inout JSONReader) throws(JSONError) {
      try json.readObject { (key, json) throws(JSONError) in
        switch key {
        case "events": events = try json.readList(Explanation.self)
        case "rejected": rejected = try json.readList(Explanation.RejectedWords.self)
        case "changed": isChanged = try json.readBool()
        default: try json.skipValue()
        }
      }
    }
  }
}
