import Linguistics
import NewsModel

// Words that some write with a hyphen: "cease-fire", "sit-in", "co-operate", "air-strike".
extension TreeRepair {
  /// Gives a word that was parted at its hyphen the lemma that the lexicon has for the whole.
  ///
  /// Of the two parts the one that governs the other stands for the word.
  mutating func mendHyphen(_ token: Int, _ sentence: Range<Int>) {
    let (first, second) = (token - 1, token + 1)
    guard document.lemmas[token] == "-", sentence.contains(first), sentence.contains(second),
      document.span(first).end == document.span(token).start, document.span(token).end == document.span(second).start
    else { return }
    let whole: Int
    if Int(document.heads[first]) == second {
      whole = second
    } else if Int(document.heads[second]) == first {
      whole = first
    } else {
      return
    }
    if let lemma = known(document.word(first), document.lemmas[second].lowercased()) { document.lemmas[whole] = lemma }
  }

  /// "co-operate", "re-open": one token with a hyphen, which the lexicon has without.
  mutating func mendPrefix(_ token: Int) {
    let lemma = document.lemmas[token]
    guard let hyphen = lemma.firstIndex(of: "-"), hyphen != lemma.startIndex,
      lexicon.index.numbers(of: lemma).small < 0,
      let whole = known(String(lemma[..<hyphen]), String(lemma[lemma.index(after: hyphen)...]))
    else { return }
    document.lemmas[token] = whole
  }

  /// The word of two parts that has patterns of its own or is asked for by one, with a hyphen or without.
  private func known(_ first: String, _ second: String) -> String? {
    guard first.count > 1, second.count > 1 else { return nil }
    return ["\(first)-\(second)", first + second].first { lexicon.index.numbers(of: $0).small >= 0 }
  }
}
