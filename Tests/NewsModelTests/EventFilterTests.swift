import JSONCoding
import NewsModel
import Testing

@Suite("Filters of events")
struct EventFilterTests {
  private func filter(_ text: String) throws -> EventFilter { try read(EventFilter.self, text) }

  @Test("A member takes a string or a list of strings")
  func stringOrList() throws {
    #expect(try filter(#"{"type": "CONSULT"}"#).types == [.consult])
    #expect(try filter(#"{"type": ["consult", "AGREE"]}"#).types == [.consult, .agree])
    #expect(try filter(#"{"country": ["ukr"], "min_confidence": 0.5}"#).countries == ["UKR"])
    #expect(try filter("{}").isEmpty)
  }

  @Test(
    "A filter reads back as it was written",
    arguments: [
      "{}", #"{"type":"CONSULT","status":["scheduled","possible"]}"#,
      #"{"actor":["RUS/GOV","Jens Stoltenberg"],"recipient":"UKR","country":"UKR","place":"Kyiv"}"#,
      #"{"source":"AFP","article":"82e877f78b95c586","speaker":"Lavrov","text":["troops border","missiles"]}"#,
      #"{"since":"3d","until":"2022-01-12","min_confidence":0.25}"#,
    ])
  func roundTrip(text: String) throws {
    #expect(json(try filter(text)) == text)
  }

  @Test(
    "A value that cannot be taken is refused with the member's name and the way out",
    arguments: [
      (#"{"type": "CONSULTS"}"#, "there is no type 'CONSULTS'; did you mean 'CONSULT'?"),
      (#"{"type": "X"}"#, "there is no type 'X'; there are AGREE, CONSULT,"),
      (#"{"status": "planed"}"#, "there is no status 'planed'; there are occurred, ongoing, scheduled"),
      (#"{"actor": "RUS/ARMY"}"#, "actor takes a name, a code (RUS) or code/sector (RUS/GOV), found 'RUS/ARMY'"),
      (#"{"actor": " "}"#, "actor takes a name"),
      (#"{"country": "Ukraine"}"#, "place takes a name"),
      (#"{"place": "?!"}"#, "place takes words"),
      (#"{"article": "82e877f78b95c586-07"}"#, "16 hexadecimal digits"),
      (#"{"since": "last week"}"#, "since takes a date (2022-01-12)"),
      (#"{"since": ["3d", "4d"]}"#, "since takes a string"),
      (#"{"min_confidence": 84}"#, "min_confidence takes a number from 0 to 1, found '84.0'"),
      (#"{"type": 3}"#, "type takes a string or a list of strings"),
      (#"{"statsu": "denied"}"#, "there is no filter 'statsu'; did you mean 'status'?"),
    ])
  func refusals(text: String, message: String) throws {
    let error = try #require(throws: JSONError.self) { try filter(text) }
    #expect(error.message.contains(message))
  }

  @Test("The place of a wrong value in the text is told")
  func offset() throws {
    let error = try #require(throws: JSONError.self) { try filter(#"{"type": ["CONSULT", "NONE"]}"#) }
    #expect(error.offset == 21)
  }

  @Test("A time bound or confidence cannot be given twice")
  func twice() throws {
    var filter = EventFilter()
    try filter.add("3d", to: .since)
    try filter.add("0.5", to: .minConfidence)
    #expect(throws: EventFilter.ValueError(message: "since is given twice")) { try filter.add("4d", to: .since) }
    #expect(throws: EventFilter.ValueError(message: "min_confidence is given twice")) {
      try filter.add("0.6", to: .minConfidence)
    }
  }

  @Test("A member of another object is left to its reader")
  func otherMembers() throws {
    var filter = EventFilter()
    var limit = 0
    var reader = JSONReader(Array(#"{"type": "AID", "limit": 7}"#.utf8))
    try reader.readObject { (key, json) throws(JSONError) in
      if try !filter.readMember(key, from: &json) { limit = try json.readInt() }
    }
    #expect(filter.types == [.aid])
    #expect(limit == 7)
  }

  @Test("A filter that names ids, sources and dates alone is about articles")
  func aboutArticles() throws {
    #expect(try filter(#"{"source": "AFP", "since": "3d", "article": "82e877f78b95c586"}"#).isAboutArticles)
    #expect(try !filter(#"{"source": "AFP", "type": "AID"}"#).isAboutArticles)
  }
}

@Suite("Patterns of parties")
struct PartyPatternTests {
  @Test("Three capitals are a code and a name, a slash parts code and sector")
  func kinds() throws {
    let code = try #require(PartyPattern("RUS"))
    #expect((code.code, code.sector, code.name) == ("RUS", nil, "RUS"))
    let name = try #require(PartyPattern("Ben"))
    #expect((name.code, name.sector, name.name) == (nil, nil, "Ben"))
    let both = try #require(PartyPattern("rus/gov"))
    #expect((both.code, both.sector, both.name) == ("RUS", "GOV", nil))
    let sector = try #require(PartyPattern("/MIL"))
    #expect((sector.code, sector.sector, sector.name) == (nil, "MIL", nil))
  }

  @Test(
    "A pattern without a word, or with a slash beside no code, is none",
    arguments: ["", "  ", "/", "RUS/", "RUS/GOVT", "a/b/c"])
  func refusals(text: String) {
    #expect(PartyPattern(text) == nil)
  }
}
