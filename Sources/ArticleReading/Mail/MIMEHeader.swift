/// The header of a mail message or of a part of one (RFC 5322, RFC 2045).
struct MIMEHeader {
  private var fields: [(name: String, value: Bytes)] = []

  /// Reads the header at the start of `text` and returns it with what follows the empty line behind it.
  ///
  /// - Throws: `too_large` if it has more than `limit` bytes.
  static func read(_ text: Bytes, limit: Int) throws(ReadingError) -> (header: MIMEHeader, body: Bytes) {
    var header = MIMEHeader()
    var rest = text
    while let first = rest.first {
      let line = rest.prefix { $0 != 0x0A }
      let content = line.last == 0x0D ? line.dropLast() : line
      rest = rest[line.endIndex...].dropFirst()
      if content.isEmpty { break }
      guard line.endIndex - text.startIndex <= limit else {
        throw ReadingError(.tooLarge, "a header of the message has more than \(limit) bytes", offset: line.startIndex)
      }
      if first == 0x20 || first == 0x09, let last = header.fields.indices.last {
        // A folded line goes on with the field. The value keeps the newline; whoever reads it takes it as a space.
        header.fields[last].value = text[header.fields[last].value.startIndex..<content.endIndex]
      } else if let colon = content.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: content[..<colon].trimmed.map(\.lowercased), as: UTF8.self)
        header.fields.append((name, content[(colon + 1)...]))
      }
    }
    return (header, rest)
  }

  /// The value of the first field of that name, which is in lower case, without its folds; nil if there is none.
  subscript(_ name: String) -> Bytes? {
    fields.first { $0.name == name }.map { Array($0.value.filter { $0 != 0x0A && $0 != 0x0D })[...].trimmed }
  }

  /// The value of a field as people read it, encoded words decoded.
  func text(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    let line = Whitespace.line(EncodedWords.decode(value)[...])
    return line.isEmpty ? nil : line
  }

  // MARK: - Fields with parameters

  /// A word and its parameters: `text/plain; charset="utf-8"`.
  struct Value {
    /// In lower case.
    var word = ""
    private var parameters: [String: Bytes] = [:]

    init(_ field: Bytes) {
      var rest = field
      word = Self.lower(Self.piece(&rest).trimmed)
      while !rest.isEmpty {
        let piece = Self.piece(&rest)
        guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let name = Self.lower(piece[..<equals].trimmed)
        if parameters[name] == nil { parameters[name] = Self.unquoted(piece[(equals + 1)...].trimmed) }
      }
    }

    subscript(_ name: String) -> Bytes? { parameters[name] }

    /// Takes what stands before the next semicolon outside of quotation marks.
    private static func piece(_ rest: inout Bytes) -> Bytes {
      var isQuoted = false
      var index = rest.startIndex
      while index < rest.endIndex, isQuoted || rest[index] != UInt8(ascii: ";") {
        if rest[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if rest[index] == UInt8(ascii: "\\"), isQuoted { index += 1 }
        index += 1
      }
      let piece = rest[..<min(index, rest.endIndex)]
      rest = rest[piece.endIndex...].dropFirst()
      return piece
    }

    private static func unquoted(_ value: Bytes) -> Bytes {
      guard value.first == UInt8(ascii: "\""), value.count >= 2 else { return value }
      return Array(value.dropFirst().dropLast().filter { $0 != UInt8(ascii: "\\") })[...]
    }

    private static func lower(_ word: Bytes) -> String { String(decoding: word.map(\.lowercased), as: UTF8.self) }
  }

  /// What the body is; a text, if nothing else is said (RFC 2045, 5.2).
  var contentType: Value { Value(self["content-type"] ?? "text/plain".slice) }

  /// Whether the part is a file that came with the message.
  var isAttachment: Bool { self["content-disposition"].map { Value($0).word == "attachment" } ?? false }
}
