/// Finds the text in a message's tree of parts.
struct MailTextReader {
  private let limits: ReadingLimits
  private var parts = 0

  init(limits: ReadingLimits) { self.limits = limits }

  /// Less text than this beside HTML is a note that there is HTML.
  private static let smallestStory = 200

  /// The paragraphs of a part, parted by newlines; nil if it has no text of its own.
  ///
  /// - Parameters:
  ///   - depth: How many parts are around this one.
  ///   - isEnded: Whether the line that ends the part is there.
  /// - Throws: `too_large` for a limit, `truncated` where the text itself is cut off.
  mutating func text(
    _ header: MIMEHeader, _ body: Bytes, depth: Int, isEnded: Bool
  ) throws(ReadingError) -> [UInt8]? {
    let type = header.contentType
    guard !header.isAttachment || depth == 0 else { return nil }
    if type.word.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty {
      return try text(ofParts: body, boundary, type.word, depth)
    }
    switch type.word {
    case "text/plain", "text/html", "text":
      guard isEnded else {
        throw ReadingError(.truncated, "the message ends within its text; hand it over again", offset: body.endIndex)
      }
      return try Self.paragraphs(header, body, type, limits)
    case "message/rfc822":
      let message = TransferEncoding.decode(body, Self.encoding(header))
      let inner = try MIMEHeader.read(message[...], limit: limits.mailHeaderBytes)
      return try text(inner.header, inner.body, depth: try deeper(depth, at: body.startIndex), isEnded: isEnded)
    default: return nil
    }
  }

  private func deeper(_ depth: Int, at offset: Int) throws(ReadingError) -> Int {
    guard depth < limits.mailDepth else {
      throw ReadingError(.tooLarge, "parts of the message are nested deeper than \(limits.mailDepth)", offset: offset)
    }
    return depth + 1
  }

  private mutating func text(
    ofParts body: Bytes, _ boundary: Bytes, _ type: String, _ depth: Int
  ) throws(ReadingError) -> [UInt8]? {
    let depth = try deeper(depth, at: body.startIndex)
    var texts: [(text: [UInt8], type: String)] = []
    for part in MultipartBody.parts(body, boundary: boundary, limit: limits.mailParts + 1) {
      parts += 1
      guard parts <= limits.mailParts else {
        throw ReadingError(
          .tooLarge, "the message has more than \(limits.mailParts) parts", offset: part.bytes.startIndex)
      }
      let (header, body) = try MIMEHeader.read(part.bytes, limit: limits.mailHeaderBytes)
      let text = try text(header, body, depth: depth, isEnded: part.isEnded)
      if let text, text.contains(where: { !$0.isSpace }) { texts.append((text, header.contentType.word)) }
      // The others go with the first: pictures of a page, a signature.
      if !texts.isEmpty, type == "multipart/related" || type == "multipart/signed" { break }
    }
    if type == "multipart/alternative" { return Self.best(texts) }
    // A forwarded message counts where there is nothing else.
    let own = texts.filter { $0.type != "message/rfc822" }
    let chosen = own.isEmpty ? texts.prefix(1).map(\.text) : own.map(\.text)
    return chosen.isEmpty ? nil : Array(chosen.joined(separator: [0x0A]))
  }

  /// The plain text of several that say the same, unless it is a note only.
  private static func best(_ texts: [(text: [UInt8], type: String)]) -> [UInt8]? {
    let plain = texts.first { $0.type == "text/plain" }?.text
    if let plain, plain.count >= smallestStory { return plain }
    return texts.map(\.text).max { $0.count < $1.count }
  }

  // MARK: - One part

  private static func encoding(_ header: MIMEHeader) -> String {
    MIMEHeader.Value(header["content-transfer-encoding"] ?? []).word
  }

  private static func paragraphs(
    _ header: MIMEHeader, _ body: Bytes, _ type: MIMEHeader.Value, _ limits: ReadingLimits
  ) throws(ReadingError) -> [UInt8]? {
    let bytes = TransferEncoding.decode(body, encoding(header))
    guard bytes.contains(where: { !$0.isSpace }) else { return nil }
    let charset = type["charset"].flatMap { Charset(label: $0) }
    let text: [UInt8]
    if let charset, !charset.isDetected {
      text = charset.decode(bytes[...])
    } else {
      text = try DecodedText(bytes).bytes
    }
    guard text.count <= limits.pageBytes else {
      throw ReadingError(
        .tooLarge, "the message's text has \(text.count) bytes, more than \(limits.pageBytes)", offset: body.startIndex)
    }
    if type.word == "text/html" { return try MailPage.paragraphs(text, limits: limits) }
    return MailText.paragraphs(text[...], type)
  }
}

/// A text as mail has it.
enum MailText {
  /// The paragraphs without quoted messages and the signature, parted by newlines.
  static func paragraphs(_ text: Bytes, _ type: MIMEHeader.Value) -> [UInt8] {
    let isFlowed = type["format"].map { $0.equals("flowed".bytes) } ?? false
    let deletesSpace = type["delsp"].map { $0.equals("yes".bytes) } ?? false
    var result: [UInt8] = []
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.elementsEqual("-- ".utf8) { break }
      if line.first == UInt8(ascii: ">") { continue }
      // A space before such a line's end says that the next goes on with it (RFC 3676).
      result += isFlowed && line.first == 0x20 ? line.dropFirst() : line
      if isFlowed, line.last == 0x20 {
        if deletesSpace { result.removeLast() }
      } else {
        result.append(0x0A)
      }
    }
    return isFlowed ? result : PlainText.unwrapped(result[...])
  }
}

/// A page in a message.
enum MailPage {
  /// The main text's paragraphs; all of the text where no part of it stands out.
  static func paragraphs(_ page: [UInt8], limits: ReadingLimits) throws(ReadingError) -> [UInt8] {
    let builder = HTMLBuilder()
    try HTMLParser.parse(page, limits: limits, into: builder)
    let story = MainText(builder).paragraphs
    return story.isEmpty ? MainText.all(of: builder) : story
  }
}
