import JSONCoding
import NewsModel
import Platform

/// `newsq show` of a story.
enum ShowStory {
  /// Whether an id is that of a story: the letter "s" before an article's.
  static func isStory(_ id: String) -> Bool { id.hasPrefix("s") }

  static func run(_ id: String, _ invocation: Invocation) throws(Ending) {
    let answer = try invocation.connect().call("stories.get", ["id": .string(id)])
    let story = try Shown(answer: answer).story
    switch invocation.format {
    case .json: invocation.output.line(JSONWriter.indented(answer))
    case .lines, .plover: invocation.output.line(answer)
    case .csv:
      invocation.output.line(CSV.line(EventColumns.titles))
      for told in story.events { invocation.output.line(CSV.line(EventColumns.fields(told.event))) }
    case .table: StoryPage(invocation).print(story)
    }
  }

  /// What `stories.get` answers.
  private struct Shown: JSONDecodable {
    var story = Story(id: "", articles: [], events: [])

    init(from json: inout JSONReader) throws(JSONError) {
      try json.readObject { (key, json) throws(JSONError) in
        if key == "story" { story = try Story(from: &json) } else { try json.skipValue() }
      }
    }
  }
}
