/// A piece of a written date.
enum DateToken: Hashable {
  case number(Int, digits: Int)
  /// Letters, in lower case.
  case word(String)
  /// A punctuation mark.
  case mark(UInt8)

  /// Cuts a text into tokens; white space parts them and is left out. Reads 200 bytes at most.
  static func tokens(_ text: Bytes) -> [DateToken] {
    var tokens: [DateToken] = []
    var rest = text.prefix(200)
    while let first = rest.first {
      if first.isDigit {
        let digits = rest.prefix { $0.isDigit }
        tokens.append(.number(number(digits), digits: digits.count))
        rest = rest[digits.endIndex...]
      } else if first.isLetter {
        let letters = rest.prefix { $0.isLetter }
        tokens.append(.word(String(decoding: letters.map(\.lowercased), as: UTF8.self)))
        rest = rest[letters.endIndex...]
      } else {
        if !first.isSpace { tokens.append(.mark(first)) }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  /// The value; −1 if it has more digits than any date.
  private static func number(_ digits: Bytes) -> Int {
    digits.count > 14 ? -1 : digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
