import CXXHash

/// The hash that makes an article's id.
enum ContentHash {
  /// 16 hexadecimal digits: XXH3 with 64 bits of the bytes.
  static func hex(_ bytes: Bytes) -> String {
    // Safe: the pointer is used during the call only.
    let hash = unsafe bytes.withUnsafeBytes { unsafe XXH3_64bits($0.baseAddress, $0.count) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
