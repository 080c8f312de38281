import JSONCoding
import JSONRPC
import Testing

private func incoming(_ text: String, maximumBatch: Int = 1000) -> Incoming {
  Incoming(parsing: Array(text.utf8), maximumBatch: maximumBatch)
}

/// The error of a message that is one request gone wrong.
private func fault(_ incoming: Incoming) -> InvalidRequest? {
  if case .single(.failure(let invalid)) = incoming { invalid } else { nil }
}

@Suite struct MessageTests {
  @Test("reads requests with parameters by position, by name and without, and notifications")
  func requests() {
    #expect(
      incoming(#"{"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":1}"#)
        == .single(.success(Request(method: "subtract", parameters: .byPosition([42, 23]), id: 1))))
    #expect(
      incoming(#"{"jsonrpc":"2.0","method":"m","params":{"a":1},"id":"x","extra":0}"#)
        == .single(.success(Request(method: "m", parameters: .byName(["a": 1]), id: "x"))))
    #expect(incoming(#"{"jsonrpc":"2.0","method":"m"}"#) == .single(.success(Request(method: "m", id: nil))))
    #expect(
      incoming(#"{"jsonrpc":"2.0","method":"m","id":null}"#) == .single(.success(Request(method: "m", id: .null))))
  }

  @Test(
    "what is no request is told under the request's id, where that can be read",
    arguments: [
      (#"{"jsonrpc":"2.0","method":1,"params":"bar"}"#, RequestID.null), (#"{"method":"m","id":7}"#, 7),
      (#"{"jsonrpc":"1.0","method":"m","id":7}"#, 7), (#"{"jsonrpc":2.0,"method":"m","id":"a"}"#, "a"),
      (#"{"jsonrpc":"2.0","id":7}"#, 7), (#"{"jsonrpc":"2.0","method":"m","params":5,"id":7}"#, 7),
      (#"{"jsonrpc":"2.0","method":"m","params":null,"id":7}"#, 7), (#"{"jsonrpc":"2.0","method":"m","id":[]}"#, .null),
      (#"{"jsonrpc":"2.0","method":"m","id":true}"#, .null), ("1", .null), ("\"m\"", .null), ("null", .null),
      ("{}", .null),
    ])
  func invalid(_ text: String, _ id: RequestID) {
    #expect(fault(incoming(text))?.id == id)
    #expect(fault(incoming(text))?.error.code == .invalidRequest)
  }

  @Test("what is no JSON is told with its place")
  func parseErrors() {
    let error = fault(incoming("{\"a\":1,\n \"b\" 2}"))?.error
    #expect(error?.code == .parseError)
    #expect(error?.message == "expected a colon after \"b\", found a number, in line 2, column 6")
    #expect(error?.data == ["reason": "parse-error", "retryable": false, "offset": 13])
    for text in ["", "{", "{\"a\":\"\\ud800\"}", "{\"id\":1,\"id\":2}", String(repeating: "[", count: 65)] {
      #expect(fault(incoming(text))?.error.code == .parseError, "\(text)")
      #expect(fault(incoming(text))?.id == .null)
    }
  }

  @Test("a batch has from one to as many requests as the limit says, each good or bad by itself")
  func batches() {
    #expect(fault(incoming("[]"))?.error.code == .invalidRequest)
    let mixed = incoming(#"[{"jsonrpc":"2.0","method":"m","id":1},1,{"foo":"boo"}]"#)
    guard case .batch(let requests) = mixed else { return #expect(Bool(false), "no batch") }
    #expect(requests.count == 3)
    #expect(requests[0] == .success(Request(method: "m", id: 1)))
    for request in requests.dropFirst() { #expect(throws: InvalidRequest.self) { try request.get() } }
    let tooMany = fault(incoming("[1,2,3]", maximumBatch: 2))
    #expect(tooMany?.error.reason == "batch-too-large")
    #expect(tooMany?.error.message == "a batch has at most 2 requests, this one has 3")
  }

  @Test(
    "ids come back as they were written",
    arguments: ["1", "1.0", "-0", "1e3", "12345678901234567890", "\"1\"", "\"é\\n\"", "null"])
  func ids(_ id: String) throws {
    guard case .single(.success(let request)) = incoming("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":\(id)}") else {
      return #expect(Bool(false), "no request")
    }
    #expect(try #require(request.id).jsonBytes == Array(id.utf8))
  }

  @Test("a request is written as it is read")
  func requestRoundTrip() {
    let requests = [
      Request(method: "a.b", parameters: .byName(["x": [1, nil]]), id: 5),
      Request(method: "m", parameters: .byPosition([]), id: "q"),
      Request(method: "n", id: nil), Request(method: "z", id: .null),
    ]
    for request in requests {
      #expect(incoming(String(decoding: request.jsonBytes, as: UTF8.self)) == .single(.success(request)))
    }
  }

  @Test("errors carry a reason and whether to try again, by themselves or as given")
  func errors() throws {
    let busy = RPCError(.busy, "too many connections")
    #expect(
      String(decoding: busy.jsonBytes, as: UTF8.self)
        == #"{"code":-32000,"message":"too many connections","data":{"reason":"busy","retryable":true}}"#)
    let missing = RPCError(.notFound, "no event x", reason: "no-event", data: ["id": "x"])
    #expect(missing.data == ["reason": "no-event", "retryable": false, "id": "x"])
    #expect(try RPCError(parsing: missing.jsonBytes) == missing)
    let foreign = try RPCError(parsing: Array(#"{"code":-32050,"message":"m","data":"detail"}"#.utf8))
    #expect(foreign.code.rawValue == -32050 && foreign.data["detail"] == "detail" && foreign.reason == "error")
    #expect(RPCError.invalidParameter("since", "must be a date").message == "parameter \"since\": must be a date")
  }

  @Test("a client tells replies, errors and notifications apart")
  func received() throws {
    func read(_ text: String) throws -> Received { try Received(parsing: Array(text.utf8)) }
    #expect(
      try read(#"{"jsonrpc":"2.0","result":{"a": [1]},"id":1}"#)
        == .response(id: 1, .success(Array(#"{"a": [1]}"#.utf8))))
    #expect(try read(#"{"id":1,"result":null}"#) == .response(id: 1, .success(Array("null".utf8))))
    #expect(
      try read(#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"m"},"id":null}"#)
        == .response(id: .null, .failure(RPCError(.methodNotFound, "m"))))
    #expect(
      try read(#"{"jsonrpc":"2.0","method":"events.notify","params":{"x":1}}"#)
        == .notification(Notification(method: "events.notify", parameters: Array(#"{"x":1}"#.utf8))))
    for text in ["{}", #"{"id":1}"#, #"{"result":1}"#, "[]", #"{"id":[],"result":1}"#] {
      #expect(throws: JSONError.self) { _ = try read(text) }
    }
  }
}
