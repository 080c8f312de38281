import NewsModel

/// What the lexicon says of one word by itself: looked up once, it answers many questions.
final class LexiconEntry: Sendable {
  let verbs: [Pattern]?
  let nouns: [Pattern]?
  let lightVerb: Lexicon.LightVerb?
  let speechVerb: Lexicon.SpeechVerb?
  let control: EventStatus?
  let adjective: EventStatus?
  let isTransparent: Bool
  let contexts: [String]
  let matter: Lexicon.Matter?
  let contentClasses: [String]

  init(of word: String, in lexicon: Lexicon) {
    verbs = lexicon.verbs[word]
    nouns = lexicon.nouns[word]
    lightVerb = lexicon.lightVerbs[word]
    speechVerb = lexicon.speechVerbs[word]
    control = lexicon.controls[word]
    adjective = lexicon.adjectives[word]
    isTransparent = lexicon.transparent.contains(word)
    contexts = lexicon.contexts[word] ?? []
    matter = lexicon.matters[word]
    contentClasses = lexicon.contentClasses[word] ?? []
  }
}

/// The entries of a lexicon by the hashes of their words; of every word of an article an entry is asked for.
struct LexiconIndex: Sendable {
  private var slots = HashSlots()
  private var entries: [LexiconEntry] = []

  /// Without entries, until the tables of the lexicon are read.
  init() {}

  init(_ lexicon: Lexicon) {
    let words = lexicon.transparent.union(lexicon.verbs.keys).union(lexicon.nouns.keys).union(lexicon.lightVerbs.keys)
      .union(lexicon.speechVerbs.keys).union(lexicon.controls.keys).union(lexicon.adjectives.keys)
      .union(lexicon.contexts.keys).union(lexicon.matters.keys).union(lexicon.contentClasses.keys)
    for word in words {
      slots.set(Hashes(word).own, Int32(entries.count))
      entries.append(LexiconEntry(of: word, in: lexicon))
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
      for byte in word.utf8 {
        own = Self.append(byte, to: own)
        small = Self.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte, to: small)
        isASCII = isASCII && byte < 0x80
      }
      if !isASCII { small = word.lowercased().utf8.reduce(0xCBF2_9CE4_8422_2325) { Self.append($1, to: $0) } }
    }

    private static func append(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
