import EventStorage
import JSONCoding
import JSONRPC
import NewsModel

/// `events.explain`: why an event is what it is.
enum ExplainMethods {
  static func all(_ service: Service) -> [Method] { [explain(service)] }

  private static func explain(_ service: Service) -> Method {
    let description = MethodDescription(
      "events.explain",
      "Tells why an event was coded: the rule and the words, how each part was found, what was rejected.",
      parameters: [.required("id", .string, "The event's id, or an article's for all that is in it.")],
      result:
        "`events`, each with the `event` as it is coded now and its `steps`; `rejected`, the words of its sentence, or of the "
        + "article, that are no events, with reasons; `changed`, whether the event is not as it is stored, since tables have changed.",
      schema: .record([
        .init("article", .string), .init("events", .list(.reference("Explanation"))),
        .init("rejected", .list(.reference("RejectedWords"))), .init("changed", .boolean),
      ]), errors: [.notFound],
      examples: [
        MethodExample(
          "Why it is a sanction", ["id": "8e10bfcc2c88a9a7-01"],
          ["article": "8e10bfcc2c88a9a7", "events": [], "rejected": [], "changed": false])
      ])
    return Method(suspending: description) { (arguments, _) async throws(RPCError) in
      let id = try arguments.requiredString("id")
      let view = service.store.view()
      let stored = view.event(id: id)
      guard let record = stored?.article ?? view.article(id: id), let article = try? record.article() else {
        throw RPCError(.notFound, "there is no event or article '\(id)'")
      }
      let all = await service.intake.explain(article)
      let old = stored.flatMap { try? $0.event() }
      let part =
        stored == nil
        ? all : all.part(for: id) ?? ArticleExplanation(article: article, events: [], rejected: all.rejected)
      return Answer(
        Reply(part: part, isChanged: old.map { $0.isCodedOtherwise(than: part.events.first?.event) } ?? false))
    }
  }

  private struct Reply: JSONEncodable {
    let part: ArticleExplanation
    let isChanged: Bool

    func write(to json: inout JSONWriter) {
      json.object { json in
        part.writeMembers(to: &json)
        json.member("changed", isChanged)
      }
    }
  }
}

extension Event {
  /// Whether an event of the same id is not the same, but for its place in the store.
  fileprivate func isCodedOtherwise(than other: Event?) -> Bool {
    guard var other else { return true }
    other.sequence = sequence
    return other != self
  }
}
