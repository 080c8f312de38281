package import JSONCoding

/// One who acts, receives or speaks: a mention in the text, and whom it stands for.
package struct Party: Sendable, Hashable {
  /// The words of the mention.
  package var text: String
  /// Canonical name, such as "Russia" or "Jens Stoltenberg"; absent when nobody is known by these words.
  package var name: String?
  /// ISO 3166-1 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, IMG, MNC, ISM.
  package var code: String?
  /// PLOVER sector: GOV, MIL, LEG, JUD, OPP, REB, CVL, JRN, …
  package var sector: String?
  /// The title in the text: "foreign minister".
  package var role: String?
  /// Where the mention stands.
  package var span: Span
  /// Why the mention was not resolved, when it was not.
  package var unresolved: String?

  package init(
    text: String, name: String? = nil, code: String? = nil, sector: String? = nil, role: String? = nil, span: Span,
    unresolved: String? = nil
  ) {
    self.text = text
    self.name = name
    self.code = code
    self.sector = sector
    self.role = role
    self.span = span
    self.unresolved = unresolved
  }
}

extension Party: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("text", text)
      json.member("name", name)
      json.member("code", code)
      json.member("sector", sector)
      json.member("role", role)
      json.span(span)
      json.member("unresolved", unresolved)
    }
  }
}

extension Party: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(text: "", span: Span(0, 0))
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "text": text = try json.readString()
      case "name": name = try json.readString()
      case "code": code = try json.readString()
      case "sector": sector = try json.readString()
      case "role": role = try json.readString()
      case "start": span.start = try json.readInt()
      case "end": span.end = try json.readInt()
      case "unresolved": unresolved = try json.readString()
      default: try json.skipValue()
      }
    }
  }
}
