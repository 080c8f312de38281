import CXXHash

/// The hash by which articles and paragraphs are known again.
enum ContentHash {
  /// XXH3 with 64 bits.
  static func of(_ bytes: Bytes) -> UInt64 {
    // Safe: the pointer is used during the call only.
    unsafe bytes.withUnsafeBytes { unsafe XXH3_64bits($0.baseAddress, $0.count) }
  }

  /// The hash in 16 hexadecimal digits: an article's id.
  static func hex(_ bytes: Bytes) -> String {
    let digits = String(of(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
