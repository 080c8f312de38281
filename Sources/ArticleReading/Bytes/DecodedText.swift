/// A file's text as UTF-8, whatever encoding it came in.
struct DecodedText {
  /// The text in UTF-8.
  let bytes: [UInt8]
  /// Place of the first byte that was no UTF-8 in a file that elsewhere is.
  let firstStrayByte: Int?
  /// Hash of the unpacked file.
  let id: String

  /// Finds the encoding: a byte order mark, UTF-16 by its zeros, UTF-8, what the text declares, else Windows-1252.
  init(_ file: [UInt8]) throws(ReadingError) {
    id = ContentHash.hex(file[...])
    var text = file[...]
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      text = file[3...]
    } else if let utf16 = UTF16Text(file) {
      text = utf16.utf8[...]
    } else if let charset = DeclaredCharset.find(in: text), charset.isSevenBit {
      text = charset.decode(text)[...]  // its escapes would pass for control characters
    }
    guard text.contains(where: { !$0.isSpace }) else {
      throw ReadingError(.empty, text.isEmpty ? "the file is empty" : "the file has nothing but white space")
    }
    try Self.rejectBinary(text)
    (bytes, firstStrayByte) = try Self.utf8(text)
  }

  /// Throws if this is a known binary format, has more than a few NUL bytes, or is full of control characters.
  private static func rejectBinary(_ text: Bytes) throws(ReadingError) {
    if let format = BinaryFormat(text) {
      throw ReadingError(.unsupported, "this is \(format.name); hand over its text, HTML or JSON", offset: 0)
    }
    var zeros = 0
    var controls = 0
    for byte in text {
      if byte == 0 { zeros &+= 1 }
      if byte < 0x20, !byte.isSpace { controls &+= 1 }
    }
    guard zeros * 1000 <= text.count, controls * 100 <= text.count else {
      let offset = (text.firstIndex { $0 < 0x20 && !$0.isSpace } ?? 0) - text.startIndex
      throw ReadingError(
        .binary, "this is no text: \(controls) of \(text.count) bytes are control characters", offset: offset)
    }
  }

  private static func utf8(_ text: Bytes) throws(ReadingError) -> (bytes: [UInt8], stray: Int?) {
    let array = Array(text)
    do {
      _ = try UTF8Span(validating: array.span)
      return (array, nil)
    } catch {
      if let declared = DeclaredCharset.find(in: text), !declared.isDetected { return (declared.decode(text), nil) }
      let mixed = MixedText(array)
      guard mixed.strayBytes * 5 <= array.count else {
        let message = "this is neither UTF-8, UTF-16 nor Windows-1252; convert it to UTF-8"
        throw ReadingError(.encoding, message, offset: error.byteOffsets.lowerBound)
      }
      return (mixed.utf8, mixed.hasUTF8 ? error.byteOffsets.lowerBound : nil)
    }
  }
}
