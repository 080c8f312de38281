import EventCoding
import NewsModel
import Platform
import Stories

/// What newsbench measures, by name, with its options.
struct BenchmarkChoice {
  private let name: String
  private let arguments: ParsedArguments

  private static let options = [
    Option("data", value: "DIR", "Folder with the corpora; the default is ../shared/data."),
    Option("articles", value: "DIR", "Folder with articles to measure on; the default is docs/demo/articles."),
    Option("coding", "Score event coding only."),
    Option("likeness", value: "N", "Least likeness of a story's articles, 0 to 1."),
    Option("rounds", value: "N", "Articles to send through the daemon, or readings of the pages."),
    Option("names", value: "FILE", "Held-out names that scripts/export-names.py wrote."),
    Option("verbose", "Print what is wrong in the halves that rules are made on, and missed gold records."),
    Option("events", value: "N", "Events in the store that the store and queries are measured on."),
    Option("seconds", value: "N", "How long to soak."),
  ]

  private static let names = [
    "bench", "engine", "eval", "pages", "pipeline", "queries", "requests", "soak", "store", "stories",
  ]

  static var usage: String {
    "usage: newsbench \(names.joined(separator: "|")) [options] [FILE]...\n\(Option.help(options))"
  }

  /// Nil where the words name no benchmark or have an unknown option.
  init?(_ words: [String]) {
    guard let arguments = try? ParsedArguments(words, options: Self.options), let name = arguments.operands.first,
      Self.names.contains(name)
    else { return nil }
    (self.name, self.arguments) = (name, arguments)
  }

  func run() throws {
    switch name {
    case "bench": try bench()
    case "engine": engine()
    case "eval": evaluate()
    case "pages": PageBenchmark.run(arguments.operands.dropFirst(), rounds: number("rounds") ?? 20)
    case "pipeline": try pipeline()
    case "queries": try queries()
    case "requests": try requests()
    case "soak": try soak()
    case "store": try store()
    default: try stories()
    }
  }

  private func bench() throws {
    engine()
    try pipeline()
    print("Daemon:")
    try DaemonBenchmark.run(try articles(), rounds: number("rounds") ?? 1_000)
    try requests()
    try queries()
  }

  private func engine() {
    print("Engine, one thread:")
    runEngineBenchmark(articles: ((try? articles()) ?? []).map { Array($0.text.utf8) })
  }

  private func pipeline() throws {
    print("Whole pipeline, one thread:")
    PipelineBenchmark.run(try articles())
  }

  private func requests() throws {
    print("Requests:")
    try RequestBenchmark.run(try articles())
  }

  private func queries() throws {
    print("Queries:")
    try QueryBenchmark.run(events: number("events") ?? 1_000_000)
  }

  private func store() throws {
    print("Store:")
    try StoreBenchmark.run(try articles(), events: number("events") ?? 1_000_000)
  }

  private func soak() throws {
    let seconds = number("seconds") ?? 60
    let soaked = SoakArticles.read(dataFolder: dataFolder, demo: try articles(), limit: seconds * 300)
    print("Soak of \(seconds) s with \(soaked.source):")
    guard try Soak(soaked.files).run(seconds: seconds) else { throw Failure(reason: "see above") }
    print("  nothing lost, nothing twice, memory flat")
  }

  private func evaluate() {
    let isWhole = !arguments.has("coding")
    let isVerbose = arguments.has("verbose")
    let scored = isWhole && runEvaluation(dataFolder: dataFolder, bankFile: arguments["names"])
    if isWhole {
      runTextEvaluation(dataFolder: dataFolder, isVerbose: isVerbose)
      runPronounEvaluation(dataFolder: dataFolder, isVerbose: isVerbose)
    }
    // The records are single sentences, of which few are right in every part: by default, and with all that is told surely.
    var coded = false
    for least in [EventCoder.usualConfidence, 0.1] {
      coded = runCodingEvaluation(dataFolder: dataFolder, keeping: least, isVerbose: isVerbose) || coded
      runPetrarchEvaluation(dataFolder: dataFolder, keeping: least, isVerbose: isVerbose)
    }
    for least in [EventCoder.usualConfidence, 0.1] { runMadeUpEvaluation(file: Self.madeUp, keeping: least) }
    if !scored, !coded { print("No corpora in \(dataFolder): nothing was scored.") }
  }

  private func stories() throws {
    guard let file = arguments.operands.dropFirst().first else {
      throw Failure(reason: "stories takes a file that newsd extract wrote")
    }
    var limits = StoryGrouper.Limits()
    if let likeness = arguments["likeness"].flatMap({ Float($0) }) { limits.likeness = likeness }
    try StoryBenchmark.run(file, limits)
  }

  /// Sentences of the project's own, scored where the program runs in its folder.
  private static let madeUp = "Tests/EventCodingTests/Fixtures/made-up-news.jsonl"

  private var dataFolder: String { arguments["data"] ?? "../shared/data" }

  private func articles() throws -> [Article] {
    let folder = arguments["articles"] ?? "docs/demo/articles"
    let articles = BenchmarkArticles.read(folder)
    guard !articles.isEmpty else { throw Failure(reason: "no articles in \(folder)") }
    return articles
  }

  private func number(_ option: String) -> Int? { arguments[option].flatMap { Int($0) } }

  private struct Failure: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }
}
