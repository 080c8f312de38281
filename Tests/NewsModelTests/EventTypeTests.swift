import NewsModel
import Testing

@Suite struct EventTypeTests {
  @Test("quad categories are those of the manual, with SANCTION as material conflict")
  func quads() {
    let byQuad = Dictionary(grouping: EventType.allCases, by: \.quad).mapValues { $0.map(\.rawValue).sorted() }
    #expect(byQuad[1] == ["AGREE", "CONCEDE", "CONSULT", "STATEMENT", "SUPPORT"])
    #expect(byQuad[2] == ["AID", "COOPERATE", "RETREAT"])
    #expect(byQuad[3] == ["ACCUSE", "REJECT", "REQUEST", "THREATEN"])
    #expect(byQuad[4] == ["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"])
  }

  @Test("scores lie between -10 and 10, and have the sign of their quad")
  func scores() {
    for type in EventType.allCases {
      for modes in [[]] + type.modes.map({ [$0] }) {
        let score = type.intensity(modes: modes)
        #expect((-10...10).contains(score))
        switch type.quad {
        case 1, 2: #expect(score >= 0, "\(type) \(modes)")
        case 4: #expect(score < 0, "\(type) \(modes)")
        default: #expect(score <= 0.5, "\(type) \(modes)")
        }
      }
    }
  }

  @Test("a mode sharpens the score, the one farthest from zero counts, an unknown one does not")
  func modes() {
    #expect(EventType.consult.intensity() == 2.5)
    #expect(EventType.consult.intensity(modes: ["multilateral"]) == 4)
    #expect(EventType.consult.intensity(modes: ["phone", "visit"]) == 4)
    #expect(EventType.assault.intensity(modes: ["primitive", "unconventional", "beat"]) == -10)
    #expect(EventType.assault.intensity(modes: ["no-such-mode"]) == -9)
    #expect(EventType.accuse.intensity() == EventType.accuse.intensity(modes: ["disapprove"]))
  }
}
