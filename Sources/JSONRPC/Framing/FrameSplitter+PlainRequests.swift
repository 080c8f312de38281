/// The short way for what nearly every message is: a plain request, whole, with a newline behind it.
extension FrameSplitter {
  /// Takes and reads the next message where it is a plain request on its own, with at most `length` bytes; else changes
  /// nothing that `next` would not change as well, which is then to be asked.
  ///
  /// `next` would give a message that ends in a newline, which `Incoming` would read as the same request.
  package mutating func nextPlainRequest(upTo length: Int) -> Request? {
    guard case .between = state else { return nil }
    while offset < buffer.count, isBlank(buffer[offset]) { offset += 1 }
    start = offset
    var reader = PlainRequestReader(buffer, from: start, maximumDepth: maximumDepth)
    guard let request = reader.read(), reader.offset - start <= min(length, maximumLength) else { return nil }
    var end = reader.offset
    while end < buffer.count, isBlank(buffer[end]) {
      end += 1
      guard buffer[end - 1] == UInt8(ascii: "\n") else { continue }
      offset = end
      forget()
      return request
    }
    return nil
  }
}
