import JSONCoding

/// What one message asks for.
package enum Incoming: Sendable, Equatable {
  case single(Result<Request, InvalidRequest>)
  /// At least one request; the replies go back together.
  case batch([Result<Request, InvalidRequest>])

  /// Reads a message; one that is no JSON, or an empty or too large batch, is a single request gone wrong.
  package init(parsing message: [UInt8], maximumBatch: Int = 1000, maximumDepth: Int = JSONReader.defaultMaximumDepth) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: message, maximumDepth: maximumDepth)
    } catch {
      self = .fault(Self.parseError(error, in: message))
      return
    }
    guard case .array(let elements) = value else {
      self = .single(Self.request(value))
      return
    }
    guard !elements.isEmpty else {
      self = .fault(RPCError(.invalidRequest, "a batch needs at least one request"))
      return
    }
    guard elements.count <= maximumBatch else {
      let message = "a batch has at most \(maximumBatch) requests, this one has \(elements.count)"
      self = .fault(RPCError(.invalidRequest, message, reason: "batch-too-large"))
      return
    }
    self = .batch(elements.map(Self.request))
  }

  /// What to answer to bytes that are no message.
  package init(_ fault: FrameFault) {
    switch fault.kind {
    case .broken: self = .fault(RPCError(.parseError, fault.message))
    case .tooLarge: self = .fault(RPCError(.invalidRequest, fault.message, reason: "request-too-large"))
    }
  }

  private static func fault(_ error: RPCError) -> Incoming {
    .single(.failure(InvalidRequest(id: .null, error: error)))
  }

  private static func request(_ value: JSONValue) -> Result<Request, InvalidRequest> {
    do {
      return .success(try Request(value))
    } catch {
      return .failure(error)
    }
  }

  private static func parseError(_ error: JSONError, in message: [UInt8]) -> RPCError {
    let (line, column) = error.position(in: message)
    return RPCError(
      .parseError, "\(error.message), in line \(line), column \(column)",
      data: ["offset": .int(error.offset)])
  }
}
