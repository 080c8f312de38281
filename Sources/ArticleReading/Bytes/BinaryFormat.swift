/// A document format that begins with a signature of its own and is not read.
struct BinaryFormat {
  /// The format with its article, for messages.
  let name: String

  /// Nil if no signature fits.
  init?(_ file: Bytes) {
    guard let format = Self.signatures.first(where: { file.starts(with: $0.bytes) }) else { return nil }
    name = format.name
  }

  private static let signatures: [(bytes: [UInt8], name: String)] = [
    ("%PDF-".bytes, "a PDF document"),
    ("{\\rtf".bytes, "an RTF document"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    ("GIF8".bytes, "a GIF image"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a file packed by zstd"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "a file packed by xz"),
    ([0x42, 0x5A, 0x68], "a file packed by bzip2"),
    ([0x1F, 0x8B], "a file packed twice"),
  ]
}
