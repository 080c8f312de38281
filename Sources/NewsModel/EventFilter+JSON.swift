package import JSONCoding

extension EventFilter: JSONEncodable {
  package func write(to json: inout JSONWriter) { json.object { writeMembers(to: &$0) } }

  /// Writes the members into an object that has others too.
  package func writeMembers(to json: inout JSONWriter) {
    for member in Member.allCases {
      if member == .minConfidence {
        json.member(member.rawValue, minimumConfidence)
        continue
      }
      let values = self.values(of: member)
      switch values.count {
      case 0: break
      case 1: json.member(member.rawValue, values[0])
      default: json.member(member.rawValue, values)
      }
    }
  }

  /// The values of a member as a command line would give them.
  private func values(of member: Member) -> [String] {
    switch member {
    case .type: types.map(\.rawValue)
    case .status: statuses.map(\.rawValue)
    case .actor: actors.map(\.text)
    case .recipient: recipients.map(\.text)
    case .speaker: speakers.map(\.text)
    case .country: countries
    case .place: places
    case .source: sources
    case .article: articles
    case .text: texts
    case .since: since.map { [$0.text] } ?? []
    case .until: until.map { [$0.text] } ?? []
    case .minConfidence: []
    }
  }
}

extension EventFilter: JSONDecodable {
  /// Reads an object that has nothing but members of a filter.
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init()
    try json.readObject { (key, json) throws(JSONError) in
      guard try readMember(key, from: &json) else {
        let names = Member.allCases.map(\.rawValue)
        throw JSONError(Self.unknown("filter", key, names), offset: json.offset)
      }
    }
  }

  /// Reads the value of a member, a string or a list of them; false, and nothing read, where a filter has no such member.
  package mutating func readMember(_ key: String, from json: inout JSONReader) throws(JSONError) -> Bool {
    guard let member = Member(rawValue: key) else { return false }
    if member == .minConfidence {
      let offset = json.offset
      let value = try json.readDouble()
      do { try setMinimumConfidence(value, written: "\(value)") } catch {
        throw JSONError(error.message, offset: offset)
      }
    } else if member.isList, try json.peek() == .array {
      try json.readArray { (json) throws(JSONError) in try readValue(of: member, from: &json) }
    } else {
      try readValue(of: member, from: &json)
    }
    return true
  }

  private mutating func readValue(of member: Member, from json: inout JSONReader) throws(JSONError) {
    let offset = json.offset
    guard try json.peek() == .string else {
      let kinds = member.isList ? "a string or a list of strings" : "a string"
      throw JSONError("\(member.rawValue) takes \(kinds)", offset: offset)
    }
    let value = try json.readString()
    do { try add(value, to: member) } catch { throw JSONError(error.message, offset: offset) }
  }
}
