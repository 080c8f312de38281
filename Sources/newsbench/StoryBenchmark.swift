import JSONCoding
import NewsModel
import Platform
import Stories

/// Groups the articles that `newsd extract` coded into stories: what that costs, and what the stories are, to be read by a person.
enum StoryBenchmark {
  static func run(_ file: String, _ limits: StoryGrouper.Limits) throws {
    let lines = try KernelFileSystem().read(FilePath(file), limit: 1 << 30, isTrusted: true)
      .split(separator: UInt8(ascii: "\n"))
    let clock = ContinuousClock()
    let begin = clock.now
    let coded = try lines.map { try CodedArticle(parsing: Array($0)) }
    let reading = (clock.now - begin).milliseconds
    var grouper = StoryGrouper(limits: limits)
    var stories: [[Int]] = []
    let time = clock.measure {
      for (index, article) in coded.enumerated() {
        let story = grouper.add(StoryArticle(article.article, events: article.events, number: index + 1))
        if story == stories.count { stories.append([index]) } else { stories[story].append(index) }
      }
    }
    for story in stories where story.count > 1 {
      print("")
      for index in story {
        print("  \(coded[index].article.date?.prefix(10) ?? "-")  \(coded[index].article.title ?? "-")")
      }
    }
    func each(_ milliseconds: Double) -> Int { Int(1_000 * milliseconds / Double(max(1, coded.count))) }
    let grouped = stories.filter { $0.count > 1 }
    print(
      "\n\(coded.count) articles in \(stories.count) stories, \(grouped.count) of more than one article with "
        + "\(grouped.reduce(0) { $0 + $1.count }) articles; \(each(time.milliseconds)) µs an article, and \(each(reading)) µs to "
        + "read it from its line; \(grouper.byteCount / 1_000) kB to compare with")
  }
}
