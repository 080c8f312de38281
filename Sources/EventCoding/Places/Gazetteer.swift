package import NewsModel

/// A place of the gazetteer.
package struct GazetteerPlace: Sendable, Hashable {
  package var name: String
  /// ISO 3166-1 alpha-3 (KOS for Kosovo); nil for waters and what lies in several countries.
  package var country: String?
  /// First-level division, for the United States, Canada and Australia only: "TX".
  package var division: String?
  package var latitude: Double?
  package var longitude: Double?
  /// In thousands, 0 where it is not known.
  package var population: Int
  package var isCapital: Bool
  package var kind: Place.Kind
}

/// Cities, regions, waters and buildings by name.
///
/// The table is never parsed as a whole: its lines are sorted by folded name and searched where they lie, so that it costs
/// nothing at the start. places.txt describes its format.
package struct Gazetteer: Sendable {
  private let text: [UInt8]

  /// Takes the table as it is; its lines must be sorted by key.
  package init(_ text: [UInt8]) {
    self.text = text
  }

  /// All places of a folded name, the most populous first; O(log n).
  package func places(_ key: [UInt8]) -> [GazetteerPlace] {
    guard !key.isEmpty else { return [] }
    var result: [GazetteerPlace] = []
    var line = lowerBound(key)
    while line + key.count < text.count, text[line...].starts(with: key), text[line + key.count] == Self.tab {
      let end = text[line...].firstIndex(of: Self.newline) ?? text.count
      if let place = Self.place(text[(line + key.count + 1)..<end]) { result.append(place) }
      line = end + 1
    }
    return result.sorted { $0.population > $1.population }
  }

  private static let tab = UInt8(ascii: "\t")
  private static let newline = UInt8(ascii: "\n")

  /// Start of the first line that is not below `key`.
  private func lowerBound(_ key: [UInt8]) -> Int {
    var low = 0
    var high = text.count
    while low < high {
      let middle = (low + high) / 2
      var start = middle
      while start > low, text[start - 1] != Self.newline { start -= 1 }
      let end = text[middle..<high].firstIndex(of: Self.newline) ?? high
      if isLine(at: start, below: key) { low = min(end + 1, high) } else { high = start }
    }
    return low
  }

  private func isLine(at start: Int, below key: [UInt8]) -> Bool {
    var index = start
    for byte in key {
      guard index < text.count else { return true }
      let other = text[index]
      if other == Self.tab || other < byte { return true }
      if other > byte { return false }
      index += 1
    }
    return false
  }

  private static func place(_ line: ArraySlice<UInt8>) -> GazetteerPlace? {
    let fields = line.split(separator: tab, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count >= 6, let kind = kind(fields[5]) else { return nil }
    return GazetteerPlace(
      name: fields[0], country: fields[1].isEmpty ? nil : fields[1], division: fields.count > 6 ? fields[6] : nil,
      latitude: Double(fields[2]), longitude: Double(fields[3]), population: Int(fields[4]) ?? 0,
      isCapital: fields[5] == "C", kind: kind)
  }

  private static func kind(_ letter: String) -> Place.Kind? {
    switch letter {
    case "c", "C": .city
    case "r": .region
    case "w": .water
    case "b": .building
    default: nil
    }
  }
}
