import Platform

/// The names in quarantine/: a file, and beside it `<name>.reason.json`.
enum QuarantineName {
  private static let ending = ".reason.json"
  /// Bytes that leave room for a number, the reason's ending, and its temporary file's.
  private static let longest = 200

  /// The name of a file that is set aside: its own, where clients can say it, its reason fits beside it, it cannot be taken for a
  /// reason itself, and incoming/ would take it back.
  static func make(for original: FilePath) -> FilePath {
    // What is no text, or a control character, is escaped: names travel in JSON from here on.
    var bytes = Array(original.description.utf8.suffix(longest).drop { $0 & 0xC0 == 0x80 })
    if bytes.first ?? UInt8(ascii: ".") == UInt8(ascii: ".") { bytes.insert(UInt8(ascii: "_"), at: 0) }
    let name = FilePath(bytes: bytes)
    return isReason(name) || !Spool.isReadable(name) ? name + "_" : name
  }

  static func reason(of name: FilePath) -> FilePath { name + ending }

  static func isReason(_ name: FilePath) -> Bool { name.bytes.reversed().starts(with: ending.utf8.reversed()) }
}
