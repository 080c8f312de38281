/// Messages with a `Content-Length` header.
extension FrameSplitter {
  /// Bytes all header lines together may have.
  private static let maximumHeaderLength = 4096

  mutating func stepHeader(_ length: Int?) -> Step {
    guard let lineEnd = buffer[offset...].firstIndex(of: UInt8(ascii: "\n")) else {
      return buffer.count - start > Self.maximumHeaderLength ? fail("the header is longer than 4096 bytes") : .starved
    }
    guard lineEnd - start <= Self.maximumHeaderLength else { return fail("the header is longer than 4096 bytes") }
    var line = buffer[offset..<lineEnd]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    offset = lineEnd + 1
    if line.isEmpty { return endOfHeader(length) }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return fail("a header line has no colon") }
    guard lowercased(line[..<colon]) == "content-length" else { return .again }
    let value = String(decoding: line[(colon + 1)...].filter { !isBlank($0) }, as: UTF8.self)
    guard length == nil, let count = Int(value), count >= 0 else { return fail("the Content-Length is no length") }
    state = .header(length: count)
    return .again
  }

  private mutating func endOfHeader(_ length: Int?) -> Step {
    guard let length else { return fail("the header has no Content-Length") }
    start = offset
    state = length > maximumLength ? .discarding(length) : .body(length: length)
    return .again
  }

  mutating func stepBody(_ length: Int) -> Step {
    guard buffer.count - start >= length else {
      offset = buffer.count
      return .starved
    }
    offset = start + length
    defer { forget() }
    return .frame(.message(Array(buffer[start..<offset]), .contentLength))
  }

  mutating func stepDiscarding(_ count: Int) -> Step {
    let here = min(count, buffer.count - offset)
    offset += here
    start = offset
    state = .discarding(count - here)
    guard here == count else { return .starved }
    forget()
    return .frame(.fault(tooLarge, .contentLength))
  }

  mutating func stepDead() -> Step {
    offset = buffer.count
    start = offset
    return .starved
  }

  private mutating func fail(_ message: String) -> Step {
    state = .dead
    return .frame(.fault(FrameFault(kind: .broken, message: message, isFatal: true), .contentLength))
  }

  private func lowercased(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
