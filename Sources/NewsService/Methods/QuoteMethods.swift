import EventStorage
import JSONCoding
import JSONRPC
import NewsModel

/// `articles.quotes`: who says what in an article.
enum QuoteMethods {
  static func all(_ service: Service) -> [Method] { [quotes(service)] }

  private static func quotes(_ service: Service) -> Method {
    let description = MethodDescription(
      "articles.quotes",
      "Gives what stands between the quotation marks of an article, and who says it, political or not.",
      parameters: [.required("id", .string, "The article's id.")],
      result:
        "`quotes`, in the order of the text; those that nobody is found to say are left out. Read anew from the stored text.",
      schema: .record([.init("article", .string), .init("quotes", .list(.reference("Attribution")))]),
      errors: [.notFound],
      examples: [
        MethodExample(
          "Who says what", ["id": "8e10bfcc2c88a9a7"],
          [
            "article": "8e10bfcc2c88a9a7",
            "quotes": [
              [
                "source": ["text": "Maria Lopez", "name": "Maria Lopez", "start": 46, "end": 57], "cue": "said",
                "kind": "direct",
                "content": ["text": "We will not go back to the old rules", "start": 1, "end": 37],
              ]
            ],
          ])
      ])
    return Method(suspending: description) { (arguments, _) async throws(RPCError) in
      let id = try arguments.requiredString("id")
      guard let record = service.store.view().article(id: id), let article = try? record.article() else {
        throw RPCError(.notFound, "there is no article '\(id)'")
      }
      return Answer(Reply(article: id, quotes: await service.intake.quotes(article)))
    }
  }

  private struct Reply: JSONEncodable {
    let article: String
    let quotes: [Attribution]

    func write(to json: inout JSONWriter) {
      json.object { json in
        json.member("article", article)
        json.member("quotes", quotes)
      }
    }
  }
}
