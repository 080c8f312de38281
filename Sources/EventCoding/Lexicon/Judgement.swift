/// What a word says of somebody's conduct.
struct Judgement: OptionSet, Sendable {
  let rawValue: UInt8

  /// A verb for what nobody may do: "lie".
  static let misdeed = Judgement(rawValue: 1)
  /// A verb for what everybody is expected to do: "care".
  static let duty = Judgement(rawValue: 2)
  /// A bad quality or thing to be: "corrupt", "a liar".
  static let fault = Judgement(rawValue: 4)
  /// What everybody is expected to have: "credibility".
  static let virtue = Judgement(rawValue: 8)
  /// What a claim is called by those who do not believe it: "baseless".
  static let untruth = Judgement(rawValue: 16)
  /// What somebody is praised for: "a hero", "courageous".
  static let merit = Judgement(rawValue: 32)

  private static let lists: [(list: Lexicon.WordList, judgement: Judgement)] = [
    (.misdeeds, .misdeed), (.duties, .duty), (.faults, .fault), (.virtues, .virtue),
    (.untruths, .untruth), (.merits, .merit),
  ]

  /// All words that judge.
  static func words(in lexicon: Lexicon) -> Set<String> {
    lists.reduce(into: []) { $0.formUnion(lexicon.lists[$1.list] ?? []) }
  }
}

extension Judgement {
  init(of word: String, in lexicon: Lexicon) {
    self = []
    for (list, judgement) in Self.lists where lexicon.has(list, word) { formUnion(judgement) }
  }
}
