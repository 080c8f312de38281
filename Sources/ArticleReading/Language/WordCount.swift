/// How many words of a text are common ones of each language.
struct WordCount {
  private(set) var words = 0
  private var counts = [Int](repeating: 0, count: Self.languages.count)

  init(_ text: Bytes) {
    var word = PackedWord()
    for byte in text {
      if byte.isWord { word.append(byte.lowercased) } else { finish(&word) }
    }
    finish(&word)
  }

  private mutating func finish(_ word: inout PackedWord) {
    guard word.length > 0 else { return }
    words += 1
    if let languages = Self.commonest[word] {
      for language in languages { counts[language] += 1 }
    }
    word = PackedWord()
  }

  /// How many are common in English.
  var english: Int { counts[0] }

  /// The other language of which most are.
  var best: (language: String, count: Int)? {
    let best = counts.indices.dropFirst().max { (counts[$0], $1) < (counts[$1], $0) }
    return best.map { (Self.languages[$0].code, counts[$0]) }
  }

  /// Languages in which a word is one of the commonest, by their index.
  private static let commonest: [PackedWord: [Int]] = {
    var commonest: [PackedWord: [Int]] = [:]
    for (index, language) in languages.enumerated() {
      for word in language.words.utf8.split(separator: UInt8(ascii: " ")) {
        commonest[PackedWord(word), default: []].append(index)
      }
    }
    return commonest
  }()

  /// Words of at most eight bytes; English comes first.
  private static let languages = [
    (
      code: "en",
      words: """
      the of and to that for with said by from his has have it are not will but who its were had which this they at be
      """
    ),
    (code: "de", words: "der die und das den von ist mit dem sich des auf nicht ein eine im auch als bei wird"),
    (code: "fr", words: "le la les des et du en une est dans que qui pour pas sur au par plus avec sont"),
    (code: "es", words: "el la los las y del que en una con por para es su se al como lo fue más"),
    (code: "it", words: "il di che la e per un una del della con non sono è gli nel alla dei ha si"),
    (code: "pt", words: "o a os as e do da que em um uma com para não por no na dos se foi"),
    (code: "nl", words: "de het een van en in dat op te zijn met voor niet aan er om door ook naar bij"),
    (code: "sv", words: "och att det som en på är av för med den till inte har ett om de var han vid"),
    (code: "pl", words: "i w na się z że do nie to jest o jak po co za od przez dla oraz ale"),
    (code: "tr", words: "ve bir bu da de için ile olarak daha olan gibi çok sonra kadar ise en ne göre"),
    (code: "id", words: "yang dan di ini dengan untuk dari dalam tidak akan pada itu ke oleh juga telah ada"),
    (code: "ro", words: "și în de la cu care pe nu din un este a fost pentru o mai au ca sunt prin"),
    (code: "sw", words: "ya na wa kwa ni katika la za kuwa cha hiyo huo hilo baada yake watu"),
  ]
}

/// A word of up to eight bytes as a number, so that looking it up costs next to nothing.
private struct PackedWord: Hashable {
  private var bytes: UInt64 = 0
  /// Bytes of the word; beyond eight it is some long word and nothing more.
  private(set) var length: UInt8 = 0

  init() {}

  init(_ word: some Sequence<UInt8>) {
    for byte in word { append(byte) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    bytes = bytes << 8 | UInt64(byte)
    length = min(length + 1, 9)
  }
}
