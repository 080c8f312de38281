import Glibc
import Linguistics
import NewsModel

/// Measures on one thread how many words a second the engine reads, and where the time goes, and prints it.
///
/// The time is the processor's and not the clock's, so that a busy machine does not make the engine look slow.
///
/// - Parameters:
///   - articles: texts in UTF-8, real ones if possible.
///   - seconds: for how long each measurement repeats.
func runEngineBenchmark(articles: [[UInt8]], seconds: Double = 2) {
  let memory = residentBytes()
  let start = processorTime()
  guard let engine = try? LanguageEngine.english() else {
    print("The model in the program is damaged.")
    return
  }
  let loaded = processorTime()
  var first = NetworkScratch()
  _ = engine.annotate(Array("Talks began in Geneva on Monday.".utf8), date: nil, scratch: &first)
  print("  \((loaded - start).milliseconds.twoDigits) ms to load the model")
  print("  \((processorTime() - start).milliseconds.twoDigits) ms to the first sentence, loading included")
  for article in articles { _ = engine.annotate(article, date: nil, scratch: &first) }
  print("  \((residentBytes() - memory) / 1_000_000) MB resident more than before, after \(articles.count) articles")
  measureThroughput(engine, articles, seconds)
}

/// Prints the words a second of the whole engine and of its parts.
private func measureThroughput(_ engine: LanguageEngine, _ articles: [[UInt8]], _ seconds: Double) {
  guard let network = try? SyntaxNetwork.english() else { return }
  var tokenised: [Document] = []
  let tokens = measure(articles, seconds: seconds) { article in
    var document = Document(text: article)
    Tokenizer.tokenize(&document)
    if tokenised.count < articles.count { tokenised.append(document) }
    return document.tokenCount
  }
  var scratch = NetworkScratch()
  scratch.phases.isOn = true
  let alone = measure(tokenised, seconds: seconds) { document in
    var document = document
    network.annotate(&document, scratch: &scratch)
    return document.tokenCount
  }
  let whole = measure(articles, seconds: seconds) { article in
    engine.annotate(article, date: nil, scratch: &scratch).tokenCount
  }
  print("  \(whole.wordsPerSecond) words/s, the whole engine")
  print("  \(tokens.wordsPerSecond) words/s, tokens and sentences alone")
  print("  \(alone.wordsPerSecond) words/s, the network alone; of its time:")
  let total = scratch.phases.spent.reduce(0) { $0 + $1.milliseconds }
  for phase in NetworkPhases.Phase.allCases {
    let share = 100 * scratch.phases.spent[phase.rawValue].milliseconds / max(total, 1e-9)
    print("    \(share.twoDigits) %  \(phase)")
  }
}

/// What a repeated measurement came to.
private struct Throughput {
  var words = 0
  var time = Duration.zero

  var wordsPerSecond: Int { Int(Double(words) / max(time.milliseconds, 1e-9) * 1000) }
}

/// Runs `work` on every item again and again until the time is up; `work` returns how many words it read.
private func measure<Item>(_ items: [Item], seconds: Double, work: (Item) -> Int) -> Throughput {
  var result = Throughput()
  let start = processorTime()
  while !items.isEmpty, result.time < .seconds(seconds) {
    for item in items { result.words += work(item) }
    result.time = processorTime() - start
  }
  return result
}

/// Memory of this process that is in RAM.
private func residentBytes() -> Int {
  // Of the files below /proc the second number of this one is in pages.
  guard let line = contents(ofFile: "/proc/self/statm") else { return 0 }
  let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
  return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * sysconf(Int32(_SC_PAGESIZE))
}

/// What this thread has used of the processor.
private func processorTime() -> Duration {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

extension Duration {
  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}
