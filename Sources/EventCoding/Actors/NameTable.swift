/// What a name may mean, found by its folded spelling, word by word.
struct NameTable<Meaning: Sendable>: Sendable {
  /// How the text must be capitalised for a name to match.
  enum CaseRule: Sendable, Hashable {
    case any
    /// The first letter is a capital.
    case startsHigh
    /// No small letter: "US" is not "us".
    case allHigh

    /// The rule for a name as the table spells it: short acronyms are strict, "Nato" passes for "NATO".
    init(spelling: [UInt8]) {
      let letters = LetterCase(spelling)
      let length = NameFolding.folded(spelling).count
      self = letters.allHigh && length <= 3 ? .allHigh : letters.startsHigh ? .startsHigh : .any
    }

    func allows(_ letters: LetterCase) -> Bool {
      switch self {
      case .any: true
      case .startsHigh: letters.startsHigh
      case .allHigh: letters.allHigh
      }
    }
  }

  struct Entry: Sendable {
    var meaning: Meaning
    var caseRule: CaseRule
    /// The next entry of the same spelling.
    fileprivate var next: Int32
  }

  private var slots = HashSlots()
  private(set) var entries: [Entry] = []

  private static var prefixOnly: Int32 { -1 }

  /// Adds a name; among equal spellings the last added comes first.
  mutating func add(_ name: [UInt8], meaning: Meaning) {
    var hash = NameHash()
    for word in Self.words(of: name) {
      if hash != NameHash(), slots[hash.value] == nil { slots.set(hash.value, Self.prefixOnly) }
      hash.append(word)
    }
    let next = slots[hash.value] ?? Self.prefixOnly
    entries.append(Entry(meaning: meaning, caseRule: CaseRule(spelling: name), next: next))
    slots.set(hash.value, Int32(entries.count - 1))
  }

  /// Whether any name is, or begins with, the hashed words.
  func isPrefix(_ hash: NameHash) -> Bool { slots[hash.value] != nil }

  /// The meanings of a spelling whose first word is capitalised like `letters`.
  func meanings(_ hash: NameHash, _ letters: LetterCase) -> [Meaning] {
    var result: [Meaning] = []
    var index = slots[hash.value] ?? Self.prefixOnly
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.caseRule.allows(letters) { result.append(entry.meaning) }
      index = entry.next
    }
    return result
  }

  /// The meanings of a name written in one piece.
  func meanings(of name: some RandomAccessCollection<UInt8>) -> [Meaning] {
    var hash = NameHash()
    hash.append(name)
    return meanings(hash, LetterCase(name))
  }

  /// The pieces at whose ends a token may end: at blanks, hyphens, apostrophes, dots and slashes.
  private static func words(of name: [UInt8]) -> [ArraySlice<UInt8>] {
    name.split { byte in
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "/"): true
      default: false
      }
    }
  }
}
