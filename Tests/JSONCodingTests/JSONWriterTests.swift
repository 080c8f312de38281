import JSONCoding
import Testing

/// What `body` writes.
private func written(_ body: (inout JSONWriter) -> Void) -> String {
  var json = JSONWriter()
  body(&json)
  return String(decoding: json.bytes, as: UTF8.self)
}

@Suite struct JSONWriterTests {
  @Test("commas stand between members and elements, and nowhere else")
  func commas() {
    let text = written { json in
      json.object { json in
        json.member("a", 1)
        json.key("b")
        json.array { json in
          json.null()
          json.array { _ in }
          json.object { _ in }
          json.object { $0.member("c", true) }
          json.raw("[0]".utf8)
          json.string("x")
        }
        json.member("d", [1, 2])
        json.member("e", JSONValue.null)
      }
    }
    #expect(text == #"{"a":1,"b":[null,[],{},{"c":true},[0],"x"],"d":[1,2],"e":null}"#)
  }

  @Test("nil writes no member")
  func absent() {
    let text = written { json in
      json.object { json in
        json.member("a", nil as String?)
        json.member("b", "x" as String?)
        json.member("c", nil as Int?)
        json.member("d", 2.5 as Double?)
        json.member("e", nil as [String]?)
      }
    }
    #expect(text == #"{"b":"x","d":2.5}"#)
  }

  @Test("Doubles keep a fraction, are as short as can be, and never infinite")
  func doubles() {
    let values: [Double] = [4, -2, 0.1, 1e16, 1e-7, 0, -0.0, 48.8566, .infinity, -.infinity, .nan]
    #expect(
      written { $0.value(values) } == "[4.0,-2.0,0.1,1e+16,1e-07,0.0,-0.0,48.8566,null,null,null]")
  }

  @Test("strings are escaped where they must be, and only there")
  func strings() {
    #expect(written { $0.string("") } == "\"\"")
    #expect(written { $0.string("a\"b\\c\nd\re\tf\u{8}\u{C}\u{0}\u{1F}") } == #""a\"b\\c\nd\re\tf\b\f\u0000\u001f""#)
    #expect(written { $0.string("/é€😀\u{7F}\u{2028}") } == "\"/é€😀\u{7F}\u{2028}\"")
    #expect(written { json in json.object { $0.member("k\"\n", 1) } } == #"{"k\"\n":1}"#)
  }

  @Test("a special character is found wherever it stands among plain ones")
  func everyAlignment() throws {
    for special in ["\"", "\\", "\n", "\u{1F}", "\u{0}"] {
      for before in 0..<20 {
        for after in [0, 1, 7, 8, 9] {
          let text = String(repeating: "é", count: before) + special + String(repeating: "!", count: after) + special
          #expect(try String(parsing: text.jsonBytes) == text)
        }
      }
    }
    for byte in UInt8(0x20)..<0x80 where byte != 0x22 && byte != 0x5C {
      let text = String(repeating: Character(Unicode.Scalar(byte)), count: 19)
      #expect(written { $0.string(text) } == "\"\(text)\"")
    }
  }

  @Test("random strings come back")
  func stringsRoundTrip() throws {
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40) {
        let limit: UInt32 = [0x24, 0x80, 0x800, 0x11_0000].randomElement() ?? 0x80
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit)) { text.unicodeScalars.append(scalar) }
      }
      #expect(try String(parsing: text.jsonBytes).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test("lines of JSON Lines stand alone")
  func lines() {
    let text = written { json in
      json.value([1])
      json.newline()
      json.object { $0.member("a", 2) }
      json.newline()
    }
    #expect(text == "[1]\n{\"a\":2}\n")
  }

  @Test("the memory of a former text can be used again")
  func reuse() {
    var first = JSONWriter(capacity: 4096)
    first.string("something")
    var second = JSONWriter(reusing: first.bytes)
    second.int(5)
    #expect(second.bytes == Array("5".utf8))
  }

  @Test("a value can be appended to any text, and stands alone there")
  func appended() throws {
    var text = Array("header\n".utf8)
    for value in [[1, 2], []] as [[Int]] { value.append(to: &text) }
    try JSONValue(parsing: Array("-0.50".utf8)).append(to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "header\n[1,2][]-0.50")
  }

  @Test("what was written since a mark can be counted and taken back, commas and all")
  func rewind() {
    let text = written { json in
      json.array { json in
        json.int(1)
        let start = json.mark
        json.string("four")
        #expect(json.count(since: start) == 7)
        json.rewind(to: start)
        json.value(JSONText(Array("{}".utf8)))
      }
    }
    #expect(text == "[1,{}]")
  }

  @Test("an object can begin with text")
  func beginning() {
    let text = written { json in
      json.array { json in
        for number in 1...2 {
          json.object(beginning: Array(#"{"a":0,"b":"#.utf8)) { json in
            json.int(number)
            json.member("c", "x")
          }
        }
      }
    }
    #expect(text == #"[{"a":0,"b":1,"c":"x"},{"a":0,"b":2,"c":"x"}]"#)
  }

  @Test("text laid out for people has one member a line, and means the same")
  func indented() throws {
    let compact = #"{"a":[1,[],{}, "x,{}[]:\"y\\"],"b":{"c":null,"d":[[2]]},"e":{}}"#
    let pretty = JSONWriter.indented(Array(compact.utf8))
    #expect(
      String(decoding: pretty, as: UTF8.self) == #"""
        {
          "a": [
            1,
            [],
            {},
            "x,{}[]:\"y\\"
          ],
          "b": {
            "c": null,
            "d": [
              [
                2
              ]
            ]
          },
          "e": {}
        }
        """#)
    #expect(try JSONValue(parsing: pretty) == JSONValue(parsing: Array(compact.utf8)))
    #expect(JSONWriter.indented(pretty) == pretty)
  }
}
