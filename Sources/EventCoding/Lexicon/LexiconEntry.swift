import NewsModel

/// What the lexicon says of one word by itself: looked up once, it answers many questions.
final class LexiconEntry: Sendable {
  let verbs: PatternList?
  let nouns: PatternList?
  let lightVerb: Lexicon.LightVerb?
  let speechVerb: Lexicon.SpeechVerb?
  /// Whether light verbs and verbs of saying of two words begin with it: "take place", "point out".
  let hasLightParticles: Bool
  let hasSpeechParticles: Bool
  let control: EventStatus?
  let adjective: EventStatus?
  let isTransparent: Bool
  /// Whether it is a text that somebody issues: "statement", "letter".
  let isDocument: Bool
  /// What it says of somebody's conduct.
  let judgement: Judgement
  let contexts: [String]
  /// Whether one of its contexts is that of accidents and forces of nature.
  let isOfDisasters: Bool
  let matter: Lexicon.Matter?
  let contentClasses: [String]

  init(of word: String, in lexicon: Lexicon, _ pairs: WordPairs) {
    verbs = lexicon.verbs[word].map(PatternList.init)
    nouns = lexicon.nouns[word].map(PatternList.init)
    lightVerb = lexicon.lightVerbs[word]
    speechVerb = lexicon.speechVerbs[word]
    hasLightParticles = pairs.light.contains(word)
    hasSpeechParticles = pairs.speech.contains(word)
    control = lexicon.controls[word]
    adjective = lexicon.adjectives[word]
    isTransparent = lexicon.transparent.contains(word)
    isDocument = lexicon.has(.documents, word)
    judgement = Judgement(of: word, in: lexicon)
    contexts = lexicon.contexts[word] ?? []
    isOfDisasters = contexts.contains("disasters")
    matter = lexicon.matters[word]
    contentClasses = lexicon.contentClasses[word] ?? []
  }
}

/// The first words of a lexicon's verbs of two words.
struct WordPairs {
  let light: Set<String>
  let speech: Set<String>

  init(_ lexicon: Lexicon) {
    light = Self.firstWords(lexicon.lightVerbs.keys)
    speech = Self.firstWords(lexicon.speechVerbs.keys)
  }

  private static func firstWords(_ words: some Sequence<String>) -> Set<String> {
    Set(words.filter { $0.contains(" ") }.map { String($0.prefix { $0 != " " }) })
  }
}

/// The entries of a lexicon by the hashes of their words; of every word of an article an entry is asked for.
struct LexiconIndex: Sendable {
  private var slots = HashSlots()
  private var entries: [LexiconEntry] = []

  /// Without entries, until the tables of the lexicon are read.
  init() {}

  init(_ lexicon: Lexicon) {
    let pairs = WordPairs(lexicon)
    let words = lexicon.transparent.union(lexicon.verbs.keys).union(lexicon.nouns.keys).union(lexicon.lightVerbs.keys)
      .union(lexicon.speechVerbs.keys).union(lexicon.controls.keys).union(lexicon.adjectives.keys)
      .union(lexicon.contexts.keys).union(lexicon.matters.keys).union(lexicon.contentClasses.keys)
      .union(pairs.light).union(pairs.speech).union(lexicon.lists[.documents] ?? [])
      .union(Judgement.words(in: lexicon))
    for word in words {
      slots.set(Hashes(word).own, Int32(entries.count))
      entries.append(LexiconEntry(of: word, in: lexicon, pairs))
    }
  }

  subscript(number: Int32) -> LexiconEntry? { number >= 0 ? entries[Int(number)] : nil }

  /// The numbers of the entries of a word as it stands and in small letters; −1 where there is none.
  func numbers(of word: String) -> (own: Int32, small: Int32) {
    let hashes = Hashes(word)
    let own = slots[hashes.own] ?? -1
    return (own, hashes.small == hashes.own ? own : slots[hashes.small] ?? -1)
  }

  /// FNV-1a of a word's bytes as they stand and in small letters.
  private struct Hashes {
    private(set) var own: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var small: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ word: String) {
      var isASCII = true
      let bytes = word.utf8Span.span
      for index in bytes.indices {
        let byte = bytes[index]
        own = Self.append(byte, to: own)
        small = Self.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte, to: small)
        isASCII = isASCII && byte < 0x80
      }
      if !isASCII { small = word.lowercased().utf8.reduce(0xCBF2_9CE4_8422_2325) { Self.append($1, to: $0) } }
    }

    private static func append(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
