/// What is a token of its own though no space stands before it, and with the word before makes one multiword token of
/// CoNLL-U.
enum Clitics {
  /// Whether the token at `range` is a clitic of the word that starts at `start` and ends where the token starts.
  static func isClitic(_ text: [UInt8], after start: Int, _ range: Range<Int>) -> Bool {
    if let second = Lexicon.fused[WordTable.hash(text, start..<range.upperBound)] { return range.count == Int(second) }
    guard !range.isEmpty else { return false }
    var apostrophe = range.lowerBound
    let isNegation = text[apostrophe] | 0x20 == UInt8(ascii: "n") && range.count >= 3
    if isNegation { apostrophe += 1 }
    let character = TextCharacter(text, apostrophe)
    guard character.kind == .apostrophe else { return false }
    let letters = apostrophe + character.length..<range.upperBound
    if isNegation { return letters.count == 1 && text[letters.lowerBound] | 0x20 == UInt8(ascii: "t") }
    return !letters.isEmpty && Lexicon.clitics.contains(text, letters)
  }
}
