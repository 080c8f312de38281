import JSONCoding
import NewsModel
import Platform
import TestSupport
import Testing

@Suite("newsq report") struct ReportTests {
  private let scratch = ScratchFolder()

  /// A page about some events.
  private func page(_ events: [Event], _ article: Article = NewsqSamples.article) throws -> String {
    let daemon = FakeDaemon { method, _ in
      .result(
        method == "articles.query" ? NewsqSamples.list("articles", [article]) : NewsqSamples.list("events", events))
    }
    let result = try daemon.newsq(["report", "-o", scratch.path("page.html")])
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    return try scratch.text(of: "page.html")
  }

  @Test("The page is one file that refers to nothing outside, and the browser itself is told to load nothing")
  func selfContained() throws {
    let page = try page([NewsqSamples.talks])
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(page.contains("default-src 'none'"))
    for forbidden in ["src=\"http", "@import", "url(", "fetch(", "XMLHttpRequest", "<link", "<img", "import("] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
  }

  @Test("Words of an article can end no script and make no markup")
  func hostileWords() throws {
    var event = NewsqSamples.talks
    event.evidence.text = "</script><script>alert(1)</script><!-- "
    let title = "</script><img src=x onerror=alert(1)>"
    let page = try page([event], Article(id: event.article, title: title, text: ""))
    #expect(!page.contains("alert(1)</script>") && !page.contains("<img"))
    #expect(page.contains("alert(1)\\u003c/script>\\u003c!-- "))
  }

  /// Runs the page in a headless browser and returns what became of it; nil, and a message, where there is none.
  private func rendered() throws -> String? {
    guard (try? KernelFileSystem().status(of: "/usr/bin/chromium")).flatMap({ $0 }) != nil else {
      print("chromium is not installed: the page was not drawn")
      return nil
    }
    let result = try ChildProcess.run(
      "/usr/bin/chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(scratch.path("profile"))", "--virtual-time-budget=20000", "--dump-dom",
        "file://\(scratch.path("page.html"))",
      ], environment: ["HOME": scratch.path.description])
    return result.output
  }

  @Test("A browser draws all figures, and the evidence stands below with the words that made it an event")
  func drawn() throws {
    var coming = NewsqSamples.talks
    coming.id = "00000000000000aa-05"
    coming.recipients = [Party(text: "Georgia", name: "Georgia", code: "GEO", span: Span(0, 0))]
    _ = try page([coming, NewsqSamples.attack, NewsqSamples.bare])
    guard let drawn = try rendered() else { return }
    #expect(drawn.contains("3 events from 1 article of 2024-03-04"))
    #expect(drawn.contains("<mark>talks</mark>"), "the trigger is marked in the evidence")
    #expect(drawn.contains("<title>Russia → Georgia"), "the network has the pair")
    #expect(drawn.contains("<title>Brussels: 1 event"), "the map has the place")
    #expect(drawn.contains("<title>Russia: 1 acting, 0 acted upon"), "the bars have the actor")
    #expect(drawn.contains("1 event announced for 2024-03-04 or later"), "what is to come is listed")
    #expect(drawn.contains("newsq show 00000000000000aa-02"))
  }
}
