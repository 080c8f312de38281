import Linguistics

// Sums and measures of what is given: what is given is the object, and not the sum.
extension TreeRepair {
  /// "gave £30m of aid to Chile", "suspended 30 tons of food aid": the aid is the object, and to whom it goes hangs on the verb.
  mutating func mendSum(_ gift: Int, _ head: Int, _ sentence: Range<Int>) {
    // "£30m of aid" with the aid on the number
    let above = Int(document.heads[head])
    let sum = document.relations[head] == .nummod && above >= 0 ? above : head
    guard gift > head, document.heads[sum] >= 0, isSum(sum), isGift(gift), let word = link(gift, to: head) else {
      return
    }
    switch document.relations[sum].universal {
    case .obj, .obl, .nsubj: take(gift, for: sum, word, sentence)
    default: return
    }
  }

  /// "gave £30m in aid to Chile" with the aid on the verb.
  mutating func mendSumInKind(_ gift: Int, _ verb: Int, _ sentence: Range<Int>) {
    let sum = Int(objects[verb])
    guard sum >= 0, sum < gift, gift - sum < 8, isSum(sum), isGift(gift), let word = link(gift, to: sum),
      document.lemmas[word] == "in"
    else { return }
    take(gift, for: sum, word, sentence)
  }

  private mutating func take(_ gift: Int, for sum: Int, _ word: Int, _ sentence: Range<Int>) {
    let verb = Int(document.heads[sum])
    document.heads[gift] = Int32(verb)
    document.relations[gift] = document.relations[sum]
    document.heads[sum] = Int32(gift)
    document.relations[sum] = .nummod
    document.heads[word] = Int32(sum)
    // "asked for £30m of aid"
    for token in max(0, sum - 3)..<sum where document.relations[token] == .case && Int(document.heads[token]) == sum {
      document.heads[token] = Int32(gift)
    }
    if objects[verb] == Int32(sum) { objects[verb] = Int32(gift) }
    guard document.upos[verb] == .verb else { return }
    for token in Range(from: gift + 1, upTo: sentence.upperBound) where Int(document.heads[token]) == gift {
      guard document.relations[token] == .nmod,
        (gift..<token).contains(where: {
          Int(document.heads[$0]) == token && ["to", "for", "from"].contains(document.lemmas[$0])
        })
      else { continue }
      document.heads[token] = Int32(verb)
      document.relations[token] = .obl
    }
  }

  /// The preposition by which a gift hangs on its sum: "of", "in".
  private func link(_ gift: Int, to sum: Int) -> Int? {
    (sum + 1..<gift).first { Int(document.heads[$0]) == gift && ["of", "in"].contains(document.lemmas[$0]) }
  }

  private func isGift(_ token: Int) -> Bool {
    document.upos[token] == .noun && lexicon.has(.gifts, document.lemmas[token])
  }

  private func isSum(_ token: Int) -> Bool {
    ["$", "£", "€"].contains { document.form(token).hasSuffix($0) } || Self.measures.contains(document.lemmas[token])
  }

  private static let measures: Set<String> = ["dollar", "euro", "pound", "million", "billion", "worth", "ton", "tonne"]
}
