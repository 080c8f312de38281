import EventCoding
import EventStorage
import Glibc
import JSONCoding
import Linguistics
import NewsModel
import Platform
import Synchronization
import TestSupport

/// Measures the store: memory an event, what a snapshot costs early and late, and how long a restart takes.
///
/// The articles are the demo's with their real events, each many times under another id.
enum StoreBenchmark {
  static func run(_ articles: [Article], events wanted: Int) throws {
    let samples = try coded(articles)
    let scratch = ScratchFolder()
    let folder = scratch.path / "state"
    let now = Timestamp(seconds: SystemClock().now / 1_000)
    var number = 0
    let before = residentBytes()
    let segments = try SegmentStore.open(folder, lock: nil, now: now)

    func grow(to count: Int) throws {
      while segments.store.view().eventCount < count {
        try segments.store.append(variant(of: samples[number % samples.count], number))
        number += 1
      }
    }
    func snapshotOfHundred() throws -> Double {
      try grow(to: segments.store.view().eventCount + 100)
      let start = ContinuousClock.now
      _ = try segments.snapshot(segments.store.view(), now: now)
      return (ContinuousClock.now - start).milliseconds
    }

    for count in [10_000, wanted] where count <= wanted {
      try grow(to: count)
      if count == wanted { try queries(during: segments, now) }
      _ = try segments.snapshot(segments.store.view(), now: now)
      let times = try (0..<9).map { _ in try snapshotOfHundred() }.sorted()
      print("  \(rounded(times[4])) ms for a snapshot of 100 new events beside \(count) old ones, in the median of 9")
    }
    let view = segments.store.view()
    let beyond = Double(residentBytes() - before - view.byteCount) / Double(view.eventCount)
    print(
      "  \(view.byteCount / view.eventCount) bytes of text an event with its share of the article, "
        + "and \(Int(beyond)) bytes beyond, resident, at \(view.eventCount) events")
    try restart(folder, scratch, events: view.eventCount, megabytes: view.byteCount / 1_000_000, now)
  }

  /// How long pages take while another thread writes everything that is new.
  private static func queries(during segments: SegmentStore, _ now: Timestamp) throws {
    let view = segments.store.view()
    while view.indexOneBlock() {}
    let filters = try [
      "{}", #"{"type":"ASSAULT"}"#, #"{"status":"denied","since":"2024-03-01"}"#, #"{"actor":"POL"}"#,
      #"{"text":"\"border talks\" NOT troops"}"#, #"{"place":"Atlantis"}"#,
    ].map { try EventFilter(parsing: Array($0.utf8)) }
    let isDone = Flag()
    let begin = ContinuousClock.now
    Thread.start(name: "snapshot") {
      _ = try? segments.snapshot(view, now: now)
      isDone.set()
    }
    var times: [Double] = []
    while !isDone.isSet {
      let start = ContinuousClock.now
      let page = view.events(matching: filters[times.count % filters.count], now: now, order: .newest, limit: 100)
      var json = JSONWriter()
      json.array { json in for record in page.records { json.value(record) } }
      times.append((ContinuousClock.now - start).milliseconds)
    }
    let seconds = (ContinuousClock.now - begin).milliseconds / 1_000
    times.sort()
    print(
      "  \(rounded(times[times.count / 2])) ms for a page of events in the median, \(rounded(times[times.count * 99 / 100])) "
        + "for 99 of 100, of \(times.count) asked while a snapshot of \(view.eventCount) events was written in "
        + "\(rounded(seconds)) s")
  }

  /// How long a store of that size takes to open, and newsd with it until it says that it is ready.
  private static func restart(
    _ folder: FilePath, _ scratch: ScratchFolder, events: Int, megabytes: Int, _ now: Timestamp
  ) throws {
    let start = ContinuousClock.now
    let worked = processorSeconds()
    let opened = try SegmentStore.open(folder, lock: nil, now: now)
    let seconds = (ContinuousClock.now - start).milliseconds / 1_000
    guard opened.store.view().eventCount == events else { throw SystemError(EIO, "restore the store") }
    print(
      "  \(rounded(seconds)) s to open \(events) events, \(megabytes) MB, "
        + "with \(rounded(processorSeconds() - worked)) s of \(Thread.processors) processors")
    let notify = try NotifySocket(in: scratch)
    let begin = ContinuousClock.now
    let process = try ChildProcess(
      "newsd",
      [
        "serve", "--config", "/dev/null", "--spool", scratch.path("spool"), "--state", folder.description, "--socket",
        scratch.path("newsd.sock"),
      ], environment: ["NOTIFY_SOCKET": notify.path])
    guard try notify.wait(for: "READY=1", within: 60_000) != nil else { throw SystemError(ETIMEDOUT, "start newsd") }
    print(
      "  \(rounded((ContinuousClock.now - begin).milliseconds / 1_000)) s from newsd's start to its answer with them")
    process.send(signal: SIGTERM)
    _ = try process.finish()
  }

  private static func coded(_ articles: [Article]) throws -> [CodedArticle] {
    let engine = try LanguageEngine.english()
    let coder = try EventCoder.english()
    var scratch = NetworkScratch()
    return articles.map { article in
      let document = engine.annotate(Array(article.text.utf8), date: article.day, scratch: &scratch)
      return CodedArticle(article: article, events: coder.code(article, document))
    }
  }

  /// The article under an id of its own.
  private static func variant(of coded: CodedArticle, _ number: Int) -> CodedArticle {
    var copy = coded
    let digits = String(number, radix: 16)
    let id = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    copy.article.id = id
    copy.sequence = number + 1
    for index in copy.events.indices {
      copy.events[index].article = id
      copy.events[index].id = id + "-" + (index < 9 ? "0" : "") + "\(index + 1)"
    }
    return copy
  }

  /// Seconds for which the process has had a processor so far, all threads together.
  private static func processorSeconds() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func residentBytes() -> Int {
    let statm = (try? KernelFileSystem().read("/proc/self/statm", limit: 4096)) ?? []
    let pages = statm.split(separator: UInt8(ascii: " ")).dropFirst().first.map { String(decoding: $0, as: UTF8.self) }
    return (pages.flatMap { Int($0) } ?? 0) * sysconf(Int32(_SC_PAGESIZE))
  }
}

/// Tells one thread that another is done.
private final class Flag: Sendable {
  private let value = Mutex(false)
  var isSet: Bool { value.withLock { $0 } }
  func set() { value.withLock { $0 = true } }
}
