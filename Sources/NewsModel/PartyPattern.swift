/// What `actor`, `recipient` and `speaker` take: a name, a code, or a code with a sector.
///
///     pattern = code | [code] "/" sector | name
///     code    = 3 letters, capitals unless a sector follows: RUS, IGO
///     sector  = 3 letters: GOV, MIL, JRN
///
/// A code also matches as a name, so that `AFP` finds the agency.
package struct PartyPattern: Sendable, Hashable {
  /// As it was written.
  package let text: String
  /// Code that a party may have, in capitals.
  package let code: String?
  /// Sector that a party must have, in capitals.
  package let sector: String?
  /// Words that a party may be called by; nil where a sector is asked for.
  package let name: String?

  /// Nil for an empty pattern and for a slash with anything but three letters beside it.
  package init?(_ text: String) {
    self.text = text
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard parts[0].isEmpty || Self.isCode(parts[0]), Self.isCode(parts[1]) else { return nil }
      code = parts[0].isEmpty ? nil : parts[0].uppercased()
      sector = parts[1].uppercased()
      name = nil
    } else {
      guard parts.count == 1, text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
      code = Self.isCode(text) && text == text.uppercased() ? text : nil
      sector = nil
      name = text
    }
  }

  private static func isCode(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
  }
}
