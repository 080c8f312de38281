/// The parts of a multipart body (RFC 2046, 5.1).
enum MultipartBody {
  /// A part, with its own header, and whether the line that ends it is there.
  struct Part {
    let bytes: Bytes
    let isEnded: Bool
  }

  /// Cuts a body at its boundary lines; what stands before the first and behind the last is no part.
  ///
  /// - Parameter limit: Parts beyond are left out.
  static func parts(_ body: Bytes, boundary: Bytes, limit: Int) -> [Part] {
    var parts: [Part] = []
    var start: Int?
    var lineStart = body.startIndex
    while lineStart < body.endIndex, parts.count < limit {
      let lineEnd = body[lineStart...].firstIndex(of: 0x0A) ?? body.endIndex
      if let isLast = isBoundary(body[lineStart..<lineEnd], boundary) {
        // The newline before a boundary line belongs to the boundary.
        if let start { parts.append(Part(bytes: body[start..<max(start, lineStart - 1)], isEnded: true)) }
        start = isLast ? nil : min(lineEnd + 1, body.endIndex)
        if isLast { break }
      }
      lineStart = lineEnd + 1
    }
    if let start, start < body.endIndex, parts.count < limit {
      parts.append(Part(bytes: body[start...], isEnded: false))
    }
    return parts
  }

  /// Whether a boundary line is the last; nil if it is none.
  private static func isBoundary(_ line: Bytes, _ boundary: Bytes) -> Bool? {
    guard line.count >= boundary.count + 2, line.starts(with: "--".utf8) else { return nil }
    let rest = line.dropFirst(2)
    guard rest.starts(with: boundary) else { return nil }
    let end = rest.dropFirst(boundary.count)
    if end.allSatisfy(\.isSpace) { return false }
    return end.starts(with: "--".utf8) && end.dropFirst(2).allSatisfy(\.isSpace) ? true : nil
  }
}
