/// What the sentence splitter needs to know of a token beside its bytes.
enum TokenKind: UInt8 {
  case word
  case number
  /// `.` `!` `?` and runs of them.
  case terminator
  /// `...` and `…`.
  case ellipsis
  case open, close
  /// `"` or `'`: opens or closes.
  case quote
  /// "Mr." and its like: a name follows.
  case title
  /// "Inc.", "U.S.", "J.": with its full stop, and may end a sentence all the same.
  case abbreviation
  case emoticon
  case other
}

/// Tokens while they are being found.
struct TokenList {
  var starts: [Int32] = []
  var ends: [Int32] = []
  var kinds: [TokenKind] = []

  init(bytes: Int) {
    // English news has a token to about five bytes.
    starts.reserveCapacity(bytes / 5 + 8)
    ends.reserveCapacity(bytes / 5 + 8)
    kinds.reserveCapacity(bytes / 5 + 8)
  }

  var count: Int { starts.count }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, _ kind: TokenKind) {
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
    kinds.append(kind)
  }
}
