/// Tells the language of a text, as far as it matters here: English or not.
///
/// Latin script is judged by its commonest words, other scripts by their letters. Texts too short or too mixed to judge
/// have none.
enum LanguageDetector {
  /// As much of a text as is looked at, in bytes.
  private static let sample = 4000

  /// ISO 639-1 code, `und` for a language that is not English and not known, nil when unsure.
  static func language(of text: Bytes) -> String? {
    let sample = text.prefix(Self.sample)
    if let language = ScriptCount(sample).language { return language }
    let counts = WordCount(sample)
    guard counts.words >= 20 else { return nil }
    if counts.english * 10 >= counts.words { return "en" }
    if let best = counts.best, best.count * 100 >= counts.words * 8, best.count > 2 * counts.english {
      return best.language
    }
    return counts.english * 50 < counts.words && counts.words >= 30 ? "und" : nil
  }
}
