package import JSONCoding

/// On whose word an event stands.
package struct Attribution: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// In quotation marks.
    case direct
    /// Reported speech.
    case indirect
    /// Reported speech with quoted pieces in it.
    case mixed
  }

  /// Who says so.
  package var source: Party
  /// The lemma-free word that marks the speech: "said", "according to".
  package var cue: String?
  package var kind: Kind
  /// What is said.
  package var content: Quote?
  /// Who passed it on: "…, she said, reported AFP".
  package var via: Party?

  package init(source: Party, cue: String? = nil, kind: Kind, content: Quote? = nil, via: Party? = nil) {
    self.source = source
    self.cue = cue
    self.kind = kind
    self.content = content
    self.via = via
  }
}

extension Attribution: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("source", source)
      json.member("cue", cue)
      json.member("kind", kind.rawValue)
      json.member("content", content)
      json.member("via", via)
    }
  }
}

extension Attribution: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(source: Party(text: "", span: Span(0, 0)), kind: .indirect)
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "source": source = try Party(from: &json)
      case "cue": cue = try json.readString()
      case "kind": kind = try json.readChoice(Kind.self)
      case "content": content = try Quote(from: &json)
      case "via": via = try Party(from: &json)
      default: try json.skipValue()
      }
    }
  }
}
