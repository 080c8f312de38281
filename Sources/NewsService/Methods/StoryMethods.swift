import EventStorage
import JSONCoding
import JSONRPC
import NewsModel

/// `stories.*`: the same happening in all articles that tell of it.
enum StoryMethods {
  static func all(_ service: Service) -> [Method] { [query(service), get(service)] }

  private static func query(_ service: Service) -> Method {
    let description = MethodDescription(
      "stories.query", "Lists the stories of which an article matches, by the latest article of each.",
      parameters: FilterParameters.all + FilterParameters.paging + [
        Parameter("min_articles", .integer(1...1_000_000), "Least number of articles.", default: .number(JSONNumber(1)))
      ],
      result:
        "`stories`, each with `id`, `title`, `first_seen`, `last_seen`, `sources`, the numbers of its `articles`, "
        + "`events` and `changes`, and its `types`, `parties` and `places`; and `next`, the cursor of the next page where there "
        + "is one. As in articles.query, since, until, source and article ask for the article itself, all else for an event in it.",
      schema: RecordSchemas.page("stories", of: "StorySummary"), errors: [.starting],
      examples: [
        MethodExample(
          "What was told of sanctions", ["type": "SANCTION", "fields": ["id", "title"]],
          ["stories": [["id": "s8e10bfcc2c88a9a7", "title": "Canada imposes sanctions on Belarus"]]])
      ])
    return Method(suspending: description) { (arguments, _) async throws(RPCError) in
      let test = ArticleTest(try FilterParameters.filter(in: arguments), now: service.now)
      let order: StoreOrder = arguments.string("order") == "oldest" ? .oldest : .newest
      let cursor = try FilterParameters.position(in: arguments)
      let limit = arguments.int("limit") ?? 100
      let least = arguments.int("min_articles") ?? 1
      let fields = Set(arguments.strings("fields"))
      let text = try await service.stories.read { stories in
        let page = stories.stories(test, order: order, after: cursor, limit: limit, minimumArticles: least)
        var json = JSONWriter()
        json.object { json in
          json.key("stories")
          json.array { json in
            for story in page.found { json.selected(StorySummary(story).jsonBytes[...], fields: fields) }
          }
          json.member("next", page.next.map(String.init))
        }
        return json.bytes
      }
      return Answer(text: text)
    }
  }

  private static func get(_ service: Service) -> Method {
    let description = MethodDescription(
      "stories.get", "Shows one story: its articles, and its events, each once.",
      parameters: [.required("id", .string, "The story's id, or that of an article or event in it.")],
      result:
        "`story` with its `articles` and `events`. Each event has `event`, as the article tells it that says most, its "
        + "`mentions`, `sources`, `first_seen`, `last_seen`, and `changes`: what a later article tells otherwise.",
      schema: .record([.init("story", .reference("Story"))]), errors: [.notFound, .starting],
      examples: [
        MethodExample(
          "The story of an article", ["id": "8e10bfcc2c88a9a7"],
          [
            "story": [
              "id": "s8e10bfcc2c88a9a7", "title": "Canada imposes sanctions on Belarus", "first_seen": "2024-03-05",
              "last_seen": "2024-03-05", "sources": ["Demo Wire"], "articles": [["id": "8e10bfcc2c88a9a7"]],
              "events": [],
            ]
          ])
      ])
    return Method(suspending: description) { (arguments, _) async throws(RPCError) in
      let id = try arguments.requiredString("id")
      guard let story = try await service.stories.read({ $0.story(id: id) }) else {
        throw RPCError(.notFound, "there is no story '\(id)'")
      }
      var json = JSONWriter()
      json.object { $0.member("story", story) }
      return Answer(text: json.bytes)
    }
  }
}
