/// Looks for tags that libxml2 would need quadratic time for.
enum HTMLTagScan {
  /// Offset of the first tag with more attributes than `limit`. Reads tags as libxml2 does.
  static func firstTag(in page: [UInt8], withMoreAttributesThan limit: Int) -> Int? {
    var index = 0
    while let start = page[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard index < page.count else { break }
      if page[index] == UInt8(ascii: "!"), page[index...].hasPrefix(commentStart) {
        index = end(of: "-->", in: page, from: index + 3)
      } else if page[index].isLetter {
        let name = page[index...].prefix { $0.isWord }
        var scan = TagScanner(page: page, index: name.endIndex)
        if scan.countAttributes(upTo: limit) > limit { return start }
        index = scan.index
        if name.equals(script) || name.equals(style) {
          index = end(of: "</" + String(decoding: name.map(\.lowercased), as: UTF8.self), in: page, from: index)
        }
      }
    }
    return nil
  }

  private static let commentStart = "!--".bytes
  private static let script = "script".bytes
  private static let style = "style".bytes

  private static func end(of mark: String, in page: [UInt8], from start: Int) -> Int {
    page[min(start, page.count)...].firstIndex(of: mark.bytes).map { $0 + mark.utf8.count } ?? page.count
  }
}

/// Walks over the attributes of one tag.
private struct TagScanner {
  let page: [UInt8]
  var index: Int

  private var byte: UInt8? { index < page.count ? page[index] : nil }

  /// Moves behind the tag, or to where the limit is passed.
  mutating func countAttributes(upTo limit: Int) -> Int {
    var count = 0
    while count <= limit {
      skip { $0.isSpace }
      guard let byte, byte != UInt8(ascii: ">") else { break }
      count += 1
      let start = index
      skip { !$0.isSpace && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
      skip { $0.isSpace }
      if self.byte == UInt8(ascii: "=") { skipValue() }
      if index == start { index += 1 }
    }
    return count
  }

  private mutating func skipValue() {
    index += 1
    skip { $0.isSpace }
    guard let quote = byte else { return }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      skip { $0 != quote }
      index = min(index + 1, page.count)
    } else {
      skip { !$0.isSpace && $0 != UInt8(ascii: ">") }
    }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while let byte, condition(byte) { index += 1 }
  }
}
