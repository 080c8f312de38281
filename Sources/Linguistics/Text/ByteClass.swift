/// What a byte, or the character that starts with it, means for the tokeniser.
enum ByteClass {
  case space, newline
  case letter, digit
  /// `.` `!` `?` `…`: may end a sentence.
  case terminator
  case comma, apostrophe, hyphen
  case open, close, straightQuote
  /// En and em dash.
  case dash
  /// First byte of a character outside ASCII.
  case high
  case symbol

  /// The class of an ASCII byte; `.high` for all others.
  @inline(__always)
  init(_ byte: UInt8) {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: self = .letter
    case 0x30...0x39: self = .digit
    case 0x0A: self = .newline
    case 0x00...0x20, 0x7F: self = .space
    case 0x2E, 0x21, 0x3F: self = .terminator
    case 0x2C: self = .comma
    case 0x27: self = .apostrophe
    case 0x2D: self = .hyphen
    case 0x28, 0x5B, 0x7B: self = .open
    case 0x29, 0x5D, 0x7D: self = .close
    case 0x22: self = .straightQuote
    case 0x80...0xFF: self = .high
    default: self = .symbol
    }
  }
}

@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

@inline(__always)
func isUppercase(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

@inline(__always)
func isLowercase(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool { isLowercase(byte | 0x20) }
