import JSONCoding
import JSONRPC
import Testing

/// What the full reader makes of the first message of a stream, without the short way.
private func fullyRead(_ stream: String, depth: Int = 64) -> Incoming? {
  var splitter = FrameSplitter(maximumDepth: depth)
  splitter.append(Array(stream.utf8))
  splitter.pause()
  return splitter.next().map { incoming($0, depth: depth) }
}

private func incoming(_ frame: Frame, depth: Int) -> Incoming {
  switch frame {
  case .message(let text, _): Incoming(parsing: text, maximumDepth: depth)
  case .fault(let fault, _): Incoming(fault)
  }
}

@Suite("Plain requests") struct PlainRequestTests {
  @Test(
    "are taken in the short way, and are what the full reader makes of them",
    arguments: [
      #"{"jsonrpc":"2.0","id":1,"method":"events.get","params":{"id":"8e10bfcc2c88a9a7-01"}}"#,
      #"{"jsonrpc":"2.0","method":"m"}"#, #"{"method":"m","jsonrpc":"2.0","id":"a b"}"#,
      #" { "jsonrpc" : "2.0" , "id" : 0 , "method" : "m" , "params" : [ ] } "#,
      "{\"jsonrpc\":\"2.0\",\n  \"id\": 123456789012345678,\r\n\t\"method\": \"\"\n}\t\r",
      #"{"jsonrpc":"2.0","id":"","params":[1,-2.5e3,null,true,"é\n",{"a":{}},[[]]],"method":"m"}"#,
      #"{"jsonrpc":"2.0","id":7,"method":"m","params":{"jsonrpc":"1.0","id":{"id":[]},"params":null,"\u0041":"\ud83d\ude00"}}"#,
      #"{"jsonrpc":"2.0","id":8,"method":"m","params": { } }"#,
      #"{"jsonrpc":"2.0","id":9,"method":"m","params":{"i\u0064":"é","names":["a","b"],"limit":1.0}}"#,
    ])
  func plain(_ text: String) throws {
    var splitter = FrameSplitter()
    splitter.append(Array((text + "\n{}\n").utf8))
    let taken = splitter.nextPlainRequest(upTo: 1_000)
    let plain = try #require(taken)
    #expect(fullyRead(text + "\n") == .single(.success(plain)))
    // What follows is untouched.
    #expect(splitter.nextPlainRequest(upTo: 1_000) == nil)
    #expect(splitter.next() == .message(Array("{}".utf8), .newline))
  }

  @Test(
    "are all that the short way takes: what is rare or wrong is left to the full reader as if nothing had been tried",
    arguments: [
      // Rare.
      #"{"jsonrpc":"2.0","id":-1,"method":"m"}"#, #"{"jsonrpc":"2.0","id":1.0,"method":"m"}"#,
      #"{"jsonrpc":"2.0","id":1e3,"method":"m"}"#, #"{"jsonrpc":"2.0","id":1234567890123456789,"method":"m"}"#,
      #"{"jsonrpc":"2.0","id":null,"method":"m"}"#, #"{"jsonrpc":"2.0","id":"é","method":"m"}"#,
      #"{"jsonrpc":"2.0","id":1,"m\u0065thod":"m"}"#, #"{"jsonrpc":"2.0","id":1,"method":"a\tb"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m","extra":0}"#, #"[{"jsonrpc":"2.0","id":1,"method":"m"}]"#,
      "Content-Length: 37\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"m\"}",
      // Wrong.
      "", "\n", "{", "{}", "hello", #"{"jsonrpc":"2.0","id":1,"method":"m"}}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m",}"#,
      #"{"jsonrpc":"2.0","id":1"method":"m"}"#, #"{"jsonrpc":"2.0","id":1,"method":"m"]"#,
      #"{"jsonrpc":"2.0","id":01,"method":"m"}"#, #"{"jsonrpc":"2.0","id":1x,"method":"m"}"#,
      #"{"jsonrpc":"2.0","id":,"method":"m"}"#, #"{"jsonrpc":"2.0","id":true,"method":"m"}"#,
      #"{"jsonrpc":"2.0","id":1,"id":1,"method":"m"}"#, #"{"jsonrpc":"2.0","jsonrpc":"2.0","id":1,"method":"m"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m","method":"n"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m","params":[],"params":[]}"#,
      #"{"jsonrpc":"1.0","id":1,"method":"m"}"#, #"{"jsonrpc":2.0,"id":1,"method":"m"}"#, #"{"id":1,"method":"m"}"#,
      #"{"jsonrpc":"2.0","id":1}"#, #"{"jsonrpc":"2.0","id":1,"method":5}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m","params":5}"#, #"{"jsonrpc":"2.0","id":1,"method":"m","params":null}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m","params":[1,]}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m","params":["\ud800"]}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":1,"a":1}}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":{"b":1,"b":2}}}"#,
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\u{1}\"}",
      #"{jsonrpc:"2.0","id":1,"method":"m"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"m"} {"jsonrpc":"2.0","id":2,"method":"m"}"#,
    ])
  func others(_ text: String) {
    for end in ["\n", " \r\n", ""] {
      var splitter = FrameSplitter()
      splitter.append(Array((text + end).utf8))
      #expect(splitter.nextPlainRequest(upTo: 1_000) == nil)
      splitter.pause()
      #expect(splitter.next().map { incoming($0, depth: 64) } == fullyRead(text + end))
    }
  }

  @Test("that come in two pieces are read when they are whole, wherever they were cut")
  func pieces() {
    let text = Array((#"{"jsonrpc":"2.0","id":12,"method":"m","params":[1,"x"]}"# + " \n").utf8)
    for cut in 0..<text.count {
      var splitter = FrameSplitter()
      splitter.append(text[..<cut])
      #expect(splitter.nextPlainRequest(upTo: 1_000) == nil)
      #expect(splitter.next() == nil)
      splitter.append(text[cut...])
      let found = splitter.nextPlainRequest(upTo: 1_000).map { Incoming.single(.success($0)) }
      #expect(
        (found ?? splitter.next().map { incoming($0, depth: 64) }) == fullyRead(String(decoding: text, as: UTF8.self)))
    }
  }

  @Test("longer or deeper than the limits are left to the full reader, which refuses them")
  func limits() {
    let text = #"{"jsonrpc":"2.0","id":1,"method":"m","params":[[[1]]]}"#
    for (length, depth, isTaken) in [(54, 4, true), (53, 4, false), (54, 3, false)] {
      var splitter = FrameSplitter(maximumDepth: depth)
      splitter.append(Array((text + "\n").utf8))
      #expect(text.utf8.count == 54)
      #expect((splitter.nextPlainRequest(upTo: length) != nil) == isTaken)
    }
    #expect(fullyRead(text + "\n", depth: 4) == fullyRead(text + "\n"))
    #expect(fullyRead(text + "\n", depth: 3) != fullyRead(text + "\n"))
  }
}
