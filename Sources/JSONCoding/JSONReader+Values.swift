extension JSONReader {
  /// Checks a value of any kind and moves behind it.
  package mutating func skipValue() throws(JSONError) {
    switch try peek() {
    case .null: _ = try readNull()
    case .bool: _ = try readBool()
    case .number: _ = try readNumberToken()
    case .string: try skipString()
    case .array: try readArray { (json) throws(JSONError) in try json.skipValue() }
    case .object: try skipObject()
    }
  }

  /// Checks a value of any kind and gives its text as it stands, to be read later or passed on.
  package mutating func readText() throws(JSONError) -> [UInt8] {
    skipWhiteSpace()
    let start = offset
    try skipValue()
    return Array(bytes[start..<offset])
  }

  /// Reads a value of any kind; an object that has a member twice is an error.
  package mutating func readValue() throws(JSONError) -> JSONValue {
    switch try peek() {
    case .null:
      _ = try readNull()
      return .null
    case .bool: return .bool(try readBool())
    case .number: return .number(try readNumber())
    case .string: return .string(try readString())
    case .array: return .array(try readList(JSONValue.self))
    case .object: return .object(try readObjectValue())
    }
  }

  private mutating func skipObject() throws(JSONError) {
    try open(UInt8(ascii: "{"), .object)
    if consume(UInt8(ascii: "}")) { return close() }
    repeat {
      skipWhiteSpace()
      guard nextByte == UInt8(ascii: "\"") else { throw unexpected("a member name in quotation marks") }
      try skipString()
      guard consume(UInt8(ascii: ":")) else { throw unexpected("a colon after the member name") }
      try skipValue()
    } while try separator(orClosing: UInt8(ascii: "}"))
    close()
  }

  private mutating func readObjectValue() throws(JSONError) -> JSONObject {
    var members: [JSONObject.Member] = []
    var names: Set<String> = []
    try open(UInt8(ascii: "{"), .object)
    if consume(UInt8(ascii: "}")) {
      close()
      return JSONObject()
    }
    repeat {
      skipWhiteSpace()
      let start = offset
      let key = try readKey()
      // Few names are compared one by one; many, which a foe may send, by hash.
      if members.count == 16 { names = Set(members.map(\.key)) }
      let isNew = members.count < 16 ? !members.contains { $0.key == key } : names.insert(key).inserted
      guard isNew else { throw JSONError("the member \"\(key)\" occurs twice", offset: start) }
      members.append(JSONObject.Member(key: key, value: try readValue()))
    } while try separator(orClosing: UInt8(ascii: "}"))
    close()
    return JSONObject(differing: members)
  }
}
