extension JSONWriter {
  /// Lays JSON text out over lines for people to read; the text must be correct, and ends in no newline.
  ///
  /// Empty arrays and objects stay on one line.
  package static func indented(_ text: [UInt8], by width: Int = 2) -> [UInt8] {
    var layout = Layout(width: width, capacity: text.count * 2)
    for byte in text { layout.take(byte) }
    return layout.bytes
  }

  private struct Layout {
    let width: Int
    var bytes: [UInt8] = []
    var depth = 0
    var inString = false
    var afterBackslash = false
    var afterOpening = false

    init(width: Int, capacity: Int) {
      self.width = width
      bytes.reserveCapacity(capacity)
    }

    mutating func take(_ byte: UInt8) {
      if inString { return takeInString(byte) }
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09: return
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if !afterOpening { breakLine() }
        bytes.append(byte)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if afterOpening { breakLine() }
        bytes.append(byte)
        depth += 1
        afterOpening = true
        return
      case UInt8(ascii: ","):
        bytes.append(byte)
        breakLine()
      case UInt8(ascii: ":"): bytes.append(contentsOf: ": ".utf8)
      default:
        if afterOpening { breakLine() }
        inString = byte == UInt8(ascii: "\"")
        bytes.append(byte)
      }
      afterOpening = false
    }

    mutating func takeInString(_ byte: UInt8) {
      bytes.append(byte)
      if afterBackslash {
        afterBackslash = false
      } else if byte == UInt8(ascii: "\\") {
        afterBackslash = true
      } else if byte == UInt8(ascii: "\"") {
        inString = false
      }
    }

    mutating func breakLine() {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * width))
    }
  }
}
