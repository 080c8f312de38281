/// Finds the verb of the lexicon that a regular form is of, where the engine, which never met the verb, took it for another.
///
/// "doxxed" is of "doxx" where somebody's own table has that verb; by its ending alone it might as well be of "dox".
enum VerbForms {
  /// The verb of a lexicon whose regular past, participle or third person a form is; nil where there is none.
  static func base(of form: String, in lexicon: Lexicon) -> String? {
    bases(of: form).first { lexicon.verbs[$0] != nil }
  }

  /// What a form may be of by the rules of English spelling, the likelier first.
  static func bases(of form: String) -> [String] {
    let form = form.lowercased()
    let word = Array(form.utf8)
    func ends(_ ending: String) -> Bool { word.count > ending.utf8.count + 2 && form.hasSuffix(ending) }
    func stem(_ count: Int, _ ending: String = "") -> String {
      String(decoding: word.dropLast(count), as: UTF8.self) + ending
    }
    if ends("ied") || ends("ies") { return [stem(3, "y"), stem(1)] }
    if ends("ed") { return [stem(2), stem(1)] + undoubled(word.dropLast(2)) }
    if ends("ing") { return [stem(3), stem(3, "e")] + undoubled(word.dropLast(3)) }
    if ends("es") { return [stem(1), stem(2)] }
    return ends("s") ? [stem(1)] : []
  }

  /// "rebel" of "rebell".
  private static func undoubled(_ stem: ArraySlice<UInt8>) -> [String] {
    guard let last = stem.last, stem.dropLast().last == last else { return [] }
    return [String(decoding: stem.dropLast(), as: UTF8.self)]
  }
}
