import NewsModel
import Platform

/// The articles of a soak: Wikinews where the corpus is at hand, else the demo's; both come again with another note where more are
/// wanted.
enum SoakArticles {
  /// Files for the spool, in the order of the corpus.
  ///
  /// - Parameter limit: so many are enough.
  static func read(dataFolder: String, demo: [Article], limit: Int) -> (files: [[UInt8]], source: String) {
    let wikinews = readWikinews(dataFolder + "/text/wikinews_dump_2020/AA", limit)
    if !wikinews.isEmpty { return (repeated(wikinews, limit), "\(min(limit, wikinews.count)) Wikinews articles") }
    let own = demo.map { article in
      Array("Title: \(article.title ?? "Note")\nDate: 2024-03-04\n\n\(article.text)\n".utf8)
    }
    return (repeated(own, limit), "\(own.count) generated articles")
  }

  /// The articles, and then the same with notes that make them others, up to so many.
  private static func repeated(_ articles: [[UInt8]], _ limit: Int) -> [[UInt8]] {
    (0..<max(limit, articles.count)).map { number in
      let article = articles[number % articles.count]
      return number < articles.count ? article : article + Array("\n\nNote \(number / articles.count).\n".utf8)
    }
  }

  /// The articles of WikiExtractor's files with 80 words at least, as the corpus' own note counts them.
  private static func readWikinews(_ folder: String, _ limit: Int) -> [[UInt8]] {
    let files = KernelFileSystem()
    let names = ((try? files.names(in: FilePath(folder))) ?? []).sorted()
    var articles: [[UInt8]] = []
    for name in names where articles.count < limit {
      let bytes = (try? files.read(FilePath(folder) / name, limit: 1 << 24)) ?? []
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
    }
    return articles
  }

  private static func article(_ lines: [[UInt8]]) -> [UInt8]? {
    let body = lines.prefix { !$0.elementsEqual("Sources".utf8) }
    let text = Array(body.joined(separator: [UInt8(ascii: "\n")]))
    let words = text.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.count
    return words >= 80 ? Array("Date: 2012-06-15\n\n".utf8) + text : nil
  }

  /// The line without what stands between `<` or `&lt;` and `>` or `&gt;`.
  private static func withoutTags(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(line)
    var kept: [UInt8] = []
    var index = 0
    var isTag = false
    while index < bytes.count {
      let byte = bytes[index]
      let entity = byte == UInt8(ascii: "&") ? bytes[index...].prefix(4) : []
      let opens = byte == UInt8(ascii: "<") || entity.elementsEqual("&lt;".utf8)
      let closes = byte == UInt8(ascii: ">") || entity.elementsEqual("&gt;".utf8)
      if !opens, !(isTag && closes), !isTag { kept.append(byte) }
      if opens { isTag = true } else if closes { isTag = false }
      index += (opens || closes) && !entity.isEmpty ? 4 : 1
    }
    return kept
  }
}
