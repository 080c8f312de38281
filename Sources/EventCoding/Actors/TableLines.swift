/// The lines of a table: sections in brackets, comments after `#`, fields parted by `|`.
struct TableLine {
  /// Line in the file, from 1.
  let number: Int
  /// The section's word, when the line opens one.
  let section: String?
  /// The fields without blanks around them; empty when the line opens a section.
  let fields: [String]

  /// Calls `body` for each line that says something.
  static func forEach(
    in text: [UInt8], _ body: (TableLine) throws(ResourceError) -> Void
  ) throws(ResourceError) {
    var number = 0
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let content = trimmed(line.prefix { $0 != UInt8(ascii: "#") })
      guard let first = content.first else { continue }
      if first == UInt8(ascii: "["), content.last == UInt8(ascii: "]") {
        try body(TableLine(number: number, section: string(content.dropFirst().dropLast()), fields: []))
      } else {
        let fields = content.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map(string)
        try body(TableLine(number: number, section: nil, fields: fields))
      }
    }
  }

  /// The items of a list parted by `;`, without blanks around them and without empty ones.
  static func list(_ field: some StringProtocol) -> [String] {
    Array(field.utf8).split(separator: UInt8(ascii: ";")).map(string).filter { !$0.isEmpty }
  }

  /// The two sides of the first `separator`, trimmed; nil when there is none.
  static func sides(_ field: String, of separator: Unicode.Scalar) -> (String, String)? {
    let bytes = Array(field.utf8)
    guard let index = bytes.firstIndex(of: UInt8(ascii: separator)) else { return nil }
    return (string(bytes[..<index]), string(bytes[(index + 1)...]))
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: trimmed(bytes), as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 9 || byte == 13 }
    var slice = bytes.drop(while: isBlank)
    while let last = slice.last, isBlank(last) { slice.removeLast() }
    return slice
  }
}
