/// Base forms by the longest known ending of a word under its tag; the twin of `Training/lemmas.py`.
struct Lemmatizer {
  private struct Rule {
    let keepsCase: Bool
    let strip: Int
    let append: [UInt8]
  }

  private static let longestEnding = 6
  private static let firstSeed: UInt32 = 16

  private let index: HashIndex
  private let rules: [Rule]

  init(_ file: ModelFile) throws(ModelError) {
    let packed = try unsafe file.tensor("lemmas.rules", .uint8, of: UInt8.self, columns: 16)
    var rules: [Rule] = []
    for start in unsafe stride(from: 0, to: packed.elements.count, by: 16) {
      let bytes = unsafe Array(packed.elements[start..<start + 16])
      guard bytes[2] <= 13 else { throw .tensor("lemmas.rules") }
      rules.append(Rule(keepsCase: bytes[0] != 0, strip: Int(bytes[1]), append: Array(bytes[3..<3 + Int(bytes[2])])))
    }
    self.rules = rules
    index = try unsafe HashIndex("lemmas", in: file, limit: max(1, rules.count))
  }

  /// The base form of a token whose tag is number `tag` of the model's inventory.
  func lemma(of token: ArraySlice<UInt8>, tag: Int, scratch: inout [UInt8]) -> String {
    TokenSpelling.fold(token, digits: false, into: &scratch)
    let rule = rule(for: scratch, seed: Self.firstSeed + UInt32(tag))
    if rule?.keepsCase != true {
      for index in scratch.indices { scratch[index] = lowercased(scratch[index]) }
    }
    if let rule {
      scratch.removeLast(rule.strip)
      scratch += rule.append
    }
    return String(decoding: scratch, as: UTF8.self)
  }

  private func rule(for word: [UInt8], seed: UInt32) -> Rule? {
    var whole = SpellingHash(seed: seed)
    whole.add(0x5E)
    for byte in word { whole.add(lowercased(byte)) }
    if let rule = rule(whole, word) { return rule }
    for length in (0...min(Self.longestEnding, word.count)).reversed() {
      var hash = SpellingHash(seed: seed)
      for byte in word[(word.count - length)...] { hash.add(lowercased(byte)) }
      if let rule = rule(hash, word) { return rule }
    }
    return nil
  }

  private func rule(_ hash: SpellingHash, _ word: [UInt8]) -> Rule? {
    guard let number = index.value(of: hash.value) else { return nil }
    let rule = rules[Int(number)]
    return rule.strip <= word.count ? rule : nil
  }
}
