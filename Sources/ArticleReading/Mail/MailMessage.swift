/// A mail message (RFC 5322 with MIME) that carries one article: a press release, an agency's alert, a newsletter.
struct MailMessage {
  private let header: MIMEHeader
  private let text: [UInt8]

  init(_ file: Bytes, limits: ReadingLimits) throws(ReadingError) {
    let (header, body) = try MIMEHeader.read(file, limit: limits.mailHeaderBytes)
    self.header = header
    var reader = MailTextReader(limits: limits)
    text = try reader.text(header, body, depth: 0, isEnded: true) ?? []
  }

  /// The article. It is `no_text` where the message has only attachments.
  func draft() throws(ReadingError) -> ArticleDraft {
    guard text.contains(where: { !$0.isSpace }) else {
      throw ReadingError(.noText, "the message has no text: attachments are not read; hand them over by themselves")
    }
    var draft = ArticleDraft(text: text)
    draft.title = header.text("subject")
    draft.dates = [header.text("date")].compactMap(\.self)
    draft.source = header["from"].flatMap(Self.sender)
    draft.url = ["archived-at", "x-url", "content-location"].lazy
      .compactMap { header.text($0)?.slice.split { $0 == 0x3C || $0 == 0x3E }.first?.string }
      .first { $0.hasPrefix("http") }
    draft.language = header.text("content-language")
    return draft
  }

  /// The name in `"Press Office" <press@a.example>` or `press@a.example (Press Office)`, else what follows the @.
  private static func sender(_ field: Bytes) -> String? {
    let address = field.firstIndex(of: UInt8(ascii: "<")) ?? field.endIndex
    var name = field[..<address].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    if address == field.endIndex {
      let comment = field.split(separator: UInt8(ascii: "("), maxSplits: 1).dropFirst().first ?? []
      name = Array(comment.prefix { $0 != UInt8(ascii: ")") })
    }
    let line = Whitespace.line(EncodedWords.decode(name[...])[...])
    guard line.isEmpty else { return line }
    let host = field.split(separator: UInt8(ascii: "@")).last?.prefix { $0.isWord || $0 == 0x2E || $0 == 0x2D }
    return host.flatMap { $0.isEmpty || !field.contains(UInt8(ascii: "@")) ? nil : $0.string }
  }

  // MARK: - Recognition

  /// Whether a file begins with the header of a mail message: two of its fields, or one if the name ends in `.eml`.
  static func isMessage(_ file: Bytes, name: String) -> Bool {
    var rest = file.prefix(16_384).drop(while: \.isSpace)
    let wanted = ContentKind.suffix(of: name) == "eml" ? 1 : 2
    var found: Set<String> = []
    while let first = rest.first, first != 0x0A, first != 0x0D {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      if first == 0x20 || first == 0x09 { continue }  // a folded line
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return false }
      let field = String(decoding: line[..<colon].map(\.lowercased), as: UTF8.self)
      if fields.contains(field) { found.insert(field) }
    }
    return found.count >= wanted
  }

  private static let fields: Set = [
    "from", "to", "subject", "received", "return-path", "delivered-to", "message-id", "mime-version", "content-type",
  ]
}
