import CXML2  // libxml2's headers bring iconv with them
import Glibc

/// A character encoding that news comes in, and its way to UTF-8.
///
/// Only what is listed here is handed to iconv: glibc loads code for each encoding, and some of it is seldom tested.
struct Charset: Hashable {
  /// iconv's name.
  let name: String

  /// The encoding of a label as pages, XML and mail declare it; nil for one that is not read.
  init?(label: some Sequence<UInt8>) {
    let folded = label.filter { $0.isLetter || $0.isDigit }.map(\.lowercased)
    guard let name = Self.names[String(decoding: folded, as: UTF8.self)] else { return nil }
    self.name = name
  }

  /// Whether it is UTF-8, ASCII or Western European, which are told apart without being declared.
  var isDetected: Bool { self.name == "UTF-8" || self.name == "CP1252" }

  /// Whether all its bytes are below 128, so that a text in it looks like ASCII.
  var isSevenBit: Bool { name == "ISO-2022-JP" }

  /// The text as UTF-8; what is no character in the encoding becomes U+FFFD.
  func decode(_ text: Bytes) -> [UInt8] {
    guard let converter = unsafe iconv_open("UTF-8", name), unsafe converter != iconv_t(bitPattern: -1) else {
      return MixedText(Array(text)).utf8
    }
    defer { _ = unsafe iconv_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 2)
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    var index = text.startIndex
    while index < text.endIndex {
      let step = unsafe Self.step(converter, text[index...], into: &chunk)
      output += chunk[..<step.written]
      index += step.read
      guard step.error == EILSEQ || step.error == EINVAL else { continue }
      output += "\u{FFFD}".utf8
      index += 1
      if step.error == EINVAL { break }  // the last character is cut off
    }
    return output
  }

  /// Converts until the chunk is full, the text ends, or a byte does not fit.
  private static func step(
    _ converter: iconv_t, _ text: Bytes, into chunk: inout [UInt8]
  ) -> (read: Int, written: Int, error: Int32) {
    unsafe text.withUnsafeBufferPointer { input in
      unsafe chunk.withUnsafeMutableBytes { output in
        // iconv does not write to its input, though its C type lacks the `const`. Both buffers outlive the call.
        let start = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress.map { unsafe UnsafeRawPointer($0) })
        var source = unsafe start?.assumingMemoryBound(to: CChar.self)
        var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var sourceLeft = input.count
        var targetLeft = output.count
        let isDone = unsafe iconv(converter, &source, &sourceLeft, &target, &targetLeft) != -1
        return (input.count - sourceLeft, output.count - targetLeft, isDone ? 0 : errno)
      }
    }
  }

  /// iconv's names by labels, which are in lower case and without marks. Labels as in the Encoding Standard of WHATWG,
  /// which reads what calls itself Latin-1 or ASCII as Windows-1252.
  private static let names: [String: String] = {
    var names = [
      "utf8": "UTF-8", "usascii": "CP1252", "ascii": "CP1252", "iso88591": "CP1252", "latin1": "CP1252", "l1": "CP1252",
      "ansi": "CP1252", "koi8r": "KOI8-R", "koi8": "KOI8-R", "koi8u": "KOI8-U", "gb2312": "GB18030", "gbk": "GB18030",
      "gb18030": "GB18030", "xgbk": "GB18030", "big5": "BIG5-HKSCS", "big5hkscs": "BIG5-HKSCS", "eucjp": "EUC-JP",
      "xeucjp": "EUC-JP", "shiftjis": "CP932", "sjis": "CP932", "xsjis": "CP932", "windows31j": "CP932",
      "iso2022jp": "ISO-2022-JP", "euckr": "CP949", "ksc56011987": "CP949", "windows949": "CP949",
      "macintosh": "MACINTOSH", "macroman": "MACINTOSH", "ibm866": "IBM866", "cp866": "IBM866", "tis620": "CP874",
      "windows874": "CP874", "latin2": "ISO-8859-2", "latin5": "CP1254", "latin9": "ISO-8859-15",
      "iso88599": "CP1254", "iso885911": "CP874", "utf16": "UTF-16", "utf16le": "UTF-16LE", "utf16be": "UTF-16BE",
    ]
    for number in 1250...1258 {
      for label in ["windows", "cp", "xcp"] { names["\(label)\(number)"] = "CP\(number)" }
    }
    for number in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] { names["iso8859\(number)"] = "ISO-8859-\(number)" }
    return names
  }()
}

/// The character encoding a page or an XML file declares for itself.
enum DeclaredCharset {
  /// The one named in an XML declaration or a `<meta>` at the start; nil if there is none or it is not read.
  static func find(in text: Bytes) -> Charset? {
    let start = text.prefix(4096).trimmed
    guard start.first == UInt8(ascii: "<") else { return nil }
    if start.hasPrefix("<?xml".bytes) {
      let declaration = start.prefix { $0 != UInt8(ascii: ">") }
      if let name = value(of: "encoding", in: declaration) { return Charset(label: name) }
    }
    return value(of: "charset", in: start).flatMap { Charset(label: $0) }
  }

  private static func value(of name: String, in text: Bytes) -> Bytes? {
    guard let place = text.firstIndex(of: name.bytes) else { return nil }
    var rest = text[(place + name.utf8.count)...].drop(while: \.isSpace)
    guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
    rest = rest.drop { $0.isSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    return rest.prefix { $0.isWord || "-_:.".utf8.contains($0) }
  }
}
