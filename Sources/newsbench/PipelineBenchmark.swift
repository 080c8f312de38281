import EventCoding
import Linguistics
import NewsModel
import Platform

/// Measures what coding adds to the engine's time.
enum PipelineBenchmark {
  static func run(_ articles: [Article], seconds: Double = 2) {
    guard let engine = try? LanguageEngine.english(), let coder = try? EventCoder.english() else {
      return print("  not measured: the tables in the program are damaged")
    }
    var scratch = NetworkScratch()
    let clock = SystemClock()
    var (reading, coding, count, events) = (0.0, 0.0, 0, 0)
    let end = clock.elapsed + Int(seconds * 1_000)
    while clock.elapsed < end {
      for article in articles {
        let start = ContinuousClock.now
        let document = engine.annotate(Array(article.text.utf8), date: article.day, scratch: &scratch)
        let middle = ContinuousClock.now
        events += coder.code(article, document).count
        reading += (middle - start).milliseconds
        coding += (ContinuousClock.now - middle).milliseconds
        count += 1
      }
    }
    let (engineTime, coderTime) = (rounded(reading / Double(count)), rounded(coding / Double(count)))
    print(
      "  \(engineTime) ms an article in the engine, \(coderTime) ms in event coding, \(events / count) events an article"
    )
  }
}

/// With two digits after the point.
func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
