import ArticleReading
import NewsModel
import Testing

@Suite("Plain text")
struct PlainTextTests {
  @Test("has header lines in whatever case")
  func header() throws {
    let file =
      "TITLE: Dam opens\r\ndate: 2022-01-10\r\nSource: Wire\r\nurl: https://a.example/1\r\nAuthor: X\r\n\r\n\(story)\r\n"
    let read = try article(file)
    #expect(read.title == "Dam opens")
    #expect(read.date == "2022-01-10")
    #expect(read.dateBasis == .metadata)
    #expect(read.source == "Wire")
    #expect(read.url == "https://a.example/1")
    #expect(read.text == story)
  }

  @Test("loses no line that only looks like a header")
  func noHeader() throws {
    #expect(try article("Headline: Dam opens\nMoscow: \(story)").text == "Moscow: \(story)")
    #expect(try article("Witness: I saw the dam open at noon.\n\n\(story)").text.hasPrefix("Witness: I saw"))
  }

  @Test("has a title if its first line is short, no sentence, and parted from the rest")
  func title() throws {
    let read = try article("Dam opens in the north\n\n\(story)")
    #expect(read.title == "Dam opens in the north")
    #expect(read.text == story)
    #expect(try article("The dam opened today.\n\n\(story)").title == nil)
    #expect(try article("Dam opens in the north\n\(story)").title == nil)
    #expect(try article("GENEVA, January 10 (Reuters) -\n\n\(story)").title == nil)
    #expect(try article("Dam opens in the north").title == nil)
  }

  @Test("that repeats its title has it once")
  func repeatedTitle() throws {
    #expect(try article("Title: Dam opens in the north\n\nDam opens in the north\n\n\(story)").text == story)
  }

  @Test("whose lines were broken at a fixed width gets its paragraphs back")
  func unwrapped() throws {
    let wrapped = """
      Dam opens

      The government of the island said on Monday that it would close the
      harbour for a week, because the storm had damaged both of its well-
      known piers - the work of a century - and the road to them.

      "We are tired," the mayor said. "We have been told for ten years that
      the wall would hold."

      - The harbour opens in a week.
      - The road opens in a month.
      """
    #expect(
      try article(wrapped).text.split(separator: "\n") == [
        """
        The government of the island said on Monday that it would close the harbour for a week, because the storm had \
        damaged both of its well-known piers - the work of a century - and the road to them.
        """,
        "\"We are tired,\" the mayor said. \"We have been told for ten years that the wall would hold.\"",
        "- The harbour opens in a week.", "- The road opens in a month.",
      ])
  }

  @Test("broken at a fixed width, with indented paragraphs and no empty lines, gets them back too")
  func indented() throws {
    let wrapped = """
        The government of the island said on Monday that it would close the
      harbour for a week, because the storm had damaged both of its piers and
      the road to them.
        Fishermen on the eastern shore protested against the order and said that
      they could not afford to lose a week.
      """
    #expect(try article(wrapped).text.split(separator: "\n").map(\.utf8.count) == [157, 110])
  }

  @Test("with a paragraph on each line stays so")
  func paragraphsPerLine() throws {
    let lines = [
      "The talks failed on Monday.", "Both sides blamed the weather, and nobody laughed.",
      "\"We will meet again,\" the minister said", "The talks had begun in January.",
    ]
    #expect(try article(lines.joined(separator: "\n")).text == lines.joined(separator: "\n"))
    #expect(try article(lines.joined(separator: "\r\n\r\n")).text == lines.joined(separator: "\n"))
    #expect(try article(lines.joined(separator: "\r")).text == lines.joined(separator: "\n"))
  }

  @Test("has one space where there was white space of any kind")
  func whiteSpace() throws {
    let text =
      "\u{FEFF}The\u{A0}talks \t in\u{2009}the capi\u{AD}tal\u{200B} failed\u{3000}on Monday.\u{2028}Nobody\u{B}laughed \n"
    #expect(try article(text).text == "The talks in the capital failed on Monday.\nNobody laughed")
  }
}
