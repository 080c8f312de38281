/// A stretch of a block's bytes; blocks stay far below 4 GiB.
struct ByteRange: Sendable, Hashable {
  var start: UInt32
  var length: UInt32

  /// Nothing, nowhere.
  static let none = ByteRange(start: 0, length: 0)

  init(start: UInt32, length: UInt32) {
    self.start = start
    self.length = length
  }

  init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    length = UInt32(range.count)
  }

  var isEmpty: Bool { length == 0 }
  var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

  /// The same stretch after `offset` more bytes were put before it; nothing stays nothing.
  func shifted(by offset: Int) -> ByteRange {
    isEmpty ? self : ByteRange(start: start + UInt32(offset), length: length)
  }
}
