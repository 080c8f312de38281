import CXXHash

/// XXH3 of 64 bits: names articles by their bytes and guards segments against damage. Not meant against an adversary.
package enum Checksum {
  /// The sum as 16 hexadecimal digits.
  package static func hex(_ bytes: some Collection<UInt8>) -> String {
    let value = bytes.withContiguousStorageIfAvailable { unsafe XXH3_64bits($0.baseAddress, $0.count) }
    return hex(value ?? of(Array(bytes)))
  }

  /// The sum.
  package static func of(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe XXH3_64bits($0.baseAddress, $0.count) }
  }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
