/// A type that can write itself as one JSON value.
package protocol JSONEncodable {
  /// Writes exactly one value.
  func write(to json: inout JSONWriter)
}

/// A type that can be read from one JSON value.
package protocol JSONDecodable {
  /// Reads exactly one value; throws where the value is not of the type.
  init(from json: inout JSONReader) throws(JSONError)
}

extension JSONEncodable {
  /// The value as JSON text, without a newline.
  package var jsonBytes: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.bytes
  }

  /// Appends the value as JSON text, without a newline.
  package func append(to text: inout [UInt8]) {
    var own: [UInt8] = []
    swap(&own, &text)
    var json = JSONWriter(appendingTo: consume own)
    write(to: &json)
    text = json.finish()
  }
}

extension JSONDecodable {
  /// Reads a whole JSON text: one value, around it white space only.
  package init(parsing bytes: [UInt8], maximumDepth: Int = JSONReader.defaultMaximumDepth) throws(JSONError) {
    var json = JSONReader(bytes, maximumDepth: maximumDepth)
    try self.init(from: &json)
    try json.finish()
  }
}

extension String: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) { json.string(self) }
  package init(from json: inout JSONReader) throws(JSONError) { self = try json.readString() }
}

extension Int: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) { json.int(self) }
  package init(from json: inout JSONReader) throws(JSONError) { self = try json.readInt() }
}

extension Double: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) { json.double(self) }
  package init(from json: inout JSONReader) throws(JSONError) { self = try json.readDouble() }
}

extension Bool: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) { json.bool(self) }
  package init(from json: inout JSONReader) throws(JSONError) { self = try json.readBool() }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.array { json in
      for element in self { json.value(element) }
    }
  }
}

extension Array: JSONDecodable where Element: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) { self = try json.readList(Element.self) }
}
