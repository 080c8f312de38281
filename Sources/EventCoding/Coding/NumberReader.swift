import Linguistics
import NewsModel

/// Reads the numbers of noun phrases: "an estimated 100,000 troops", "at least 12 people", "dozens of protesters", "$5 million".
struct NumberReader: Sendable {
  let tree: SyntaxTree

  private var document: Document { tree.document }

  /// The quantity in the noun phrase headed at a token.
  ///
  /// - Parameter outcome: what became of those counted ("killed"), said after the noun in `counted`.
  func quantity(at head: Int, outcome: String? = nil) -> Quantity? {
    guard !document.times.contains(where: { $0.tokens.contains(head) }) else { return nil }
    guard let number = number(of: head) else { return nil }
    let first = qualifierStart(before: number.tokens.lowerBound)
    let bound = bound(first..<number.tokens.lowerBound)
    let isMoney = number.unit != nil
    let last = max(number.tokens.upperBound, isMoney ? number.tokens.upperBound : head + 1)
    let span = document.span(min(first, head)..<last)
    var quantity = Quantity(
      text: document.string(span), unit: number.unit, approximate: bound == .about || number.isVague, span: span)
    switch bound {
    case .least: quantity.low = number.value
    case .most: quantity.high = number.value
    default: quantity.value = number.value
    }
    quantity.counted = counted(head, number, outcome)
    return quantity
  }

  private func counted(_ head: Int, _ number: Number, _ outcome: String?) -> String? {
    if number.unit != nil { return nil }
    let isBare = document.upos[head] == .num || number.tokens.contains(head)
    let noun = isBare ? (outcome == nil ? nil : "people") : tree.lemma(head)
    guard let noun else { return nil }
    return outcome.map { "\(noun) \($0)" } ?? noun
  }

  // MARK: Numbers

  private struct Number {
    var value: Double
    var tokens: Range<Int>
    var unit: String?
    /// "dozens", "hundreds".
    var isVague = false
  }

  private func number(of head: Int) -> Number? {
    if let vague = vague(head) { return vague }
    let sentence = tree.sentence(of: head)
    for child in tree.children(head) where document.upos[child] == .num && sentence.contains(child) {
      if let number = numeral(child, sentence) { return number }
    }
    return document.upos[head] == .num ? numeral(head, sentence) : nil
  }

  /// "dozens of protesters", "tens of thousands of people".
  private func vague(_ head: Int) -> Number? {
    if let number = plural(at: head) { return number }
    for token in tree.ancestors(head).prefix(2) where token < head {
      if let number = plural(at: token) { return number }
    }
    for token in tree.children(head) where token < head {
      if let number = plural(at: token) { return number }
    }
    return nil
  }

  /// "hundreds of", "tens of thousands of".
  private func plural(at token: Int) -> Number? {
    guard tree.isNoun(token) || document.upos[token] == .num, token + 1 < document.tokenCount,
      tree.lemma(token + 1) == "of", let value = Self.plurals[document.form(token).lowercased()]
    else { return nil }
    if token >= 2, tree.lemma(token - 1) == "of", let outer = Self.plurals[document.form(token - 2).lowercased()] {
      return Number(value: outer * value, tokens: token - 2..<token + 1, isVague: true)
    }
    return Number(value: value, tokens: token..<token + 1, isVague: true)
  }

  private func numeral(_ token: Int, _ sentence: Range<Int>) -> Number? {
    var first = token
    while first > sentence.lowerBound, document.upos[first - 1] == .num { first -= 1 }
    var end = token + 1
    while end < sentence.upperBound, document.upos[end] == .num { end += 1 }
    guard let value = Self.value((first..<end).map { document.form($0).lowercased() }) else { return nil }
    var unit: String?
    if first > sentence.lowerBound, let currency = Self.currencies[document.form(first - 1)] {
      unit = currency
      first -= 1
    } else if end < sentence.upperBound, let currency = Self.units[tree.lemma(end)] {
      unit = currency
      end += 1
    }
    return Number(value: value, tokens: first..<end, unit: unit)
  }

  private static func value(_ words: [String]) -> Double? {
    var total = 0.0
    var current: Double?
    for word in words {
      if let scale = scales[word] {
        current = (current ?? 1) * scale
        if scale >= 1000 {
          total += current ?? 0
          current = nil
        }
      } else if let small = small[word] {
        current = (current ?? 0) + small
      } else if let number = Double(word.filter { $0 != "," }) {
        current = (current ?? 0) + number
      } else {
        return nil
      }
    }
    let value = total + (current ?? 0)
    return value > 0 ? value : nil
  }

  private static let plurals: [String: Double] = [
    "dozens": 24, "scores": 40, "tens": 10, "hundreds": 100, "thousands": 1000, "millions": 1_000_000,
  ]
  private static let scales: [String: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000, "m": 1_000_000, "bn": 1_000_000_000,
  ]
  private static let small: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
  private static let currencies = ["$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "US$": "USD"]
  private static let units = [
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "percent": "percent", "%": "percent",
    "kilometre": "km", "kilometer": "km", "mile": "mile", "ton": "t", "tonne": "t",
  ]

  // MARK: Qualifiers

  private enum Bound { case exact, about, least, most }

  /// Where "at least", "an estimated" and the like begin before a number.
  private func qualifierStart(before token: Int) -> Int {
    var first = token
    let start = tree.sentence(of: token).lowerBound
    while first > start, token - first < 4, Self.qualifiers.contains(document.form(first - 1).lowercased()) {
      first -= 1
    }
    // "fired at thousands": a preposition counts only in "at least", "up to", "more than".
    if first < token, document.form(first) == "at", !["least", "most"].contains(document.form(first + 1)) {
      first += 1
    }
    if first < token, ["to", "than"].contains(document.form(first)) { first += 1 }
    // A lone article or "all" is part of the number only before a qualifier.
    return first
  }

  private func bound(_ tokens: Range<Int>) -> Bound {
    let words = tokens.map { document.form($0).lowercased() }
    if words.contains("least") || words.contains("more") || words.contains("over") || words.contains("minimum") {
      return .least
    }
    if words.contains("most") || words.contains("up") || words.contains("less") || words.contains("fewer") {
      return .most
    }
    return words.isEmpty || words.allSatisfy({ ["a", "an", "the", "all", "than"].contains($0) }) ? .exact : .about
  }

  private static let qualifiers: Set<String> = [
    "at", "least", "most", "about", "around", "some", "nearly", "almost", "roughly", "approximately", "estimated", "an",
    "up",
    "to", "more", "less", "fewer", "over", "than", "than", "all", "minimum",
  ]
}
