/// Finds addresses that stay one token: URLs, mail addresses, names of hosts and files.
enum WebAddress {
  /// In bytes. No address, no name in front of an "@" and no name of a host is longer; the limits keep the search short
  /// in a text without spaces.
  private static let longest = 2048
  private static let longestName = 128
  private static let mostLabels = 12

  /// The end of the address that begins at `start`; nil where none begins there.
  ///
  /// - Parameter end: end of the run of bytes without space.
  static func end(in text: [UInt8], from start: Int, to end: Int) -> Int? {
    let end = min(end, start + longest)
    let run = runEnd(text, start, min(end, start + longestName)) { isASCIILetter($0) || isDigit($0) || isLocalPart($0) }
    guard run < end || run > start else { return nil }
    if run < end, text[run] == UInt8(ascii: ":") {
      return hasScheme(text, start, run, end) ? trimmedEnd(text, start, end) : nil
    }
    if run < end, text[run] == UInt8(ascii: "@"), run > start { return mailEnd(text, start, run, end) }
    if text[start] == UInt8(ascii: "@") { return handleEnd(text, start, end) }
    return hostEnd(text, start, end)
  }

  private static func isLocalPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func runEnd(_ text: [UInt8], _ start: Int, _ end: Int, while holds: (UInt8) -> Bool) -> Int {
    var index = start
    while index < end, holds(text[index]) { index += 1 }
    return index
  }

  /// "http://", "mailto:".
  private static func hasScheme(_ text: [UInt8], _ start: Int, _ colon: Int, _ end: Int) -> Bool {
    if colon + 2 < end, text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/") { return true }
    return schemes.contains(text, start..<colon) && colon + 1 < end && ByteClass(text[colon + 1]) == .letter
  }

  private static let schemes = WordTable(words: "mailto doi ymsgr tel")

  /// The end of a URL: up to the bracket or quote that closes around it, without the punctuation of the sentence.
  private static func trimmedEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var parentheses = 0
    var stop = runEnd(text, start, end) { byte in
      switch byte {
      case UInt8(ascii: "("): parentheses += 1
      case UInt8(ascii: ")"): parentheses -= 1
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: "|"), 0xE2:
        return false
      default: break
      }
      return parentheses >= 0
    }
    while stop > start + 1, isTrailing(text[stop - 1]) { stop -= 1 }
    return stop
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch ByteClass(byte) {
    case .terminator, .comma, .apostrophe: true
    default: byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
    }
  }

  /// "name@host": the host may be one word.
  private static func mailEnd(_ text: [UInt8], _ start: Int, _ at: Int, _ end: Int) -> Int? {
    var stop = runEnd(text, at + 1, end) { isASCIILetter($0) || isDigit($0) || isLocalPart($0) }
    while stop > at + 1, text[stop - 1] == UInt8(ascii: ".") || text[stop - 1] == UInt8(ascii: "-") { stop -= 1 }
    return stop > at + 1 ? stop : nil
  }

  /// "@handle".
  private static func handleEnd(_ text: [UInt8], _ at: Int, _ end: Int) -> Int? {
    let stop = runEnd(text, at + 1, end) { ByteClass($0) == .letter || isDigit($0) }
    return stop > at + 1 ? stop : nil
  }

  /// "www.example.org/path", "report.pdf", "comp.sources.unix".
  private static func hostEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var labels = 0
    var lowercase = true
    var index = start
    var label = start
    while labels <= mostLabels {
      let stop = runEnd(text, index, end) {
        ByteClass($0) == .letter || isDigit($0) || $0 == UInt8(ascii: "-")
      }
      guard stop > index else { break }
      for byte in text[index..<stop] where isUppercase(byte) || isDigit(byte) { lowercase = false }
      if stop == index + 1 { lowercase = false }
      labels += 1
      label = index
      index = stop
      guard stop + 1 < end, text[stop] == UInt8(ascii: ".") else { break }
      index = stop + 1
    }
    if index > start, text[index - 1] == UInt8(ascii: ".") { index -= 1 }
    guard labels >= 2, label < index else { return nil }
    let isHost = Lexicon.domainSuffixes.contains(text, label..<index)
    let isWeb =
      start + 4 <= end && lowercased(text[start]) == 0x77 && text[start + 1] | 0x20 == 0x77 && text[start + 3] == 0x2E
    guard isHost || isWeb || (labels >= 3 && lowercase) else { return nil }
    if isHost || isWeb, index < end, text[index] == UInt8(ascii: "/") { return trimmedEnd(text, start, end) }
    return index
  }
}
