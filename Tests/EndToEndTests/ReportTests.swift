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

  /// Clicks what can be clicked in a figure, one after another, and tells in the page's title how many events each left, how many
  /// of those with their evidence, and how many there are without a choice.
  private static func clicking(_ figure: String, atMost count: Int) -> String {
    #"""
    <script>
    const marks = () => [...document.querySelectorAll("#\#(figure) .plot [role=button], #\#(figure) .legend button")];
    const listed = () => Number(document.querySelector("#list h2 small").textContent.split(" ")[0].replaceAll(",", ""));
    const told = [], all = listed();
    for (let index = 0; index < Math.min(marks().length, \#(count)); index += 1) {
      marks()[index].dispatchEvent(new MouseEvent("click"));
      const items = document.querySelectorAll("#list .events li");
      told.push([listed(), items.length, document.querySelectorAll("#list .events li q mark").length].join("/"));
      document.querySelector("#chosen button").click();
    }
    document.title = `\#(figure) ${marks().length} ${all} ${listed()} ${told.join(" ")}`;
    </script>
    """#
  }

  /// What `clicking` found: of each mark the events, those listed, and those listed with evidence.
  private func choices(in figure: String, of page: String, atMost count: Int, all: Int) throws -> [[Int]]? {
    try scratch.write(page + Self.clicking(figure, atMost: count), to: "page.html")
    guard let drawn = try rendered() else { return nil }
    let title = drawn.components(between: "<title>", and: "</title>") ?? ""
    let words = title.split(separator: " ").map(String.init)
    try #require(words.count > 4 && words[0] == figure, "\(title)")
    #expect(words[2] == "\(all)" && words[3] == "\(all)", "all events are there before, and after, a choice")
    return words[4...].map { $0.split(separator: "/").compactMap { Int($0) } }
  }

  @Test(
    "Each mark in each figure leads to events, fewer than all, with their evidence",
    arguments: ["time", "network", "actors", "places"])
  func leadsToEvents(figure: String) throws {
    var coming = NewsqSamples.talks
    coming.id = "00000000000000aa-05"
    coming.recipients = [Party(text: "Georgia", name: "Georgia", code: "GEO", span: Span(0, 0))]
    let page = try page([coming, NewsqSamples.attack, NewsqSamples.bare])
    guard let choices = try choices(in: figure, of: page, atMost: 100, all: 3) else { return }
    #expect(!choices.isEmpty)
    for choice in choices {
      #expect((1...3).contains(choice[0]) && choice[1] == choice[0] && choice[2] == choice[0], "\(choice)")
    }
  }

  /// Many events that differ in type, parties, place and day.
  private static func many(_ count: Int) -> [Event] {
    let parties = (0..<60).map { Party(text: "Party \($0)", name: "Party \($0)", span: Span(0, 0)) }
    return (0..<count).map { number in
      var event = NewsqSamples.talks
      event.id = "00000000000000aa-\(number)"
      event.sequence = number + 1
      event.type = EventType.allCases[number % EventType.allCases.count]
      event.status = .occurred
      event.actors = [parties[number * number % 60]]
      event.recipients = [parties[number % 41]]
      event.time?.value = CalendarDate("2024-01-01")?.adding(days: number % 365).description ?? ""
      event.place = Place(
        text: "Place \(number % 150)", name: "Place \(number % 150)", latitude: Double(number % 150) - 60,
        longitude: Double(number % 300) - 150, kind: .city, span: Span(0, 5))
      return event
    }
  }

  @Test("A page of 10,000 events is drawn, says how many of them are listed, and leads to each")
  func tenThousand() throws {
    let events = Self.many(10_000)
    let daemon = FakeDaemon { method, parameters in
      guard method == "events.query" else { return .result(NewsqSamples.list("articles", [NewsqSamples.article])) }
      let end = parameters["cursor"]?.string.flatMap { Int($0) } ?? events.count
      let start = max(0, end - (parameters["limit"]?.int ?? 0))
      return .result(
        NewsqSamples.list("events", events[start..<end].reversed(), next: start > 0 ? String(start) : nil))
    }
    let result = try daemon.newsq(["report", "-o", scratch.path("page.html")])
    #expect(result.status == 0 && result.errors.hasPrefix("newsq: 10000 events from 1 article"), "\(result.errors)")
    let page = try scratch.text(of: "page.html")
    guard let choices = try choices(in: "time", of: page, atMost: 3, all: 10_000) else { return }
    #expect(choices.count == 3)
    for choice in choices { #expect((100...400).contains(choice[0]) && choice[1] == 50 && choice[2] == 50) }
    let drawn = try #require(try rendered())
    #expect(drawn.contains("10,000 events, the latest first; 50 of them are shown"))
    #expect(drawn.contains("<title>Place 0: "))
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

extension String {
  /// What stands between two texts, where both are there.
  fileprivate func components(between front: String, and back: String) -> String? {
    guard let start = firstRange(of: front)?.upperBound else { return nil }
    return self[start...].firstRange(of: back).map { String(self[start..<$0.lowerBound]) }
  }
}
