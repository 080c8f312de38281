package import JSONCoding

/// A number the article gives for an event: "an estimated 100,000 troops", "at least 12 killed".
package struct Quantity: Sendable, Hashable {
  /// The words, number and what is counted.
  package var text: String
  /// The number; for a range its middle is not taken, `low` and `high` stand alone.
  package var value: Double?
  /// Lower bound ("at least 12").
  package var low: Double?
  /// Upper bound ("up to 300").
  package var high: Double?
  /// Unit of measure or currency: "USD", "km", "percent".
  package var unit: String?
  /// Whether the article itself says the number is not exact ("about", "an estimated").
  package var approximate: Bool
  /// What is counted, as a lemma: "troop", "people killed".
  package var counted: String?
  package var span: Span

  package init(
    text: String, value: Double? = nil, low: Double? = nil, high: Double? = nil, unit: String? = nil,
    approximate: Bool = false, counted: String? = nil, span: Span
  ) {
    self.text = text
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.approximate = approximate
    self.counted = counted
    self.span = span
  }
}

extension Quantity: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("text", text)
      json.member("value", value)
      json.member("low", low)
      json.member("high", high)
      json.member("unit", unit)
      json.member("approximate", approximate)
      json.member("counted", counted)
      json.span(span)
    }
  }
}

extension Quantity: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(text: "", span: Span(0, 0))
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "text": text = try json.readString()
      case "value": value = try json.readDouble()
      case "low": low = try json.readDouble()
      case "high": high = try json.readDouble()
      case "unit": unit = try json.readString()
      case "approximate": approximate = try json.readBool()
      case "counted": counted = try json.readString()
      case "start": span.start = try json.readInt()
      case "end": span.end = try json.readInt()
      default: try json.skipValue()
      }
    }
  }
}
