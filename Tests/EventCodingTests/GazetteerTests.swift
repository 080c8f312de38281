import EventCoding
import NewsModel
import Testing

@Suite("The gazetteer")
struct GazetteerTests {
  private let table = Gazetteer(
    Array(
      """
      # comment
      paris\tParis\tFRA\t48.85\t2.35\t2138\tC
      parisot\tParisot\tFRA\t44.26\t1.86\t1\tc
      springfield\tSpringfield\tUSA\t37.22\t-93.30\t170\tc\tMO
      springfield\tSpringfield\tUSA\t39.80\t-89.64\t114\tc\tIL
      """.utf8))

  @Test("A key finds its lines only, the most populous first")
  func lookUp() {
    #expect(table.places(Array("paris".utf8)).map(\.name) == ["Paris"])
    #expect(table.places(Array("springfield".utf8)).map(\.division) == ["MO", "IL"])
    #expect(table.places(Array("pari".utf8)).isEmpty)
    #expect(table.places(Array("aaa".utf8)).isEmpty && table.places(Array("zzz".utf8)).isEmpty)
    #expect(table.places([]).isEmpty)
  }

  @Test("Empty and truncated tables answer nothing and do not crash")
  func odd() {
    #expect(Gazetteer([]).places(Array("paris".utf8)).isEmpty)
    #expect(Gazetteer(Array("paris".utf8)).places(Array("paris".utf8)).isEmpty)
    #expect(Gazetteer(Array("paris\tParis".utf8)).places(Array("paris".utf8)).isEmpty)
  }

  @Test(
    "The program's own gazetteer finds capitals, waters and regions by their English names",
    arguments: [
      ("Geneva", "CHE", Place.Kind.city), ("Kyiv", "UKR", .city), ("Kiev", "UKR", .city), ("Sana'a", "YEM", .city),
      ("Donbas", "UKR", .region), ("West Bank", "PSE", .region), ("Kremlin", "RUS", .building),
      ("Suez Canal", "EGY", .water),
      ("São Paulo", "BRA", .city), ("Pristina", "KOS", .city),
    ])
  func own(_ name: String, _ country: String, _ kind: Place.Kind) throws {
    let places = try EntityTables.english().places.places(NameFolding.folded(Array(name.utf8)))
    let place = try #require(places.first)
    #expect(place.country == country && place.kind == kind)
    #expect(abs(place.latitude ?? 99) <= 90 && abs(place.longitude ?? 199) <= 180)
  }
}
