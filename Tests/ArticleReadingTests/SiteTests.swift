import ArticleReading
import NewsModel
import Testing

/// Pages in the manner of many sites, each with what a reader would copy from it; scripts/compare-pages.py measures
/// other extractors on the same pages in the same way.
@Suite("Sites")
struct SiteTests {
  static let pages = [
    "amp", "broadcaster", "broadsheet", "drupal", "live-blog", "ministry-tables", "newsletter-site", "old-tables",
    "paywall", "press-release", "rtl-nav", "script-site", "un-agency", "wiki", "wire-agency", "wordpress",
  ]

  @Test("of every make give the story's words and few others, and its day", arguments: pages)
  func storyOfSite(page: String) throws {
    let expected = try Expected(String(decoding: try fixture("sites/\(page).expected"), as: UTF8.self))
    let read = try article(try fixture("sites/\(page).html"), name: "\(page).html", modified: nil)
    #expect(expected.agreement(with: read.text) >= 0.97)
    #expect(read.date == expected.date)
    #expect(read.language == "en")
  }

  /// Pages that the reader was not made with.
  static let heldOut = ["blog-host", "embassy", "ghost-site", "local-tv", "rich-text-body", "world-channel"]

  @Test("of makes that the reader has not seen give most words, and the day", arguments: heldOut)
  func storyOfHeldOutSite(page: String) throws {
    let expected = try Expected(String(decoding: try fixture("sites-held-out/\(page).expected"), as: UTF8.self))
    let read = try article(try fixture("sites-held-out/\(page).html"), name: "\(page).html", modified: nil)
    #expect(expected.agreement(with: read.text) >= 0.88)
    #expect(read.date?.hasPrefix(expected.date.prefix(10)) == true)
  }

  @Test("give on the average all but one word in two hundred")
  func mean() throws {
    var sum = 0.0
    for page in Self.pages {
      let expected = try Expected(String(decoding: try fixture("sites/\(page).expected"), as: UTF8.self))
      sum += expected.agreement(with: try article(try fixture("sites/\(page).html"), name: "\(page).html").text)
    }
    #expect(sum / Double(Self.pages.count) >= 0.995)
  }
}

/// What a page should give: `date: …`, an empty line, and paragraphs. Those that begin with "~ " may be in or not.
private struct Expected {
  let date: String
  private var story: [String: Int] = [:]
  private var neutral: [String: Int] = [:]

  init(_ text: String) throws {
    let lines = text.split(separator: "\n")
    date = String(try #require(lines.first).dropFirst("date: ".count))
    for line in lines.dropFirst() {
      if line.hasPrefix("~ ") {
        Self.count(line.dropFirst(2), into: &neutral)
      } else {
        Self.count(line, into: &story)
      }
    }
  }

  private static func count(_ text: Substring, into words: inout [String: Int]) {
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
      words[word.lowercased(), default: 0] += 1
    }
  }

  /// F1 of the words, 0…1; neutral words that the story has no use for do not count.
  func agreement(with text: String) -> Double {
    var found: [String: Int] = [:]
    Self.count(text[...], into: &found)
    var common = 0
    var total = 0
    for (word, count) in found {
      let wanted = story[word] ?? 0
      common += min(count, wanted)
      total += max(min(count, wanted), count - (neutral[word] ?? 0))
    }
    let all = story.values.reduce(0, +)
    return common == 0 ? 0 : 2 * Double(common) / Double(total + all)
  }
}
