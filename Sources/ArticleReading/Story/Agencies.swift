/// News agencies, as they sign their reports.
enum Agencies {
  /// The agency of a name that stands alone: "AFP", "Associated Press".
  static func exactly(_ name: Bytes) -> String? {
    let name = name.trimmed
    for (written, canonical) in all where isWritten(name, written) { return canonical }
    return nil
  }

  /// The first agency that a credit names: "With inputs from AFP and Reuters".
  static func first(in credit: Bytes) -> String? {
    var index = credit.startIndex
    while index < credit.endIndex {
      if credit[index].isUpper || credit[index] == UInt8(ascii: "d"), isWordStart(credit, index) {
        for (written, canonical) in all where credit[index...].starts(with: written) {
          let end = index + written.count
          if end == credit.endIndex || !credit[end].isWord { return canonical }
        }
      }
      index += 1
    }
    return nil
  }

  private static func isWordStart(_ text: Bytes, _ index: Int) -> Bool {
    index == text.startIndex || !text[index - 1].isWord
  }

  /// Whether `name` is the agency's, also all in capitals.
  private static func isWritten(_ name: Bytes, _ written: [UInt8]) -> Bool {
    guard name.count == written.count else { return false }
    return zip(name, written).allSatisfy { $0 == $1 || ($0.isUpper && $0.lowercased == $1) }
  }

  private static let all: [(written: [UInt8], canonical: String)] =
    names.map { ($0.0.bytes, $0.1) }
    + sameNames.split(whereSeparator: \.isNewline).map { ($0.utf8.map(\.self), String($0)) }

  /// Names that are written in more than one way.
  private static let names = [
    ("Agence France-Presse", "AFP"), ("Agence France Presse", "AFP"), ("The Associated Press", "AP"),
    ("Associated Press", "AP"), ("Press Trust of India", "PTI"), ("Asian News International", "ANI"),
    ("Thomson Reuters", "Reuters"), ("Anadolu Agency", "Anadolu"), ("Xinhua News Agency", "Xinhua"),
    ("Press Association", "PA Media"), ("The Canadian Press", "Canadian Press"), ("BBC News", "BBC"),
    ("Bloomberg News", "Bloomberg"), ("Kyodo News", "Kyodo"), ("Yonhap News Agency", "Yonhap"),
    ("Deutsche Presse-Agentur", "dpa"), ("DPA", "dpa"), ("Itar-Tass", "TASS"), ("Tass", "TASS"),
    ("Jiji Press", "Jiji Press"), ("United News of India", "UNI"), ("Indo-Asian News Service", "IANS"),
  ]

  /// Names that are written in one way.
  private static let sameNames = """
    AFP
    AP
    Reuters
    PTI
    ANI
    IANS
    UNI
    TASS
    dpa
    EFE
    UPI
    ANSA
    AAP
    IRNA
    SANA
    WAM
    SPA
    WAFA
    KUNA
    KCNA
    BTA
    PAP
    Lusa
    Belga
    BNS
    MTI
    RIA Novosti
    RIA
    CNN
    BBC
    NPR
    VOA
    NHK
    Interfax-Ukraine
    Interfax
    Xinhua
    Bloomberg
    Kyodo
    Yonhap
    Anadolu
    Ukrinform
    Bernama
    Antara
    Sputnik
    PA Media
    Canadian Press
    Dow Jones
    Al Jazeera
    """
}
