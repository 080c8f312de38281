/// A code of up to three capital letters, such as a country or a sector, in 16 bits.
struct PackedCode: Sendable, Hashable {
  /// Letters as digits to the base 27, A = 1; 0 is no code.
  let value: UInt16

  static let none = PackedCode(value: 0)

  init(value: UInt16) { self.value = value }

  /// Packs the letters; `none` for anything else than one to three capitals.
  init(_ letters: some Collection<UInt8>) {
    var value: UInt16 = 0
    for letter in letters.prefix(4) {
      let digit = letter &- UInt8(ascii: "A")
      guard digit < 26, value <= 27 * 27 else {
        self = .none
        return
      }
      value = value * 27 + UInt16(digit) + 1
    }
    self.value = letters.count <= 3 ? value : 0
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// The letters; empty for no code.
  var text: String {
    var letters: [UInt8] = []
    var rest = value
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 27))
      rest /= 27
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
