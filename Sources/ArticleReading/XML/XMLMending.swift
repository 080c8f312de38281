import CXML2

/// Makes of a text what XML's rules want where news feeds break them most.
///
/// An ampersand that begins no reference becomes `&amp;`, a named character of HTML (`&nbsp;`) that character, and a
/// control character a space. What the file itself declares as an entity is not looked up: its references stay as
/// they are written, so that nothing ever grows. The parser sees XML's own five entities and numbers, nothing else.
struct XMLMending {
  private(set) var text: [UInt8] = []
  /// Where in the original mending was given up, for so much was to be mended; nil if it was not.
  private(set) var excess: Int?
  /// Places of `text` from which on it is longer than the original by so many bytes in all.
  private var shifts: [(place: Int, by: Int)] = []

  /// - Parameter limit: Places that are mended at most.
  init(_ original: Bytes, limit: Int) {
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
        if replacement.count != length {
          guard shifts.count < limit else {
            excess = index
            return
          }
          shifts.append((text.count, (shifts.last?.by ?? 0) + replacement.count - length))
        }
      }
      index += length
    }
    text += original[copied...]
  }

  /// The place in the original of a place in `text`.
  func original(_ place: Int) -> Int {
    // Binary search for the last shift at or before the place.
    var (low, high) = (0, shifts.count)
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    return place - (low == 0 ? 0 : shifts[low - 1].by)
  }

  /// Where a CDATA section or a comment ends that begins at a `<`; there itself, if none does.
  private static func verbatimEnd(_ rest: Bytes) -> Int {
    guard rest.count > 1, rest[rest.startIndex + 1] == UInt8(ascii: "!") else { return rest.startIndex }
    for (start, end) in sections where rest.starts(with: start) {
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

  private static let sections = [("<![CDATA[".bytes, "]]>".bytes), ("<!--".bytes, "-->".bytes)]
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
