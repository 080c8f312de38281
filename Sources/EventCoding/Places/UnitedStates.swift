/// The states as a place name carries them behind a comma: "Paris, Texas", "Springfield, Ill."
enum UnitedStates {
  /// Postal codes by name and by newspaper abbreviation.
  static let divisions: [String: String] = {
    var result: [String: String] = [:]
    for row in table.split(separator: "\n") {
      let parts = row.split(separator: ",")
      for name in parts.dropFirst() { result[String(name)] = String(parts[0]) }
    }
    return result
  }()

  /// Whether words are a state's name or abbreviation and hardly anything else: no "Me.", and not the capital.
  static func isClearState(_ words: String) -> Bool {
    words.utf8.count > 3 && words != "Washington" && divisions[words] != nil
  }

  static let codes: Set<String> = Set(divisions.values)

  private static let table = """
    AL,Alabama,Ala.
    AK,Alaska
    AZ,Arizona,Ariz.
    AR,Arkansas,Ark.
    CA,California,Calif.
    CO,Colorado,Colo.
    CT,Connecticut,Conn.
    DE,Delaware,Del.
    DC,D.C.,District of Columbia
    FL,Florida,Fla.
    GA,Georgia,Ga.
    HI,Hawaii
    ID,Idaho
    IL,Illinois,Ill.
    IN,Indiana,Ind.
    IA,Iowa
    KS,Kansas,Kan.
    KY,Kentucky,Ky.
    LA,Louisiana,La.
    ME,Maine
    MD,Maryland,Md.
    MA,Massachusetts,Mass.
    MI,Michigan,Mich.
    MN,Minnesota,Minn.
    MS,Mississippi,Miss.
    MO,Missouri,Mo.
    MT,Montana,Mont.
    NE,Nebraska,Neb.
    NV,Nevada,Nev.
    NH,New Hampshire,N.H.
    NJ,New Jersey,N.J.
    NM,New Mexico,N.M.
    NY,New York,N.Y.
    NC,North Carolina,N.C.
    ND,North Dakota,N.D.
    OH,Ohio
    OK,Oklahoma,Okla.
    OR,Oregon,Ore.
    PA,Pennsylvania,Pa.
    RI,Rhode Island,R.I.
    SC,South Carolina,S.C.
    SD,South Dakota,S.D.
    TN,Tennessee,Tenn.
    TX,Texas
    UT,Utah
    VT,Vermont,Vt.
    VA,Virginia,Va.
    WA,Washington,Wash.
    WV,West Virginia,W.Va.
    WI,Wisconsin,Wis.
    WY,Wyoming,Wyo.
    """
}
