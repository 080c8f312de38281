// Benchmarks and scores; not installed. `make bench` and `make eval` call it.

import Glibc
import NewsModel
import Platform
import Stories

let words = Array(CommandLine.arguments.dropFirst())
let options = [
  Option("data", value: "DIR", "Folder with the corpora."),
  Option("articles", value: "DIR", "Folder with articles to measure on."),
  Option("coding", "Score event coding only."),
  Option("likeness", value: "N", "Least likeness of a story's articles, 0 to 1."),
  Option("rounds", value: "N", "Articles to send through the daemon."),
  Option("names", value: "FILE", "Held-out names that scripts/export-names.py wrote."),
  Option("verbose", "Print what is wrong in the halves that rules are made on, and missed gold records."),
  Option("events", value: "N", "Events in the store that the store and queries are measured on."),
  Option("seconds", value: "N", "How long to soak."),
]

func usage(_ message: String) -> Never {
  print("newsbench: \(message)")
  print(
    "usage: newsbench bench|engine|eval|pages|queries|requests|soak|store|stories [options] [FILE]...
\(Option.help(options))")
  exit(3)
}

guard let arguments = try? ParsedArguments(words, options: options), let command = arguments.operands.first else {
  usage("say what to measure")
}
switch command {
case "bench":
  let articles = BenchmarkArticles.read(arguments["articles"] ?? "docs/demo/articles")
  guard !articles.isEmpty else { usage("no articles in \(arguments["articles"] ?? "docs/demo/articles")") }
  print("Engine, one thread:")
  runEngineBenchmark(articles: articles.map { Array($0.text.utf8) })
  print("Whole pipeline, one thread:")
  PipelineBenchmark.run(articles)
  print("Daemon:")
  do {
    try DaemonBenchmark.run(articles, rounds: arguments["rounds"].flatMap { Int($0) } ?? 1_000)
    print("Requests:")
    try RequestBenchmark.run(articles)
    print("Queries:")
    try QueryBenchmark.run(events: arguments["events"].flatMap { Int($0) } ?? 1_000_000)
  } catch {
    print("  not measured: \(error)")
    exit(1)
  }
case "requests":
  do {
    try RequestBenchmark.run(BenchmarkArticles.read(arguments["articles"] ?? "docs/demo/articles"))
  } catch {
    print("  not measured: \(error)")
    exit(1)
  }
case "queries":
  do {
    try QueryBenchmark.run(events: arguments["events"].flatMap { Int($0) } ?? 1_000_000)
  } catch {
    print("  not measured: \(error)")
    exit(1)
  }
case "engine":
  let articles = BenchmarkArticles.read(arguments["articles"] ?? "docs/demo/articles")
  guard !articles.isEmpty else { usage("no articles in \(arguments["articles"] ?? "docs/demo/articles")") }
  print("Engine, one thread:")
  runEngineBenchmark(articles: articles.map { Array($0.text.utf8) })
case "store":
  print("Store:")
  do {
    let articles = BenchmarkArticles.read(arguments["articles"] ?? "docs/demo/articles")
    try StoreBenchmark.run(articles, events: arguments["events"].flatMap { Int($0) } ?? 1_000_000)
  } catch {
    print("  not measured: \(error)")
    exit(1)
  }
case "soak":
  let seconds = arguments["seconds"].flatMap { Int($0) } ?? 60
  let demo = BenchmarkArticles.read(arguments["articles"] ?? "docs/demo/articles")
  let soaked = SoakArticles.read(dataFolder: arguments["data"] ?? "../shared/data", demo: demo)
  print("Soak of \(seconds) s with \(soaked.source):")
  do {
    guard try Soak(soaked.files).run(seconds: seconds) else { exit(1) }
    print("  nothing lost, nothing twice, memory flat")
  } catch {
    print("  FAILED: \(error)")
    exit(1)
  }
case "eval":
  let data = arguments["data"] ?? "../shared/data"
  let isWhole = !arguments.has("coding")
  let isVerbose = arguments.has("verbose")
  let scored = isWhole && runEvaluation(dataFolder: data, bankFile: arguments["names"])
  if isWhole { runTextEvaluation(dataFolder: data, isVerbose: isVerbose) }
  let coded = runCodingEvaluation(dataFolder: data, isVerbose: isVerbose)
  runPetrarchEvaluation(dataFolder: data, isVerbose: isVerbose)
  if !scored, !coded { print("No corpora in \(data): nothing was scored.") }
case "stories":
  guard let file = arguments.operands.dropFirst().first else { usage("stories takes a file that newsd extract wrote") }
  var limits = StoryGrouper.Limits()
  if let likeness = arguments["likeness"].flatMap({ Float($0) }) { limits.likeness = likeness }
  do { try StoryBenchmark.run(file, limits) } catch { usage("\(error)") }
case "pages":
  PageBenchmark.run(arguments.operands.dropFirst(), rounds: arguments["rounds"].flatMap { Int($0) } ?? 20)
default: usage("there is no '\(command)'")
}
