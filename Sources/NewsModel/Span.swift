package import JSONCoding

/// A range of bytes in an article's stored text.
///
/// Offsets count UTF-8 bytes from the start of the text; `text[start..<end]` is always the quoted words.
package struct Span: Sendable, Hashable, Comparable {
  /// Offset of the first byte.
  package var start: Int
  /// Offset after the last byte.
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Number of bytes.
  package var length: Int { end - start }

  /// Whether all of `other` lies within this span.
  package func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share a byte.
  package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  package static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// Words of an article with their place in it.
package struct Quote: Sendable, Hashable {
  /// The words, exactly as the article has them.
  package var text: String
  /// Where they stand.
  package var span: Span

  package init(text: String, span: Span) {
    self.text = text
    self.span = span
  }
}

extension Quote: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("text", text)
      json.span(span)
    }
  }
}

extension Quote: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    var text = ""
    var span = Span(0, 0)
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "text": text = try json.readString()
      case "start": span.start = try json.readInt()
      case "end": span.end = try json.readInt()
      default: try json.skipValue()
      }
    }
    self.init(text: text, span: span)
  }
}

extension JSONWriter {
  /// Writes the members `start` and `end`.
  mutating func span(_ span: Span) {
    member("start", span.start)
    member("end", span.end)
  }
}
