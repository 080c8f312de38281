import ArticleReading
import JSONCoding
import NewsModel

/// `newsbench pages FILE...`: text and date of each page and how long reading it took, one JSON object a line.
///
/// scripts/compare-pages.py puts that beside what another extractor gives.
enum PageBenchmark {
  static func run(_ files: some Sequence<String>, rounds: Int) {
    let reader = ArticleReader()
    for file in files {
      guard let bytes = contents(ofFile: file) else {
        print("newsbench: cannot read \(file)")
        continue
      }
      var times: [Duration] = []
      var result: ReadingResult?
      for _ in 0..<max(1, rounds) {
        times.append(ContinuousClock().measure { result = try? reader.read(bytes, name: file, modified: nil) })
      }
      write(file, result, median: times.sorted()[times.count / 2])
    }
  }

  private static func write(_ file: String, _ result: ReadingResult?, median: Duration) {
    var json = JSONWriter(capacity: 4_096)
    json.object { json in
      json.member("file", file)
      json.member("text", result?.articles.first?.text ?? "")
      json.member("title", result?.articles.first?.title)
      json.member("date", result?.articles.first?.date)
      json.member("seconds", median / .seconds(1))
    }
    print(String(decoding: json.bytes, as: UTF8.self))
  }
}
