import JSONCoding
import JSONRPC

/// What a client sends, up to the requests in it.
enum FrameFuzz {
  /// Limits that a small stream can reach.
  private static let maximumLength = 300
  private static let maximumDepth = 16
  private static let maximumBatch = 8
  /// A header has this many bytes at most, see FrameSplitter+Headers.swift.
  private static let maximumHeaderLength = 4096

  static func run(_ bytes: [UInt8]) {
    let frames = split([bytes[...]], pausing: false)
    for frame in frames { check(frame) }
    precondition(split(pieces(of: bytes), pausing: false) == frames, "frames that hang on how the stream was cut")
    for frame in split(pieces(of: bytes), pausing: true) { check(frame) }
    for pieces in [[bytes[...]], pieces(of: bytes)] {
      precondition(requests(pieces, shortly: true) == requests(pieces, shortly: false), "the short way leads elsewhere")
    }
  }

  /// What a server makes of the stream, with and without the short way for plain requests.
  private static func requests(_ pieces: [ArraySlice<UInt8>], shortly: Bool) -> [Incoming] {
    var splitter = FrameSplitter(maximumLength: maximumLength, maximumDepth: maximumDepth)
    var found: [Incoming] = []
    func next() -> Incoming? {
      if shortly, let request = splitter.nextPlainRequest(upTo: maximumLength) { return .single(.success(request)) }
      switch splitter.next() {
      case nil: return nil
      case .fault(let fault, _): return Incoming(fault)
      case .message(let text, _):
        return Incoming(parsing: text, maximumBatch: maximumBatch, maximumDepth: maximumDepth)
      }
    }
    for piece in pieces {
      splitter.append(piece)
      while let incoming = next() { found.append(incoming) }
      splitter.pause()
      while let incoming = next() { found.append(incoming) }
    }
    splitter.finish()
    while let incoming = next() { found.append(incoming) }
    return found
  }

  private static func split(_ pieces: [ArraySlice<UInt8>], pausing: Bool) -> [Frame] {
    var splitter = FrameSplitter(maximumLength: maximumLength, maximumDepth: maximumDepth)
    var frames: [Frame] = []
    for piece in pieces {
      splitter.append(piece)
      while let frame = splitter.next() { frames.append(frame) }
      precondition(
        splitter.bufferedByteCount <= max(maximumLength, maximumHeaderLength), "more is kept than a message may have")
      guard pausing else { continue }
      splitter.pause()
      while let frame = splitter.next() { frames.append(frame) }
    }
    splitter.finish()
    while let frame = splitter.next() { frames.append(frame) }
    precondition(splitter.next() == nil, "a frame after the end")
    return frames
  }

  /// The stream cut at places that hang on its bytes, so that the same bytes do the same.
  private static func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 1 + Int(bytes[start] & 15))
      pieces.append(bytes[start..<end])
      start = end
    }
    return pieces
  }

  private static func check(_ frame: Frame) {
    switch frame {
    case .fault(let fault, _):
      precondition(!fault.message.isEmpty, "a fault that says nothing")
      guard case .single(.failure) = Incoming(fault) else { preconditionFailure("a fault that is taken for a request") }
    case .message(let message, let ending):
      precondition(message.count <= maximumLength, "a message above the limit")
      check(Incoming(parsing: message, maximumBatch: maximumBatch, maximumDepth: maximumDepth))
      // What newsd writes so, a client that splits in the same way gets whole.
      guard let text = try? JSONValue(parsing: message, maximumDepth: maximumDepth), text.object != nil else { return }
      var output: [UInt8] = []
      ending.append(text, to: &output)
      var splitter = FrameSplitter(maximumLength: output.count, maximumDepth: maximumDepth)
      splitter.append(output)
      splitter.finish()
      guard case .message(text.jsonBytes, _)? = splitter.next() else {
        preconditionFailure("a reply that is no message")
      }
    }
  }

  private static func check(_ incoming: Incoming) {
    switch incoming {
    case .single(let request): check(request)
    case .batch(let requests):
      precondition((1...maximumBatch).contains(requests.count), "a batch above the limit, or an empty one")
      for request in requests { check(request) }
    }
  }

  private static func check(_ request: Result<Request, InvalidRequest>) {
    switch request {
    case .success(let request):
      let copy = (try? JSONValue(parsing: request.jsonBytes)).flatMap { try? Request($0) }
      precondition(copy == request, "a request that is another one after it was written and read")
    case .failure(let invalid):
      precondition(!invalid.error.message.isEmpty, "an error that says nothing")
      precondition((try? JSONValue(parsing: invalid.error.jsonBytes)) != nil, "an error that cannot be told")
    }
  }
}
