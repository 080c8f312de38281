/// A text in UTF-16, with or without a byte order mark.
struct UTF16Text {
  /// The text as UTF-8; halves of surrogate pairs become U+FFFD.
  let utf8: [UInt8]

  /// Nil if the file is not in UTF-16.
  init?(_ file: [UInt8]) {
    guard let (order, start) = Self.order(file) else { return nil }
    let units = (0..<(file.count - start) / 2).map { unit in
      let low = UInt16(file[start + 2 * unit + (order == .little ? 0 : 1)])
      let high = UInt16(file[start + 2 * unit + (order == .little ? 1 : 0)])
      return high << 8 | low
    }
    utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private enum ByteOrder { case little, big }

  /// The order, from the byte order mark, else from the zeros that English text has in every second byte.
  private static func order(_ file: [UInt8]) -> (ByteOrder, start: Int)? {
    guard file.count >= 2 else { return nil }
    if file[0] == 0xFF, file[1] == 0xFE { return (.little, 2) }
    if file[0] == 0xFE, file[1] == 0xFF { return (.big, 2) }
    let sample = file.prefix(4096)
    var zeros = (even: 0, odd: 0)
    for index in sample.indices where sample[index] == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = sample.count / 2
    if zeros.odd * 2 > pairs, zeros.even * 20 <= pairs { return (.little, 0) }
    if zeros.even * 2 > pairs, zeros.odd * 20 <= pairs { return (.big, 0) }
    return nil
  }
}
