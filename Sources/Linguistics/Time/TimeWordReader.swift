/// Tells of each token of a text what the time recogniser needs to know.
struct TimeWordReader {
  let text: [UInt8]

  func word(_ range: Range<Int>) -> TimeWord {
    guard let first = range.first.map({ text[$0] }) else { return TimeWord() }
    if isDigit(first) { return figures(range) }
    if first >= 0x80 || !isASCIILetter(first) { return mark(range) }
    if range.count > 14 { return TimeWord() }
    if range.count == 2, let code = partCode(first, text[range.lowerBound + 1]) { return code }
    if var word = TimeLexicon.word(WordTable.hash(text, range)) {
      word.hasCapital = isUppercase(first)
      // "good" and "memorial" begin holidays only with a capital.
      let isHoliday = word.kind == .holiday || word.kind == .named
      return isHoliday && !word.hasCapital ? TimeWord() : word
    }
    return range.count > 4 ? prefixed(range) : TimeWord()
  }

  /// "Q1" to "Q4", "H1" and "H2".
  private func partCode(_ letter: UInt8, _ digit: UInt8) -> TimeWord? {
    switch (letter, digit) {
    case (UInt8(ascii: "Q"), 0x31...0x34): TimeWord(kind: .partCode, value: Int(digit - 0x30))
    case (UInt8(ascii: "H"), 0x31...0x32): TimeWord(kind: .partCode, value: Int(digit - 0x30) + 4)
    default: nil
    }
  }

  /// "mid-January", "mid-2004", "mid-1980s".
  private func prefixed(_ range: Range<Int>) -> TimeWord {
    guard text[range.lowerBound + 3] == UInt8(ascii: "-"), lowercased(text[range.lowerBound]) == UInt8(ascii: "m"),
      text[range.lowerBound + 1] == UInt8(ascii: "i"), text[range.lowerBound + 2] == UInt8(ascii: "d")
    else { return TimeWord() }
    var word = word(range.lowerBound + 4..<range.upperBound)
    word.hasPrefix = true
    return word
  }

  /// Punctuation, "'s", and shortened years such as "'72" and "'60s".
  private func mark(_ range: Range<Int>) -> TimeWord {
    switch text[range.lowerBound] {
    case UInt8(ascii: ",") where range.count == 1: return TimeWord(kind: .comma)
    case UInt8(ascii: "-") where range.count == 1: return TimeWord(kind: .hyphen)
    case UInt8(ascii: "/") where range.count == 1: return TimeWord(kind: .slash)
    case UInt8(ascii: "#"), UInt8(ascii: "$"): return TimeWord(kind: .blocked)
    case UInt8(ascii: "@") where range.count == 1: return TimeWord(kind: .at)
    case UInt8(ascii: "%"): return TimeWord(kind: .counted)
    default: break
    }
    if text[range].elementsEqual("½".utf8) { return TimeWord(kind: .half) }
    let character = TextCharacter(text, range.lowerBound)
    let rest = range.lowerBound + character.length..<range.upperBound
    if character.kind == .dash, text[range.lowerBound + 2] == 0x93 { return TimeWord(kind: .hyphen) }
    if text[range.lowerBound] == 0xC2 || text[range.lowerBound] == 0xE2, character.kind == .symbol {
      return TimeWord(kind: .blocked)
    }
    guard character.kind == .apostrophe else { return TimeWord() }
    if rest.isEmpty || (rest.count == 1 && text[rest.lowerBound] | 0x20 == UInt8(ascii: "s")) {
      return TimeWord(kind: .possessive)
    }
    var word = rest.first.map { isDigit(text[$0]) } ?? false ? figures(rest) : TimeWord()
    if word.kind == .number, word.digits == 2 {
      word.value += word.value < 40 ? 2000 : 1900
      word.digits = 4
    }
    return word
  }

