package import JSONCoding

/// Where an event happened.
package struct Place: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case city, region, country, water, border, building
  }

  /// The words of the mention.
  package var text: String
  /// Name as GeoNames has it.
  package var name: String?
  /// ISO 3166-1 alpha-3.
  package var country: String?
  /// Degrees north, −90…90; absent where the place is not a point.
  package var latitude: Double?
  /// Degrees east, −180…180.
  package var longitude: Double?
  package var kind: Kind?
  /// Where the mention stands.
  package var span: Span
  /// Why the mention was not resolved, when it was not.
  package var unresolved: String?

  package init(
    text: String, name: String? = nil, country: String? = nil, latitude: Double? = nil, longitude: Double? = nil,
    kind: Kind? = nil, span: Span, unresolved: String? = nil
  ) {
    self.text = text
    self.name = name
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.kind = kind
    self.span = span
    self.unresolved = unresolved
  }
}

extension Place: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("text", text)
      json.member("name", name)
      json.member("country", country)
      json.member("latitude", latitude)
      json.member("longitude", longitude)
      json.member("kind", kind?.rawValue)
      json.span(span)
      json.member("unresolved", unresolved)
    }
  }
}

extension Place: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(text: "", span: Span(0, 0))
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "text": text = try json.readString()
      case "name": name = try json.readString()
      case "country": country = try json.readString()
      case "latitude": latitude = try json.readDouble()
      case "longitude": longitude = try json.readDouble()
      case "kind": kind = try json.readChoice(Kind.self)
      case "start": span.start = try json.readInt()
      case "end": span.end = try json.readInt()
      case "unresolved": unresolved = try json.readString()
      default: try json.skipValue()
      }
    }
  }
}
