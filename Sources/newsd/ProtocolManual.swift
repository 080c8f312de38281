import JSONCoding
import NewsService
import Platform

/// The manual page newsd-rpc(7), made from the description of all methods.
enum ProtocolManual {
  /// The page of an OpenRPC document.
  static func page(_ document: JSONObject) -> ManualPage {
    var page = ManualPage(
      "newsd-rpc", section: 7, version: document["info"]?["version"]?.string ?? Version.current,
      summary: "how programs ask newsd")
    page.heading("Description")
    for paragraph in introduction { page.paragraph(paragraph) }
    page.example([
      "$ echo '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"events.count\",\"params\":{\"by\":\"type\"}}' \\",
      "    | socat - UNIX-CONNECT:/run/newsd/newsd.sock",
    ])
    page.heading("Methods")
    for method in (document["methods"]?.array ?? []).compactMap(\.object) { add(method, to: &page) }
    page.heading("Errors")
    page.paragraph(
      "Every error has data with a reason in a word and retryable, whether the same request may succeed later. Besides those of the "
        + "specification (-32700, -32600 to -32603):")
    for (code, meaning) in errors { page.item(code, meaning) }
    page.seeAlso(["newsd(8)", "newsq(1)"])
    return page
  }

  private static let introduction = [
    "newsd speaks JSON-RPC 2.0 on a Unix stream socket, /run/newsd/newsd.sock where systemd runs it. A reply ends as its request "
      + "ended: in a newline where a newline followed it, in two newlines where nothing did, with a Content-Length header where it "
      + "had one. Batches and notifications are served, ids come back as they were, and parameters are taken by name or by position.",
    "Results are objects. Lists take limit and return next, the cursor of the next page, where there is one; fields chooses members.",
    "Three notifications come of newsd's own accord, to those who subscribed: events.notify and events.lagged, of which "
      + "events.subscribe tells, and rpc.closing, the last before newsd stops, with code, message and data as an error has them.",
    "Whoever may connect may read. articles.submit takes a member of the group newsd-submit. daemon.reload, daemon.snapshot, "
      + "quarantine.retry and quarantine.drop are for root, newsd's own user and Admins= of newsd.conf(5).",
    "rpc.discover answers with an OpenRPC 1.3 document: every method with its parameters, the schema of its result, and examples. "
      + "This page was made from it.",
  ]

  private static let errors = [
    ("-32000 busy", "Too many connections."), ("-32001 stopping", "newsd is about to stop."),
    ("-32002 starting", "newsd is still loading; data tells how far it is."),
    ("-32003 reply-too-large", "Ask for less at a time."), ("-32005 limit", "A limit of the client is reached."),
    ("-32800 cancelled", "The client cancelled the request."),
    ("1001 not-found", "No event, article or file of that name."),
    ("1002 cursor-expired", "What followed the cursor is gone from the store."),
    ("1101 not-permitted", "The user may not do this."), ("1201 read-only", "Nothing can be stored at present."),
    ("1301 rejected", "The article cannot be read; data says why and where."),
  ]

  private static func add(_ method: JSONObject, to page: inout ManualPage) {
    page.subheading(method["name"]?.string ?? "")
    page.paragraph(method["summary"]?.string ?? "")
    for parameter in method["params"]?.array ?? [] {
      let isRequired = parameter["required"]?.bool ?? false
      let fallback = parameter["schema"]?["default"].map { " The default is \($0.string ?? $0.description)." } ?? ""
      page.item(
        "\(parameter["name"]?.string ?? "")\(isRequired ? " (required)" : "")",
        sentence(parameter["summary"]?.string ?? "") + fallback)
    }
    page.paragraph("Result: \((method["result"]?["summary"]?.string ?? "").withoutBackticks)")
    for example in method["examples"]?.array ?? [] {
      var parameters = JSONObject()
      for parameter in example["params"]?.array ?? [] {
        parameters[parameter["name"]?.string ?? ""] = parameter["value"] ?? nil
      }
      let call = "newsq call \(method["name"]?.string ?? "")"
      page.example([parameters.isEmpty ? call : call + " " + JSONValue.object(parameters).description.shellQuoted])
    }
  }

  /// With a capital first and a full stop last.
  private static func sentence(_ text: String) -> String {
    let text = text.prefix(1).uppercased() + text.dropFirst()
    return text.hasSuffix(".") ? text : text + "."
  }
}

extension String {
  /// Without the backticks that mark names in summaries.
  fileprivate var withoutBackticks: String { String(decoding: utf8.filter { $0 != UInt8(ascii: "`") }, as: UTF8.self) }
}
