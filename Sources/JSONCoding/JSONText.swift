/// A value that is JSON text already; whoever makes one answers for the text.
package struct JSONText: Sendable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension JSONText: JSONEncodable {
  package func write(to json: inout JSONWriter) { json.raw(bytes) }
}
