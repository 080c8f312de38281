import EventCoding
import NewsModel
import Testing

@Suite("Where the noun phrases of an article are")
struct PlaceResolutionTests {
  @Test("A city has its country and its point")
  func city() throws {
    let place = try #require(try ResolvedText(EntityFixture.diplomats).place("Geneva"))
    #expect(place.name == "Geneva" && place.country == "CHE" && place.kind == .city)
    #expect(abs((place.latitude ?? 0) - 46.2) < 0.1 && abs((place.longitude ?? 0) - 6.15) < 0.1)
  }

  @Test("A country has no point; a part of it is a region with its direction in the text")
  func countryAndPart() throws {
    let text = try ResolvedText(EntityFixture.namesakes)
    let part = try #require(text.place("Ukraine"))
    #expect(part.text == "eastern Ukraine" && part.kind == .region && part.country == "UKR" && part.latitude == nil)
    let whole = try #require(try ResolvedText(EntityFixture.border).place("Ukraine"))
    #expect(whole.kind == .country && whole.country == "UKR" && whole.latitude == nil)
  }

  @Test("What follows the comma chooses the namesake, and refuses the wrong ones")
  func namesakes() throws {
    let text = try ResolvedText(EntityFixture.namesakes)
    let springfield = try #require(text.place("Springfield"))
    #expect(abs((springfield.latitude ?? 0) - 39.8) < 0.2, "the one in Illinois")
    let paris = try #require(text.place("Paris"))
    #expect(paris.country == "USA" && paris.latitude == nil && paris.unresolved == "not in the gazetteer")
  }

  @Test("A border is a place of its own kind, with the country whose border it is said to be")
  func border() throws {
    let place = try #require(try ResolvedText(EntityFixture.border).place("border"))
    #expect(place.text == "its border with Ukraine" && place.kind == .border && place.country == "RUS")
  }

  @Test("The capital of a country is found by its adjective; a noun beside a name is the name's place")
  func areas() throws {
    let text = try ResolvedText(EntityFixture.capitalAndPort)
    let capital = try #require(text.place("capital"))
    #expect(capital.name == "Kabul" && capital.country == "AFG" && capital.text == "the Afghan capital")
    #expect(text.place("city")?.name == "Mariupol")
  }

  @Test("Persons, peoples and ordinary nouns are no places")
  func noPlaces() throws {
    let text = try ResolvedText(EntityFixture.spokeswoman)
    #expect(text.place("Maria") == nil && text.place("Russian") == nil && text.place("television") == nil)
    #expect(!text.resolver.isPlace(at: text.token("spokeswoman")))
  }
}
