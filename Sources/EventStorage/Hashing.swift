/// A string's hash: FNV-1a of 64 bits, which has no secret: what matters is compared as well.
func hash(_ string: borrowing Span<UInt8>) -> UInt64 {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325
  for index in string.indices { value = (value ^ UInt64(string[index])) &* 0x100_0000_01B3 }
  return value
}

/// Whether two strings are the same, byte by byte.
func isEqual(_ a: borrowing Span<UInt8>, _ b: borrowing Span<UInt8>) -> Bool {
  guard a.count == b.count else { return false }
  for index in a.indices where a[index] != b[index] { return false }
  return true
}

/// Spreads a number's bits. Source: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
func mixed(_ value: UInt64) -> UInt64 {
  var value = value
  value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
  value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
  return value ^ (value >> 31)
}
