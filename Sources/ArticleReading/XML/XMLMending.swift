import CXML2

/// Makes of a text what XML's rules want where news feeds break them most.
///
/// An ampersand that begins no reference becomes `&amp;`, a named character of HTML (`&nbsp;`) that character, and a
/// control character a space. What the file itself declares as an entity is not looked up: its references stay as
/// they are written, so that nothing ever grows. The parser sees XML's own five entities and numbers, nothing else.
struct XMLMending {
  private(set) var text: [UInt8] = []
  /// Places of `text` from which on it is longer or shorter than the original by so many bytes.
  private var shifts: [(place: Int, by: Int)] = []

  init(_ original: Bytes) {
    text.reserveCapacity(original.count + original.count / 64)
    var copied = original.startIndex
    var index = copied
    var verbatimEnd = copied  // up to here an ampersand is one
    while index < original.endIndex {
      let byte = original[index]
      if byte == UInt8(ascii: "<"), index >= verbatimEnd { verbatimEnd = Self.verbatimEnd(original[index...]) }
      let isReference = byte == UInt8(ascii: "&") && index >= verbatimEnd
      guard isReference || byte.isControl else {
        index += 1
        continue
      }
      let (length, replacement) = isReference ? Self.mended(original[index...]) : (1, [0x20])
      if let replacement {
        text += original[copied..<index]
        text += replacement
        copied = index + length
        if replacement.count != length { shifts.append((text.count, replacement.count - length)) }
      }
      index += length
    }
    text += original[copied...]
  }

  /// The place in the original of a place in `text`.
  func original(_ place: Int) -> Int { place - shifts.lazy.prefix { $0.place <= place }.reduce(0) { $0 + $1.by } }

  /// Where a CDATA section or a comment ends that begins at a `<`; there itself, if none does.
  private static func verbatimEnd(_ rest: Bytes) -> Int {
    for (start, end) in [("<![CDATA[".bytes, "]]>".bytes), ("<!--".bytes, "-->".bytes)] where rest.starts(with: start) {
      return rest.dropFirst(start.count).firstIndex(of: end) ?? rest.endIndex
    }
    return rest.startIndex
  }

  /// Length of what an ampersand begins, and what takes its place; nil if it stays.
  private static func mended(_ rest: Bytes) -> (length: Int, replacement: [UInt8]?) {
    let name = rest.dropFirst().prefix(32).prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#") }
    let isEnded = name.endIndex < rest.endIndex && rest[name.endIndex] == UInt8(ascii: ";")
    guard isEnded, !name.isEmpty else { return (1, Array("&amp;".utf8)) }
    if name.first == UInt8(ascii: "#") || ownEntities.contains(name.string) { return (name.count + 2, nil) }
    if let character = HTMLEntity.character(named: name.string) { return (name.count + 2, Array(character.utf8)) }
    return (1, Array("&amp;".utf8))
  }

  private static let ownEntities: Set = ["amp", "lt", "gt", "quot", "apos"]
}

extension UInt8 {
  /// Whether XML forbids it: a control character other than tab, newline and carriage return.
  fileprivate var isControl: Bool { self < 0x20 && self != 0x09 && self != 0x0A && self != 0x0D }
}

/// The characters that HTML 4 names.
enum HTMLEntity {
  static func character(named name: String) -> String? {
    guard let entity = unsafe htmlEntityLookup(name) else { return nil }
    return unsafe Unicode.Scalar(entity.pointee.value).map { String(Character($0)) }
  }
}
