import ArticleReading
import JSONCoding
import NewsModel

/// `newsbench pages FILE...`: text and date of each file's first article and how long reading the file took, one JSON object a line.
///
/// scripts/compare-pages.py puts that beside what another extractor gives; scripts/hostile-files.py uses it too.
enum PageBenchmark {
  static func run(_ files: some Sequence<String>, rounds: Int) {
    let reader = ArticleReader()
    for file in files {
      guard let bytes = contents(ofFile: file) else {
        print("newsbench: cannot read \(file)")
        continue
      }
      var times: [Duration] = []
      var result: Result<ReadingResult, ReadingError>?
      for _ in 0..<max(1, rounds) {
        times.append(ContinuousClock().measure { result = read(bytes, file, reader) })
      }
      if let result { write(file, result, median: times.sorted()[times.count / 2]) }
    }
  }

  private static func read(
    _ bytes: [UInt8], _ file: String, _ reader: ArticleReader
  ) -> Result<ReadingResult, ReadingError> {
    do throws(ReadingError) {
      return .success(try reader.read(bytes, name: file, modified: nil))
    } catch {
      return .failure(error)
    }
  }

  private static func write(_ file: String, _ result: Result<ReadingResult, ReadingError>, median: Duration) {
    let article = (try? result.get())?.articles.first
    var json = JSONWriter(capacity: 4_096)
    json.object { json in
      json.member("file", file)
      json.member("text", article?.text ?? "")
      json.member("title", article?.title)
      json.member("date", article?.date)
      if case .failure(let error) = result { json.member("error", error.code.rawValue) }
      json.member("seconds", median / .seconds(1))
    }
    print(String(decoding: json.bytes, as: UTF8.self))
  }
}
