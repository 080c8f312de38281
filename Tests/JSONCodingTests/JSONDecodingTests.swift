import JSONCoding
import Testing

/// A type as the models have them.
private struct Point: JSONDecodable, JSONEncodable, Equatable {
  var name: String?
  var x = 0
  var tags: [String] = []

  init(name: String? = nil, x: Int = 0, tags: [String] = []) {
    self.name = name
    self.x = x
    self.tags = tags
  }

  init(from json: inout JSONReader) throws(JSONError) {
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "name": name = try json.readString()
      case "x": x = try json.readInt()
      case "tags": tags = try json.readList(String.self)
      default: try json.skipValue()
      }
    }
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("x", x)
      json.member("tags", tags)
    }
  }
}

@Suite struct JSONDecodingTests {
  private func point(_ text: String) throws(JSONError) -> Point { try Point(parsing: Array(text.utf8)) }

  @Test("a type comes back as it was written")
  func roundTrip() throws {
    let points = [Point(name: "a", x: 3, tags: ["u", "v"]), Point()]
    #expect(try [Point](parsing: points.jsonBytes) == points)
  }

  @Test("null counts as absent, and unknown members of any kind are passed over")
  func lenient() throws {
    let text = #" { "name" : null , "new" : { "deep" : [ 1 , "x" , { } ] } , "x" : 5 , "n" : null , "s" : "\n" } "#
    #expect(try point(text) == Point(x: 5))
  }

  @Test("a wrong kind is named, with its place")
  func wrongKind() {
    #expect(throws: JSONError("expected a number, found a string", offset: 6)) { _ = try point(#"{"x": "5"}"#) }
    #expect(throws: JSONError("expected a string, found an array", offset: 8)) { _ = try point(#"{"name":[]}"#) }
    #expect(throws: JSONError("expected an array, found an object", offset: 8)) { _ = try point(#"{"tags":{}}"#) }
    #expect(throws: JSONError("expected a string, found true", offset: 9)) { _ = try point(#"{"tags":[true]}"#) }
    #expect(throws: JSONError("expected an object, found an array", offset: 0)) { _ = try point("[]") }
    #expect(throws: JSONError("expected true or false, found a number", offset: 0)) { _ = try Bool(parsing: [0x31]) }
  }

  @Test("nothing may follow the value")
  func trailing() {
    #expect(throws: JSONError("expected the end of the text, found ,", offset: 2)) { _ = try point("{},") }
  }

  @Test("a handler that leaves its value alone skips it")
  func untouched() throws {
    var names: [String] = []
    var json = JSONReader(Array(#"{"a":[1,{"b":2}],"c":"d","e":3}"#.utf8))
    try json.readObject { (key, _) throws(JSONError) in names.append(key) }
    try json.finish()
    #expect(names == ["a", "c", "e"])
    var count = 0
    var array = JSONReader(Array(#"[1, [2], "3"]"#.utf8))
    try array.readArray { (_) throws(JSONError) in count += 1 }
    try array.finish()
    #expect(count == 3)
  }

  @Test("a value's text can be taken as it stands")
  func text() throws {
    var json = JSONReader(Array(#"[ {"a" : 1.0} , "\u0041" ]"#.utf8))
    var texts: [String] = []
    try json.readArray { (json) throws(JSONError) in texts.append(String(decoding: try json.readText(), as: UTF8.self))
    }
    #expect(texts == [#"{"a" : 1.0}"#, #""\u0041""#])
    var bad = JSONReader(Array("{\"a\":tru}".utf8))
    #expect(throws: JSONError("expected true", offset: 5)) { _ = try bad.readText() }
  }

  @Test("a handler sees null when it asks for it, and the place where its value begins")
  func keepingNulls() throws {
    var seen: [String] = []
    var json = JSONReader(Array(#"{"id":  null, "x":1}"#.utf8))
    try json.readObject(keepingNulls: true) { (key, json) throws(JSONError) in
      let offset = json.offset
      seen.append("\(key) \(offset) \(try json.readNull())")
    }
    #expect(seen == ["id 8 true", "x 18 false"])
  }
}
