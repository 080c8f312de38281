import NewsModel
import Platform

/// The articles of a soak: Wikinews where the corpus is at hand, else the demo's, each many times with another note.
enum SoakArticles {
  /// Files for the spool, in the order of the corpus.
  static func read(dataFolder: String, demo: [Article]) -> (files: [[UInt8]], source: String) {
    let wikinews = readWikinews(dataFolder + "/text/wikinews_dump_2020/AA")
    if !wikinews.isEmpty { return (wikinews, "Wikinews articles") }
    let made = (0..<20_000).map { number in
      let article = demo[number % demo.count]
      return Array(
        "Title: \(article.title ?? "Note") (\(number))\nDate: 2024-03-04\n\n\(article.text)\n\nNote \(number).\n".utf8)
    }
    return (made, "generated articles")
  }

  /// The articles of WikiExtractor's files with 80 words at least, as the corpus' own note counts them.
  private static func readWikinews(_ folder: String) -> [[UInt8]] {
    let files = KernelFileSystem()
    let names = ((try? files.names(in: FilePath(folder))) ?? []).sorted()
    return names.flatMap { name -> [[UInt8]] in
      let bytes = (try? files.read(FilePath(folder) / name, limit: 1 << 24)) ?? []
      var articles: [[UInt8]] = []
      var lines: [[UInt8]] = []
      for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        if line.starts(with: "<doc ".utf8) {
          lines = []
        } else if line.starts(with: "</doc>".utf8) {
          if let article = article(lines) { articles.append(article) }
        } else {
          lines.append(withoutTags(line))
        }
      }
      return articles
    }
  }

  private static func article(_ lines: [[UInt8]]) -> [UInt8]? {
    let body = lines.prefix { !$0.elementsEqual("Sources".utf8) }
    let text = Array(body.joined(separator: [UInt8(ascii: "\n")]))
    let words = text.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.count
    return words >= 80 ? Array("Date: 2012-06-15\n\n".utf8) + text : nil
  }

  /// The line without what stands between `<` or `&lt;` and `>` or `&gt;`.
  private static func withoutTags(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = line
    var isTag = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "<") || rest.starts(with: "&lt;".utf8) {
        isTag = true
        rest = rest.dropFirst(byte == UInt8(ascii: "<") ? 1 : 4)
      } else if isTag, byte == UInt8(ascii: ">") || rest.starts(with: "&gt;".utf8) {
        isTag = false
        rest = rest.dropFirst(byte == UInt8(ascii: ">") ? 1 : 4)
      } else {
        if !isTag { kept.append(byte) }
        rest = rest.dropFirst()
      }
    }
    return kept
  }
}
