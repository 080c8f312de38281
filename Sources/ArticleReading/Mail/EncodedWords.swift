/// Words of another encoding in a mail header: `=?utf-8?Q?caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
  /// The field as UTF-8. What is no encoded word stays, single bytes beyond UTF-8 are taken as Windows-1252.
  static func decode(_ field: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    // Words of one encoding are decoded together: some mailers cut characters in two.
    var pending: (charset: Bytes, bytes: [UInt8])?
    func flush() {
      if let word = pending { result += text(word.bytes, charset: word.charset) }
      pending = nil
    }
    var rest = field
    while !rest.isEmpty {
      if let word = Word(rest) {
        if let charset = pending?.charset, !word.charset.elementsEqual(charset) { flush() }
        if pending == nil { pending = (word.charset, []) }
        pending?.bytes += word.bytes
        rest = rest[word.end...]
        // White space between two encoded words does not count.
        let next = rest.drop(while: \.isSpace)
        if Word(next) != nil { rest = next }
      } else {
        flush()
        let plain = rest.dropFirst().firstIndex(of: UInt8(ascii: "=")) ?? rest.endIndex
        result += MixedText(Array(rest[..<plain])).utf8
        rest = rest[plain...]
      }
    }
    flush()
    return result
  }

  private static func text(_ bytes: [UInt8], charset: Bytes) -> [UInt8] {
    guard let charset = Charset(label: charset), !charset.isDetected else { return MixedText(bytes).utf8 }
    return charset.decode(bytes[...])
  }

  /// One encoded word.
  private struct Word {
    let charset: Bytes
    let bytes: [UInt8]
    let end: Int

    /// Nil if none begins at the start of `rest`.
    init?(_ rest: Bytes) {
      let mark = UInt8(ascii: "?")
      guard rest.starts(with: "=?".utf8) else { return nil }
      // The longest word of the standard has 75 bytes; some mailers write longer ones.
      let window = rest.prefix(1_000)
      guard let first = window.dropFirst(2).firstIndex(of: mark),
        let second = window[(first + 1)...].firstIndex(of: mark), second == first + 2,
        let third = window[(second + 1)...].firstIndex(of: mark), third + 1 < window.endIndex,
        window[third + 1] == UInt8(ascii: "=")
      else { return nil }
      let text = window[(second + 1)..<third]
      switch window[first + 1].lowercased {
      case UInt8(ascii: "b"): bytes = TransferEncoding.base64(text)
      case UInt8(ascii: "q"):
        bytes = TransferEncoding.quotedPrintable(Array(text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })[...])
      default: return nil
      }
      // A language may follow the encoding: `=?utf-8*en?Q?…?=` (RFC 2231).
      charset = window[(window.startIndex + 2)..<first].prefix { $0 != UInt8(ascii: "*") }
      end = third + 2
    }
  }
}