  /// A token that begins with a figure.
  private func figures(_ range: Range<Int>) -> TimeWord {
    var end = range.lowerBound
    var value = 0
    while end < range.upperBound, isDigit(text[end]) {
      value = min(value * 10 + Int(text[end] - 0x30), 1_000_000)
      end += 1
    }
    let digits = end - range.lowerBound
    guard end < range.upperBound else { return TimeWord(kind: .number, value: value, digits: digits) }
    let rest = end..<range.upperBound
    switch text[end] {
    case UInt8(ascii: ":"): return clock(hours: value, rest)
    case UInt8(ascii: "-"), UInt8(ascii: "/"): return TimeWord(kind: .figures)
    case UInt8(ascii: "."): return decimal(value, rest)
    case UInt8(ascii: ","): return grouped(value, rest)
    default: return suffixed(value, digits, rest)
    }
  }

  /// "14:00", "2:30:15".
  private func clock(hours: Int, _ rest: Range<Int>) -> TimeWord {
    guard rest.count >= 3, isDigit(text[rest.lowerBound + 1]), isDigit(text[rest.lowerBound + 2]), hours <= 24 else {
      return TimeWord()
    }
    let minutes = Int(text[rest.lowerBound + 1] - 0x30) * 10 + Int(text[rest.lowerBound + 2] - 0x30)
    let isWhole = rest.count == 3 || text[rest.lowerBound + 3] == UInt8(ascii: ":")
    guard minutes < 60, isWhole else { return TimeWord() }
    return TimeWord(kind: .clock, value: hours * 60 + minutes, digits: seconds(rest.dropFirst(4)) + 1)
  }

  /// The seconds of "2:30:15"; −1 where there are none.
  private func seconds(_ digits: Range<Int>) -> Int {
    guard digits.count == 2, digits.allSatisfy({ isDigit(text[$0]) }) else { return -1 }
    let seconds = digits.reduce(0) { $0 * 10 + Int(text[$1] - 0x30) }
    return seconds < 60 ? seconds : -1
  }

  /// "2.5", "7.30"; "10.01.2022" is a date.
  private func decimal(_ value: Int, _ rest: Range<Int>) -> TimeWord {
    if text[rest.dropFirst()].contains(UInt8(ascii: ".")) { return TimeWord(kind: .figures) }
    let digits = text[rest.dropFirst()].prefix(3).map { Int($0) - 0x30 }
    guard (1...2).contains(digits.count), digits.allSatisfy({ (0...9).contains($0) }), value < 1000 else {
      return TimeWord()
    }
    return TimeWord(kind: .decimal, value: value * 100 + digits[0] * 10 + (digits.count == 2 ? digits[1] : 0))
  }

  /// "2,000".
  private func grouped(_ value: Int, _ rest: Range<Int>) -> TimeWord {
    var value = value
    for byte in text[rest] where byte != UInt8(ascii: ",") {
      guard isDigit(byte) else { return TimeWord() }
      value = min(value * 10 + Int(byte - 0x30), 1_000_000)
    }
    return TimeWord(kind: .number, value: value)
  }

  /// "19th", "1990s", "1990's".
  private func suffixed(_ value: Int, _ digits: Int, _ rest: Range<Int>) -> TimeWord {
    let last = text[rest.upperBound - 1] | 0x20
    if last == UInt8(ascii: "s"), rest.count == 1 || TextCharacter(text, rest.lowerBound).kind == .apostrophe {
      guard value % 10 == 0, digits == 4 || (digits == 2 && value >= 20) else { return TimeWord() }
      return TimeWord(kind: .decade, value: value / 10)
    }
    guard rest.count == 2, value <= 400 else { return TimeWord() }
    switch (text[rest.lowerBound] | 0x20, last) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")),
      (UInt8(ascii: "t"), UInt8(ascii: "h")):
      return TimeWord(kind: .ordinal, value: value, digits: digits)
    default: return TimeWord()
    }
  }
}
