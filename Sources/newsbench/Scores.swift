import Linguistics

/// How many tokens are tagged and attached as in the gold trees.
struct TreeScore {
  private(set) var tokens = 0
  private(set) var upos = 0
  private(set) var xpos = 0
  private(set) var lemmas = 0
  /// Tokens of documents whose gold has lemmas.
  private(set) var lemmaTokens = 0
  private(set) var attached = 0
  private(set) var labelled = 0
  private(set) var fullyLabelled = 0

  /// Counts every token, punctuation too, as the CoNLL 2018 script does.
  mutating func add(_ found: Document, gold: Document) {
    if !gold.lemmas.isEmpty {
      lemmaTokens += gold.tokenCount
      lemmas += zip(found.lemmas, gold.lemmas).count { $0 == $1 }
    }
    for token in 0..<gold.tokenCount {
      tokens += 1
      if found.upos[token] == gold.upos[token] { upos += 1 }
      if found.xpos[token] == gold.xpos[token] { xpos += 1 }
      guard found.heads[token] == gold.heads[token] else { continue }
      attached += 1
      if found.relations[token].universal == gold.relations[token].universal { labelled += 1 }
      if found.relations[token] == gold.relations[token] { fullyLabelled += 1 }
    }
  }

  func percent(_ count: Int, of whole: Int) -> Double { whole == 0 ? 0 : 100 * Double(count) / Double(whole) }
}

/// How many spans are found exactly, with their class.
struct SpanScore {
  private(set) var gold = 0
  private(set) var found = 0
  private(set) var right = 0

  mutating func add<Element: Hashable>(_ found: Set<Element>, gold: Set<Element>) {
    self.gold += gold.count
    self.found += found.count
    right += found.intersection(gold).count
  }

  var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
  var recall: Double { gold == 0 ? 0 : 100 * Double(right) / Double(gold) }
  var f1: Double { gold + found == 0 ? 0 : 200 * Double(right) / Double(gold + found) }
}

extension Double {
  /// The number with so many digits after the point.
  func rounded(digits: Int) -> String {
    var factor = 1
    for _ in 0..<digits { factor *= 10 }
    let scaled = Int((magnitude * Double(factor)).rounded())
    let fraction = String(scaled % factor)
    let sign = self < 0 && scaled > 0 ? "-" : ""
    let whole = sign + String(scaled / factor)
    return digits == 0 ? whole : whole + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// The number with two digits after the point, six characters wide.
  var twoDigits: String {
    String(repeating: " ", count: max(0, 6 - rounded(digits: 2).utf8.count)) + rounded(digits: 2)
  }
}
