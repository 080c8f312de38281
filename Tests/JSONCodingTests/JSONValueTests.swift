import JSONCoding
import Testing

@Suite struct JSONValueTests {
  @Test("a value of any kind is read and written in the order it had")
  func roundTrip() throws {
    let text = #"{"z":1,"a":[null,true,false,"x",-2.50],"m":{"k":{}}}"#
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(value.description == text)
    #expect(value.object?.keys == ["z", "a", "m"])
  }

  @Test("accessors give the value of their kind, or nothing")
  func accessors() throws {
    let value: JSONValue = ["s": "x", "i": 3, "d": 2.5, "b": true, "n": nil, "a": [1, 2], "o": ["k": "v"]]
    #expect(value["s"]?.string == "x" && value["s"]?.int == nil)
    #expect(value["i"]?.int == 3 && value["i"]?.double == 3 && value["i"]?.bool == nil)
    #expect(value["d"]?.double == 2.5 && value["d"]?.int == nil)
    #expect(value["b"]?.bool == true && value["b"]?.string == nil)
    #expect(value["n"]?.isNull == true && value["missing"] == nil)
    #expect(value["a"]?[1]?.int == 2 && value["a"]?[2] == nil && value["a"]?[-1] == nil)
    #expect(value["o"]?["k"]?.string == "v" && value["a"]?["k"] == nil && value["s"]?[0] == nil)
    #expect(value.kind == .object && value["a"]?.kind == .array && value["n"]?.kind == .null)
  }

  @Test("members can be set, replaced and removed")
  func editing() {
    var object: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(object.keys == ["a", "b"] && object["a"]?.int == 3)
    object["c"] = "new"
    object["b"] = nil
    object["none"] = nil
    #expect(JSONValue.object(object).description == #"{"a":3,"c":"new"}"#)
    #expect(object.count == 2 && !object.isEmpty)
  }

  @Test("names that only look different are the same name")
  func duplicates() {
    let text = Array("{\"é\":1,\"\\u00e9\":2}".utf8)
    #expect(throws: JSONError("the member \"é\" occurs twice", offset: 8)) { _ = try JSONValue(parsing: text) }
  }

  @Test("a name that occurs twice is found among few and among many")
  func manyMembers() throws {
    for count in [1, 2, 15, 16, 17, 40] {
      let members = (0..<count).map { "\"k\($0)\":\($0)" }
      let text = "{" + members.joined(separator: ",") + "}"
      #expect(try JSONValue(parsing: Array(text.utf8)).object?.count == count)
      for twice in [0, count - 1] {
        let bad = "{" + (members + ["\"k\(twice)\":0"]).joined(separator: ",") + "}"
        #expect(throws: JSONError.self) { _ = try JSONValue(parsing: Array(bad.utf8)) }
      }
    }
  }
}
