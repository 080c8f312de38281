package import JSONCoding

/// A time expression after TIMEX3 (ISO 24617-1): the words, and what they mean on the article's date.
package struct TimeExpression: Sendable, Hashable {
  /// The four TIMEX3 types.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// Where the value comes from.
  package enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The words say it in full: "12 January 2022".
    case explicit
    /// The words are counted from the article's date: "on Wednesday".
    case relative
    /// Nothing was said; the article's own date stands in.
    case publication
  }

  /// The words; absent when `basis` is `publication`.
  package var text: String?
  package var kind: Kind
  /// TIMEX3 value: `2022-01-12`, `2022-W02`, `2022-01`, `2022-Q1`, `2022-01-12T14:00`, `P3D`, `PRESENT_REF`, …
  package var value: String
  /// Last day of a range ("Monday to Wednesday"), as a TIMEX3 value.
  package var endValue: String?
  package var basis: Basis
  /// Where the words stand; absent when `basis` is `publication`.
  package var span: Span?
  /// Why there is no value, when the words name a time that could not be placed.
  package var unresolved: String?

  package init(
    text: String? = nil, kind: Kind, value: String, endValue: String? = nil, basis: Basis, span: Span? = nil,
    unresolved: String? = nil
  ) {
    self.text = text
    self.kind = kind
    self.value = value
    self.endValue = endValue
    self.basis = basis
    self.span = span
    self.unresolved = unresolved
  }
}

extension TimeExpression: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("text", text)
      json.member("type", kind.rawValue)
      if !value.isEmpty { json.member("value", value) }
      json.member("end_value", endValue)
      json.member("basis", basis.rawValue)
      if let span { json.span(span) }
      json.member("unresolved", unresolved)
    }
  }
}

extension TimeExpression: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(kind: .date, value: "", basis: .explicit)
    var start: Int?
    var end: Int?
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "text": text = try json.readString()
      case "type": kind = try json.readChoice(Kind.self)
      case "value": value = try json.readString()
      case "end_value": endValue = try json.readString()
      case "basis": basis = try json.readChoice(Basis.self)
      case "start": start = try json.readInt()
      case "end": end = try json.readInt()
      case "unresolved": unresolved = try json.readString()
      default: try json.skipValue()
      }
    }
    if let start, let end { span = Span(start, end) }
  }
}

extension JSONReader {
  /// Reads a string that must be one of the words of `Choice`.
  mutating func readChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type
  ) throws(JSONError) -> Choice {
    let offset = self.offset
    let word = try readString()
    guard let choice = Choice(rawValue: word) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw JSONError("\"\(word)\" is not one of \(words)", offset: offset)
    }
    return choice
  }
}
