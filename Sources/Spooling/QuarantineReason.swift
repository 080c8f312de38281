package import JSONCoding

/// Why a file could not be read: what stands in `<name>.reason.json` beside it.
package struct QuarantineReason: Sendable, Hashable {
  /// One word for programs: "binary", "truncated", "malformed", "poison".
  package var code: String
  /// One line for people.
  package var message: String
  /// The byte where it went wrong, where there is one.
  package var offset: Int?
  /// When it was set aside, RFC 3339 in UTC.
  package var time: String

  package init(code: String, message: String, offset: Int? = nil, time: String) {
    self.code = code
    self.message = message
    self.offset = offset
    self.time = time
  }
}

extension QuarantineReason: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("message", message)
      json.member("offset", offset)
      json.member("time", time)
    }
  }
}

extension QuarantineReason: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(code: "unknown", message: "", time: "")
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "code": code = try json.readString()
      case "message": message = try json.readString()
      case "offset": offset = try json.readInt()
      case "time": time = try json.readString()
      default: try json.skipValue()
      }
    }
  }
}
