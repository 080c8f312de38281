/// What the network sees of a token: five spellings, each a row of the embedding matrix.
///
/// The twin of `Training/features.py`; both work on UTF-8 bytes and must stay the same to the bit.
struct TokenFeatures {
  /// Number of spellings of a token: form, prefix of three bytes, suffixes of three and two, shape.
  static let kindCount = 5

  private(set) var folded: [UInt8] = []
  private var lower: [UInt8] = []
  private var shape: [UInt8] = []

  /// Appends the rows of a token's spellings; row k stands for an unknown spelling of kind k.
  mutating func append(rowsOf token: ArraySlice<UInt8>, in vocabulary: HashIndex, to rows: inout [UInt16]) {
    TokenSpelling.fold(token, digits: true, into: &folded)
    lower.removeAll(keepingCapacity: true)
    for byte in folded { lower.append(lowercased(byte)) }
    findShape()
    func append(_ kind: Int, _ bytes: ArraySlice<UInt8>) {
      var hash = SpellingHash(seed: UInt32(kind))
      for byte in bytes { hash.add(byte) }
      rows.append(vocabulary.value(of: hash.value) ?? UInt16(kind))
    }
    append(0, lower[...])
    append(1, lower.prefix(3))
    append(2, lower.suffix(3))
    append(3, lower.suffix(2))
    append(4, shape[...])
  }

  /// Letters become X and x, digits d, other scripts u; a run is cut after four.
  private mutating func findShape() {
    shape.removeAll(keepingCapacity: true)
    var run = 0
    for byte in folded {
      let symbol: UInt8
      switch byte {
      case 0x41...0x5A: symbol = 0x58
      case 0x61...0x7A: symbol = 0x78
      case 0x30...0x39: symbol = 0x64
      case 0xC0...: symbol = 0x75
      case 0x80...: continue
      default: symbol = byte
      }
      run = shape.last == symbol ? run + 1 : 1
      if run <= 4 { shape.append(symbol) }
    }
  }
}

/// Typographic characters as the corpora write them.
package enum TokenSpelling {
  /// Copies a token with plain quotes, hyphens and spaces; with `digits`, all digits are 0 and quotes of two signs one.
  package static func fold(_ token: ArraySlice<UInt8>, digits: Bool, into folded: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    var index = token.startIndex
    while index < token.endIndex {
      let byte = token[index]
      if byte < 0x80 {
        folded.append(digits && isDigit(byte) ? 0x30 : byte)
        index += 1
      } else {
        index += replace(token[index...], into: &folded)
      }
    }
    if digits, folded.count == 2, folded[0] == folded[1], folded[0] == 0x60 || folded[0] == 0x27 { folded = [0x22] }
  }

  /// Copies the first character, replaced if it is typographic; returns how many bytes of the token that took.
  private static func replace(_ rest: ArraySlice<UInt8>, into folded: inout [UInt8]) -> Int {
    let start = rest.startIndex
    let second: UInt8 = rest.count > 1 ? rest[start + 1] : 0
    let third: UInt8 = rest.count > 2 ? rest[start + 2] : 0
    switch (rest[start], second, third) {
    case (0xE2, 0x80, 0x98...0x9B): folded.append(0x27)
    case (0xE2, 0x80, 0x9C...0x9F): folded.append(0x22)
    case (0xE2, 0x80, 0x90...0x93), (0xE2, 0x88, 0x92): folded.append(0x2D)
    case (0xE2, 0x80, 0x94...0x95): folded += [0x2D, 0x2D]
    case (0xE2, 0x80, 0xA6): folded += [0x2E, 0x2E, 0x2E]
    case (0xE2, 0x80, 0xAF): folded.append(0x20)
    case (0xC2, 0xB4, _), (0xCA, 0xBC, _):
      folded.append(0x27)
      return 2
    case (0xC2, 0xAB, _), (0xC2, 0xBB, _):
      folded.append(0x22)
      return 2
    case (0xC2, 0xA0, _):
      folded.append(0x20)
      return 2
    default:
      folded.append(rest[start])
      return 1
    }
    return 3
  }
}
