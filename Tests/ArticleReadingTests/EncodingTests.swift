import ArticleReading
import NewsModel
import Testing

@Suite("Encodings and packing")
struct EncodingTests {
  private let accented = "Société Générale said on Monday that Mélanie Joly’s visit to the bank — the first — was over."

  @Test("UTF-8 with a byte order mark, and UTF-16 in both orders with and without one")
  func unicode() throws {
    #expect(try article([0xEF, 0xBB, 0xBF] + Array(accented.utf8)).text == accented)
    let little = accented.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let big = accented.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      #expect(try article(bytes).text == accented)
    }
  }

  @Test("Latin-1 and Windows-1252")
  func latin() throws {
    let bytes: [UInt8] = accented.unicodeScalars.map { scalar in
      switch scalar {
      case "’": 0x92
      case "—": 0x97
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
    let result = try read(bytes)
    #expect(result.articles.map(\.text) == [accented])
    #expect(result.warnings.isEmpty)
  }

  @Test("A UTF-8 text with single bytes of Windows-1252 keeps all of its letters, with a warning")
  func mixed() throws {
    let result = try read(Array(accented.utf8) + Array(" Caf".utf8) + [0xE9] + Array(" society.".utf8))
    #expect(result.articles.map(\.text) == ["\(accented) Café society."])
    #expect(result.warnings.map(\.code) == [.encoding])
    #expect(result.warnings.first?.offset == accented.utf8.count + 4)
  }

  @Test(
    "What a page declares is believed, if it is not UTF-8 anyway",
    arguments: [
      ("iso-8859-2", [0xB3, 0xF3, 0x64, 0xBC] as [UInt8], "łódź"), ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"),
      ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"), ("gb2312", [0xD6, 0xD0, 0xB9, 0xFA], "中国"),
      ("big5", [0xA4, 0xA4, 0xB0, 0xEA], "中國"), ("x-unknown", [0x63, 0xE9], "cé"),
      ("ascii", [0x93, 0x68, 0x94], "“h”"),
      ("windows-1251", Array("мир".utf8), "мир"), ("iso-2022-jp", Array("\u{1B}$BF|K\\\u{1B}(B".utf8), "日本"),
    ])
  func declared(charset: String, bytes: [UInt8], text: String) throws {
    let page =
      Array("<html><head><meta charset=\"\(charset)\"></head><body><p>\(story) ".utf8) + bytes + Array(".</p>".utf8)
    #expect(try article(page).text == "\(story) \(text).")
  }

  @Test("A character that is cut off, or none in the declared encoding, costs itself only")
  func badCharacter() throws {
    let start = Array("<html><meta charset=shift_jis><p>\(story) ".utf8)
    #expect(try article(start + [0xFF, 0xFE, 0xFD, 0x93, 0xFA] + Array(".</p>".utf8)).text.hasSuffix("日."))
    let cut = try article(Array("<html><meta charset=gbk><p>\(story)</p><p>\(story) Once more ".utf8) + [0xD6])
    #expect(cut.text.hasPrefix(story))
  }

  @Test("A text in no encoding that is known is refused")
  func unknown() {
    #expect(refusal(of: (0..<2000).map { UInt8($0 % 7 == 0 ? 0x20 : 0xC0 + $0 % 32) }) == .encoding)
  }

  @Test("A packed file is the same article as the plain one")
  func packed() throws {
    let plain = Array("Title: Dam opens\n\n\(story)\n".utf8)
    let packed = Pack.gzip(plain)
    var expected = try article(plain, name: "dam.txt")
    expected.file = "dam.txt.gz"
    #expect(try article(packed, name: "in/dam.txt.gz") == expected)
    #expect(try article(Pack.gzip(Array(plain[..<9])) + Pack.gzip(Array(plain[9...]))).id == expected.id)
    #expect(try article(packed + [0, 0, 0]).id == expected.id)
  }

  @Test(
    "Every format may be packed",
    arguments: [
      "STORY", "<html><body><p>STORY</p></body></html>", "{\"text\":\"STORY\"}", "[{\"text\":\"STORY\"}]",
      "<rss><channel><item><description>STORY</description></item></channel></rss>",
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>STORY</summary></entry></feed>",
      "<nitf><body><body.content><p>STORY</p></body.content></body></nitf>",
      "<newsItem><contentSet><inlineData>STORY</inlineData></contentSet></newsItem>",
      "From: a@b.example\nSubject: x\n\nSTORY",
    ])
  func packedFormat(file: String) throws {
    let file = Array(file.split(separator: "STORY", omittingEmptySubsequences: false).joined(separator: story).utf8)
    let read = try article(Pack.gzip(file), name: "file.gz", modified: fileDay)
    #expect(read.text == story)
    #expect(read.id == (try article(file).id))
  }

  @Test("A packed file that was cut off is truncated, wherever it was cut")
  func cut() {
    let packed = Pack.gzip(Array(story.utf8))
    for length in 2..<packed.count { #expect(refusal(of: Array(packed[..<length])) == .truncated) }
  }

  @Test("A packed file that was damaged is malformed")
  func damaged() {
    var packed = Pack.gzip(Array(story.utf8))
    packed[40] ^= 1  // in the text: the checksum does not fit
    #expect(refusal(of: packed) == .malformed)
  }

  @Test("A file that unpacks to more than the limit is refused")
  func bomb() throws {
    var limits = ReadingLimits()
    limits.unpackedBytes = 1 << 20
    #expect(refusal(of: try fixture("zeros-10MiB.gz"), limits: limits) == .tooLarge)
    #expect(refusal(of: try fixture("zeros-10MiB.gz")) == .binary)
  }
}

/// Packs without compressing: what a test of reading needs of gzip.
enum Pack {
  /// One gzip member with one stored block, of at most 65,535 bytes.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let length = UInt16(bytes.count)
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    return header + [1] + little(length) + little(~length) + bytes + little(checksum(bytes)) + little(UInt32(length))
  }

  private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// CRC-32 of RFC 1952.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
  }
}
