import EventCoding
import NewsModel
import Testing

@Suite("Who takes part in a meeting that a clause names by the way")
struct AttendantTests: DatedSamples {
  @Test(
    "Who acts in the clause met those with whom the talks were, or visited where the visit went",
    arguments: [
      PartyCase(
        text: "After talks with the Turkish foreign minister, Chilean minister Anna Berg said that trade would grow.",
        type: .consult, actors: ["Anna Berg CHL/GOV", "Ahmet Davutoglu TUR/GOV"]),
      PartyCase(
        text: "During a visit to Cuba, Chilean minister Anna Berg criticised the embargo.", type: .consult,
        actors: ["Anna Berg CHL/GOV"], recipients: ["Cuba CUB/-"]),
      PartyCase(
        text: "Chilean minister Anna Berg, during her visit to Chad, praised the army.", type: .consult,
        actors: ["Anna Berg CHL/GOV"], recipients: ["Chad TCD/-"]),
    ])
  func attendant(_ sample: PartyCase) throws {
    var sample = sample
    if sample.recipients == nil { sample.recipients = [] }
    try sample.checkLast()
  }

  @Test("What somebody agreed to by meeting another, both agreed to")
  func agreed() throws {
    try PartyCase(
      text: "King Ola Lie of Norway met President Anna Berg of Chad, agreeing to share the river.", type: .agree,
      actors: ["Ola Lie NOR/GOV", "Anna Berg TCD/GOV"]
    ).checkLast()
    try PartyCase(
      text: "King Ola Lie of Norway agreed to share the river.", type: .agree, actors: ["Ola Lie NOR/GOV"]
    ).checkLast()
  }

  @Test("A round of talks is of those whose talks the article tells of")
  func rounds() throws {
    let text = "Talks between Norway and Chad began on Monday. A first round of talks will take place on Friday."
    try PartyCase(text: text, type: .consult, actors: ["Norway NOR/-", "Chad TCD/-"]).checkLast()
    let announced = "Norway's foreign minister said that a first round of talks will take place on Friday."
    try PartyCase(
      text: "Talks between Norway and Chad began on Monday. " + announced, type: .consult, actors: ["Norway NOR/-"]
    ).checkLast()
    let other = "Norway criticised Chad. A first round of talks will take place on Friday."
    #expect(try CodingSamples.events(other).allSatisfy { $0.type != .consult || $0.actors.isEmpty })
  }

  @Test("Talks between others, and talks with the press, are not the speaker's")
  func others() throws {
    let between = "During a meeting between Norway and Chad, Chilean minister Anna Berg criticised the embargo."
    try PartyCase(text: between, type: .consult, actors: ["Norway NOR/-", "Chad TCD/-"]).checkLast()
    let press = try CodingSamples.events("In talks with reporters, Chilean minister Anna Berg criticised the embargo.")
    #expect(press.allSatisfy { $0.type != .consult })
  }

  @Test("The meeting is of the day of what is told beside it")
  func day() throws {
    let text = "Chilean minister Anna Berg announced the plan on Monday after talks with Norwegian minister Ola Lie."
    #expect(try time(.consult, text) == "2023-04-24")
    let perfect = "Chilean minister Anna Berg has been ill since talks with Norwegian minister Ola Lie."
    #expect(try CodingSamples.events(perfect).allSatisfy { $0.type != .consult || $0.time == nil })
  }
}
