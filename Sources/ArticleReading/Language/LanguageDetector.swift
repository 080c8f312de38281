/// Tells the language of a text, as far as it matters here: English or not.
///
/// Latin script is judged by its commonest words, other scripts by their letters. Texts too short or too mixed to judge have none.
enum LanguageDetector {
  /// ISO 639-1 code, `und` for a language that is not English and not known, nil when unsure.
  static func language(of text: Bytes) -> String? {
    let sample = text.prefix(8000)
    if let script = ScriptCount(sample).language { return script }
    let counts = WordCount(sample)
    guard counts.words >= 20 else { return nil }
    if counts.english * 100 >= counts.words * 10 { return "en" }
    let best = counts.others.max { ($0.value, $1.key) < ($1.value, $0.key) }
    if let best, best.value * 100 >= counts.words * 8, best.value > 2 * counts.english { return best.key }
    return counts.english * 100 < counts.words * 2 && counts.words >= 50 ? "und" : nil
  }
}

/// How many words of a text are common ones of each language.
private struct WordCount {
  var words = 0
  var english = 0
  var others: [String: Int] = [:]

  init(_ text: Bytes) {
    for word in text.split(whereSeparator: { !$0.isWord }) {
      words += 1
      guard word.count <= 6 else { continue }
      let lower = String(decoding: word.map(\.lowercased), as: UTF8.self)
      guard let languages = Self.languages[lower] else { continue }
      for language in languages {
        if language == "en" { english += 1 } else { others[language, default: 0] += 1 }
      }
    }
  }

  /// Languages in which a word is one of the commonest.
  private static let languages: [String: [String]] = {
    var languages: [String: [String]] = [:]
    for (language, words) in commonest {
      for word in words.split(separator: " ") { languages[String(word), default: []].append(language) }
    }
    return languages
  }()

  /// Words that are common in one language and not in the others.
  private static let commonest = [
    "en":
      "the of and to that for with said by from his has have it are not will but who its were had which this they at be",
    "de": "der die und das den von ist mit dem sich des auf nicht ein eine im auch als bei wird",
    "fr": "le la les des et du en une est dans que qui pour pas sur au par plus avec sont",
    "es": "el la los las y del que en una con por para es su se al como lo fue más",
    "it": "il di che la e per un una del della con non sono è gli nel alla dei ha si",
    "pt": "o a os as e do da que em um uma com para não por no na dos se foi",
    "nl": "de het een van en in dat op te zijn met voor niet aan er om door ook naar bij",
    "sv": "och att det som en på är av för med den till inte har ett om de var han vid",
    "pl": "i w na się z że do nie to jest o jak po co za od przez dla oraz ale",
    "tr": "ve bir bu da de için ile olarak daha olan gibi çok sonra kadar ise en ne göre",
    "id": "yang dan di ini dengan untuk dari dalam tidak akan pada itu ke oleh juga telah ada",
    "ro": "și în de la cu care pe nu din un este a fost pentru o mai au ca sunt prin",
    "sw": "ya na wa kwa ni katika la za kuwa cha hiyo huo hilo baada yake watu",
  ]
}

/// How many letters of a text are of which script.
private struct ScriptCount {
  private var latin = 0
  private var letters: [String: Int] = [:]

  init(_ text: Bytes) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x250 {
        if scalar.properties.isAlphabetic { latin += 1 }
      } else if let language = Self.language(scalar.value) {
        letters[language, default: 0] += 1
      }
    }
  }

  /// The language, if more than half of the letters are of scripts other than Latin.
  var language: String? {
    let others = letters.values.reduce(0, +)
    guard others > latin, others >= 20 else { return nil }
    if let kana = letters["ja"], kana * 20 > others { return "ja" }
    if let ukrainian = letters["uk"], let russian = letters["ru"], ukrainian * 50 > russian { return "uk" }
    return letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The language most written with a letter; `uk` for letters that Russian lacks.
  private static func language(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x0370...0x03FF: "el"
    case 0x0404, 0x0406, 0x0407, 0x0454, 0x0456, 0x0457, 0x0490, 0x0491: "uk"
    case 0x0400...0x04FF: "ru"
    case 0x0530...0x058F: "hy"
    case 0x0590...0x05FF: "he"
    case 0x0600...0x06FF: "ar"
    case 0x0900...0x097F: "hi"
    case 0x0980...0x09FF: "bn"
    case 0x0B80...0x0BFF: "ta"
    case 0x0E00...0x0E7F: "th"
    case 0x10A0...0x10FF: "ka"
    case 0x3040...0x30FF: "ja"
    case 0x4E00...0x9FFF: "zh"
    case 0xAC00...0xD7AF: "ko"
    default: nil
    }
  }
}
