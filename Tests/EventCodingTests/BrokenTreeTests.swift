import EventCoding
import Linguistics
import NewsModel
import TestSupport
import Testing

@Suite("Trees that no parser should make")
struct BrokenTreeTests {
  private static let text = """
    WARSAW, March 4 - "We will not wait," Polish Prime Minister Anna Nowak said on Monday, according to the PAP news agency, \
    "until the 12 soldiers are killed." The army denied attacking civilians and said it had targeted at least 30 fighters near \
    the border with Belarus. He told reporters, reported Reuters, that talks between both sides in Geneva would resume on \
    Thursday; the European Union (EU) urged them to sign a $2 billion deal. Police arrested 40 protesters, an official said. \
    “They must leave,” she added. “Now.” France's president was warned by Mr. Petrov of “severe costs” if troops withdrew.
    """

  @Test("Whatever hangs on whatever, coding ends, and every span stands in the text", arguments: 0..<8)
  func anyTree(_ seed: UInt64) throws {
    let engine = try LanguageEngine.english()
    let coder = try EventCoder.english()
    var scratch = NetworkScratch()
    let article = Article(id: "0000000000000000", text: Self.text, date: "2024-03-04")
    let right = engine.annotate(Array(Self.text.utf8), date: article.day, scratch: &scratch)
    var generator = SplitMix(seed: seed)
    for round in 0..<250 {
      // The first rounds break a few words only: most of a wrong tree is right.
      let document = broken(right, share: round < 125 ? 8 : 1, &generator)
      for event in coder.code(article, document) {
        #expect(event.evidence.span.end <= Self.text.utf8.count && event.trigger.span.start <= event.trigger.span.end)
      }
    }
  }

  /// The document with one word in `share` hung somewhere else, as something else.
  private func broken(_ document: Document, share: Int, _ generator: inout SplitMix) -> Document {
    var document = document
    for sentence in document.sentences {
      let order = sentence.shuffled(using: &generator)
      // A word hangs on one before it in a random order, so that the tree has no circle.
      let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      let isWhole = share == 1
      for token in sentence where isWhole || Int.random(in: 0..<share, using: &generator) == 0 {
        document.relations[token] = Relation.allCases.randomElement(using: &generator) ?? .dep
        document.upos[token] = UPOS.allCases.randomElement(using: &generator) ?? .x
        guard isWhole, let index = place[token] else { continue }
        document.heads[token] = index == 0 ? -1 : Int32(order[Int.random(in: 0..<index, using: &generator)])
        if index == 0 { document.relations[token] = .root }
      }
    }
    return document
  }
}
