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
  let loadStart = ContinuousClock.now
  guard let engine = try? LanguageEngine.english(), let network = try? SyntaxNetwork.english() else {
    print("The model in the program is damaged.")
    return
  }
  print("  \((ContinuousClock.now - loadStart).milliseconds / 2) ms to load the model")
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
