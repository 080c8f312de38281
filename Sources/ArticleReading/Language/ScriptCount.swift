/// How many letters of a text are of which script.
struct ScriptCount {
  private var latin = 0
  private var letters: [String: Int] = [:]

  /// Counts nothing in a text that has less than one in five of its bytes beyond ASCII: that is Latin.
  init(_ text: Bytes) {
    guard text.count(where: { $0 >= 0x80 }) * 5 >= text.count else { return }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x250 {
        if scalar.value >= 0xC0 || UInt8(scalar.value).isLetter { latin += 1 }
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
