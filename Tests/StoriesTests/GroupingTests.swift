import NewsModel
import Stories
import Testing

@Suite("Articles of one happening")
struct GroupingTests {
  /// The story of each article, by its number.
  private func stories(_ articles: (text: String, day: String?)...) -> [Int] {
    var grouper = StoryGrouper()
    return articles.enumerated().map { grouper.add(Reports.article($1.text, day: $1.day, number: $0 + 1)) }
  }

  @Test("Two reports in other words are one story from the first article on")
  func report() {
    #expect(stories((Reports.blast, "2026-03-02"), (Reports.blastElsewhere, "2026-03-03")) == [0, 0])
  }

  @Test("Another bomb of the same day is another story, and so are talks")
  func others() {
    let day = "2026-03-02"
    let found = stories(
      (Reports.blast, day), (Reports.bombElsewhere, day), (Reports.talks, day), (Reports.blastElsewhere, day))
    #expect(found == [0, 1, 2, 0])
  }

  @Test("A copy with another beginning and end is the same story, even some days later")
  func copy() {
    let copy = "(Agency) " + Reports.talks + "\nWrite to the editor."
    #expect(stories((Reports.talks, "2026-03-02"), (copy, "2026-03-05")) == [0, 0])
  }

  @Test("The same words weeks later are another happening")
  func later() {
    #expect(stories((Reports.blast, "2026-03-02"), (Reports.blast + " Again.", "2026-04-02")) == [0, 1])
  }

  @Test("A story does not go on for ever, however often it is told")
  func length() {
    var grouper = StoryGrouper()
    let found = (1...28).map { day in
      grouper.add(Reports.article(Reports.blast, day: "2026-03-\(day < 10 ? "0" : "")\(day)", number: day))
    }
    #expect(found.first == 0)
    #expect(found[21] == 0, "21 days after the first")
    #expect(found[22] == 1)
    #expect(found.last == 1)
  }

  @Test("Articles may come in any order of their days, and without one")
  func order() {
    let found = stories(
      (Reports.blastElsewhere, "2026-03-03"), (Reports.blast, "2026-03-02"), (Reports.blast + " More soon.", nil))
    #expect(found == [0, 0, 0])
  }

  @Test("Empty and very short texts are stories of their own")
  func short() { #expect(stories(("", nil), ("", nil), ("Yes.", nil), ("Yes.", nil)) == [0, 1, 2, 3]) }

  @Test("The same articles in the same order make the same stories")
  func determinism() {
    let texts = [Reports.blast, Reports.talks, Reports.bombElsewhere, Reports.blastElsewhere]
    func run() -> [Int] {
      var grouper = StoryGrouper()
      return (0..<200).map { index in
        let text = texts[index * 7 % 4] + " word\(index * 31 % 17) term\(index * 13 % 29)"
        return grouper.add(Reports.article(text, day: "2026-03-0\(1 + index % 9)", number: index + 1))
      }
    }
    #expect(run() == run())
  }

  @Test("What is kept to compare with does not grow without bound")
  func memory() {
    var grouper = StoryGrouper()
    func add(_ numbers: Range<Int>) {
      for number in numbers {
        let text = (0..<30).map { "w\(number)x\($0)" }.joined(separator: " ")
        _ = grouper.add(Reports.article(text, number: number))
      }
    }
    add(1..<20_001)
    let full = grouper.byteCount
    add(20_001..<30_001)
    #expect(grouper.byteCount < full + full / 10, "\(full) became \(grouper.byteCount)")
  }
}

@Suite("The book of stories")
struct StoryBookTests {
  private func book(_ texts: String..., start: Int = 1) -> StoryBook {
    var book = StoryBook(start: start)
    for text in texts { book.add(Reports.article(text, number: book.end)) }
    return book
  }

  @Test("Knows the articles of a story by any of them, in their order")
  func members() {
    let book = book(Reports.blast, Reports.talks, Reports.blastElsewhere, start: 5)
    #expect(book.storyCount == 2)
    #expect(book.articles(inStoryOf: 5) == [5, 7])
    #expect(book.articles(inStoryOf: 7) == [5, 7])
    #expect(book.articles(inStoryOf: 6) == [6])
    #expect(book.articles(inStoryOf: 4).isEmpty)
    #expect(book.articles(inStoryOf: 8).isEmpty)
  }

  @Test("Knows which article is the last of its story")
  func last() {
    let book = book(Reports.blast, Reports.talks, Reports.blastElsewhere)
    #expect((1...3).map(book.isLast) == [false, true, true])
    #expect(!book.isLast(4))
  }
}
