import JSONCoding
import JSONRPC
import NewsModel

/// The parameters that `events.*` and `articles.query` share.
enum FilterParameters {
  /// One parameter for each member of a filter.
  static let all: [Parameter] = EventFilter.Member.allCases.map { member in
    Parameter(member.rawValue, schema(of: member), member.summary)
  }

  static let paging: [Parameter] = [
    Parameter("limit", .integer(1...10_000), "How many at most.", default: .number(JSONNumber(100))),
    Parameter("cursor", .string, "`next` of the page before: go on after it."),
    Parameter("order", .choice(["newest", "oldest"]), "What comes first.", default: "newest"),
    Parameter("fields", .list(.string), "Members to return; all when not given."),
  ]

  /// The filter among the arguments of a call.
  static func filter(in arguments: Arguments) throws(RPCError) -> EventFilter {
    var members = JSONObject()
    for member in EventFilter.Member.allCases { members[member.rawValue] = arguments[member.rawValue] }
    do {
      return try EventFilter(parsing: members.jsonBytes)
    } catch {
      throw RPCError(.invalidParams, error.message)
    }
  }

  /// The position a cursor stands for.
  ///
  /// - Parameter first: the oldest position there still is: what followed an older cursor is gone.
  static func position(in arguments: Arguments, notBefore first: Int = 0) throws(RPCError) -> Int? {
    guard let cursor = arguments.string("cursor") else { return nil }
    guard let position = Int(cursor), position >= 0 else {
      throw .invalidParameter("cursor", "is not one that newsd gave: '\(cursor)'")
    }
    guard position + 1 >= first || arguments.string("order") == "newest" else {
      throw RPCError(
        .cursorExpired, "what followed the cursor '\(cursor)' is gone from the store; the oldest is '\(first - 1)'",
        data: ["first": .string(String(first))])
    }
    return position
  }

  private static func schema(of member: EventFilter.Member) -> Schema {
    switch member {
    case .minConfidence: .number(0...1)
    case _ where member.isList: .oneOrMore(.string)
    default: .string
    }
  }
}

extension JSONWriter {
  /// Writes an object of which only some members are wanted; all where `fields` is empty.
  mutating func selected(_ text: ArraySlice<UInt8>, fields: Set<String>) {
    guard !fields.isEmpty else { return raw(text) }
    let bytes = Array(text)
    object { json in
      var reader = JSONReader(bytes)
      // The text was written by newsd itself.
      try? reader.readObject { (key, reader) throws(JSONError) in
        let start = reader.offset
        try reader.skipValue()
        guard fields.contains(key) else { return }
        json.key(key)
        json.raw(bytes[start..<reader.offset])
      }
    }
  }
}
