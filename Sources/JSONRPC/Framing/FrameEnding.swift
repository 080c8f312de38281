package import JSONCoding

/// How a message ends on the wire; a reply ends as its request did.
package enum FrameEnding: Sendable, Hashable {
  /// A newline behind the value: JSON Lines, most clients.
  case newline
  /// Nothing behind the value; a reply gets two newlines, which clients that send so wait for.
  case blankLine
  /// A `Content-Length` header before the value, as the Language Server Protocol has it.
  case contentLength

  /// Appends a message, framed.
  package func append(_ message: some JSONEncodable, to output: inout [UInt8]) {
    switch self {
    case .newline, .blankLine:
      message.append(to: &output)
      output.append(UInt8(ascii: "\n"))
      if self == .blankLine { output.append(UInt8(ascii: "\n")) }
    case .contentLength:
      let text = message.jsonBytes
      output.append(contentsOf: "Content-Length: \(text.count)\r\n\r\n".utf8)
      output.append(contentsOf: text)
    }
  }
}

/// What a splitter finds: a message, or the reason why there is none.
package enum Frame: Sendable, Equatable {
  /// The text of one message, not yet read.
  case message([UInt8], FrameEnding)
  /// Something that can be no message; it deserves an error reply.
  case fault(FrameFault, FrameEnding)
}

/// Why bytes can be no message.
package struct FrameFault: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// The text is no JSON, or ends early.
    case broken
    /// The message is larger than the limit; nothing of it was kept.
    case tooLarge
  }

  package var kind: Kind
  /// What is wrong, in words.
  package var message: String
  /// Whether the place of the next message is lost, so that the connection must close after the reply.
  package var isFatal = false
}
