/// Members of a JSON object in their order.
package struct JSONObject: Sendable, Hashable {
  /// A name and its value.
  package struct Member: Sendable, Hashable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members; no name occurs twice.
  package private(set) var members: [Member]

  package init() { members = [] }

  /// Takes members whose names are known to differ.
  package init(differing members: [Member]) { self.members = members }

  /// The value of the member of that name; nil if there is none. Setting nil removes it. O(number of members).
  package subscript(key: String) -> JSONValue? {
    get {
      // By index: an element that is only looked at is not copied.
      for index in members.indices where members[index].key == key { return members[index].value }
      return nil
    }
    set {
      switch (members.firstIndex { $0.key == key }, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The names in their order.
  package var keys: [String] { members.map(\.key) }

  package var isEmpty: Bool { members.isEmpty }
  package var count: Int { members.count }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// The last of several members of one name counts.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}

extension JSONObject: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      for member in members { json.member(member.key, member.value) }
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) {
    guard try json.peek() == .object, case .object(let object) = try json.readValue() else {
      throw json.unexpected(JSONKind.object.description)
    }
    self = object
  }
}
