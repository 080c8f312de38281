/// How mail carries bytes that it cannot carry as they are (RFC 2045, 6).
enum TransferEncoding {
  /// The bytes of a part, by the name of its encoding in lower case; those of an unknown one as they are.
  static func decode(_ body: Bytes, _ name: String) -> [UInt8] {
    switch name {
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
  }

  /// Decodes base64; what is not of its alphabet is skipped, and what is missing at the end is left out.
  static func base64(_ text: Bytes) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      if byte == UInt8(ascii: "=") { (bits, count) = (0, 0) }  // another encoded text may follow
      guard let digit = digit(byte) else { continue }
      bits = bits << 6 | digit
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// Decodes quoted-printable; an equals sign that begins nothing stays.
  static func quotedPrintable(_ text: Bytes) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        output.append(byte)
        continue
      }
      if index + 1 < text.endIndex, let high = hex(text[index]), let low = hex(text[index + 1]) {
        output.append(high << 4 | low)
        index += 2
      } else if let end = lineEnd(text[index...]) {
        index = end
      } else {
        output.append(byte)
      }
    }
    return output
  }

  /// Where the next line begins, if nothing but white space is left of this one.
  private static func lineEnd(_ rest: Bytes) -> Int? {
    let end = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard let newline = end.first else { return end.endIndex }
    return newline == 0x0A ? end.startIndex + 1 : nil
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
