import EventCoding
import Linguistics
import NewsModel
import Platform
import Stories

/// Measures what coding adds to the engine's time.
enum PipelineBenchmark {
  static func run(_ articles: [Article], seconds: Double = 2) {
    guard let engine = try? LanguageEngine.english(), let coder = try? EventCoder.english() else {
      return print("  not measured: the tables in the program are damaged")
    }
    var scratch = NetworkScratch()
    let clock = SystemClock()
    var (reading, coding, grouping, explaining, count, events) = (0.0, 0.0, 0.0, 0.0, 0, 0)
    var grouper = StoryGrouper()
    let end = clock.elapsed + Int(seconds * 1_000)
    while clock.elapsed < end {
      for article in articles {
        let start = ContinuousClock.now
        let document = engine.annotate(Array(article.text.utf8), date: article.day, scratch: &scratch)
        let middle = ContinuousClock.now
        let coded = coder.code(article, document)
        let end = ContinuousClock.now
        _ = grouper.add(StoryArticle(article, events: coded, number: count + 1))
        let grouped = ContinuousClock.now
        _ = coder.explain(article, document)
        reading += (middle - start).milliseconds
        coding += (end - middle).milliseconds
        grouping += (grouped - end).milliseconds
        explaining += (ContinuousClock.now - grouped).milliseconds
        events += coded.count
        count += 1
      }
    }
    let (engineTime, coderTime) = (rounded(reading / Double(count)), rounded(coding / Double(count)))
    print(
      "  \(engineTime) ms an article in the engine, \(coderTime) ms in event coding, \(events / count) events an article"
    )
    print(
      "  \(rounded(grouping / Double(count))) ms an article in its story; \(rounded(explaining / Double(count))) ms to explain its "
        + "events, where somebody asks")
  }
}

/// With two digits after the point.
func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
