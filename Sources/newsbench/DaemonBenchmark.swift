import Glibc
import JSONCoding
import JSONRPC
import NewsModel
import Platform
import TestSupport

/// Measures a real newsd from outside: from the rename of an article to the answer, articles a second, memory, newsq's start.
enum DaemonBenchmark {
  static func run(_ articles: [Article], rounds: Int) throws {
    let scratch = ScratchFolder()
    let notify = try NotifySocket(in: scratch)
    let clock = SystemClock()
    let begin = clock.elapsed
    let process = try ChildProcess(
      "newsd",
      [
        "serve", "--config", "/dev/null", "--spool", scratch.path("spool"), "--state", scratch.path("state"),
        "--socket", scratch.path("newsd.sock"),
      ], environment: ["NOTIFY_SOCKET": notify.path])
    guard try notify.wait(for: "READY=1") != nil else { throw SystemError(ETIMEDOUT, "start newsd") }
    print("  \(clock.elapsed - begin) ms from start to ready")
    let client = try Client(connectingTo: scratch.path / "newsd.sock")
    try latency(articles, client, scratch)
    try pace(articles, client, scratch)
    try throughput(articles, client, scratch, rounds)
    try StartBenchmark.run(scratch.path("newsd.sock"))
    process.send(signal: SIGTERM)
    _ = try process.finish()
  }

  /// From the rename into incoming/ until a client that asks again and again sees the article.
  private static func latency(_ articles: [Article], _ client: Client, _ scratch: ScratchFolder) throws {
    var times: [Double] = []
    for number in 0..<50 {
      let text = Array("Title: n\(number)\n\n\(articles[number % articles.count].text)\nNote \(number).\n".utf8)
      try scratch.write(text, to: "spool/incoming/.tmp/latency\(number)")
      let before = try articleCount(client)
      let start = ContinuousClock.now
      try KernelFileSystem().rename(
        scratch.path / FilePath("spool/incoming/.tmp/latency\(number)"),
        to: scratch.path / FilePath("spool/incoming/latency\(number)"))
      while try articleCount(client) == before { usleep(200) }
      times.append((ContinuousClock.now - start).milliseconds)
    }
    times.sort()
    print(
      "  \(rounded(times[25])) ms from rename to answer in the median, \(rounded(times[49])) ms at most, of 50 articles"
    )
  }

  /// The same for files that come at a steady pace, whether or not those before them are answered for.
  private static func pace(_ articles: [Article], _ client: Client, _ scratch: ScratchFolder) throws {
    let (count, gap) = (1_000, 10.0)
    for number in 0..<count {
      let text = Array("Title: p\(number)\n\n\(articles[number % articles.count].text)\nNote \(number).\n".utf8)
      try scratch.write(text, to: "spool/incoming/.tmp/pace\(number)")
    }
    let stored = try articleCount(client)
    let begin = ContinuousClock.now
    var dropped: [Double] = []
    var times: [Double] = []
    while times.count < count {
      let now = (ContinuousClock.now - begin).milliseconds
      if dropped.count < count, now >= Double(dropped.count) * gap {
        try KernelFileSystem().rename(
          scratch.path / FilePath("spool/incoming/.tmp/pace\(dropped.count)"),
          to: scratch.path / FilePath("spool/incoming/pace\(dropped.count)"))
        dropped.append(now)
      }
      let answered = try articleCount(client) - stored
      // Articles are stored in the order of their files, or nearly so.
      let seen = (ContinuousClock.now - begin).milliseconds
      while times.count < min(answered, dropped.count) { times.append(seen - dropped[times.count]) }
      usleep(100)
    }
    times.sort()
    print(
      "  \(rounded(times[count / 2])) ms from rename to answer in the median, \(rounded(times[count * 99 / 100])) ms for "
        + "99 of 100, at 100 files a second")
  }

  private static func throughput(
    _ articles: [Article], _ client: Client, _ scratch: ScratchFolder, _ rounds: Int
  ) throws {
    var words = 0
    for number in 0..<rounds {
      let article = articles[number % articles.count]
      words += article.text.split(separator: " ").count
      let text = Array("Title: t\(number)\n\n\(article.text)\nNote number \(number).\n".utf8)
      try scratch.write(text, to: "spool/incoming/.tmp/\(number)")
    }
    let start = ContinuousClock.now
    for number in 0..<rounds {
      try KernelFileSystem().rename(
        scratch.path / FilePath("spool/incoming/.tmp/\(number)"),
        to: scratch.path / FilePath("spool/incoming/\(number)"))
    }
    _ = try client.call("spool.sync", timeout: 600_000)
    let seconds = (ContinuousClock.now - start).milliseconds / 1_000
    let stats = try JSONValue(parsing: try client.call("daemon.stats", timeout: 10_000))
    print(
      "  \(Int(Double(rounds) / seconds)) articles/s, \(Int(Double(words) / seconds)) words/s through the daemon, all its workers"
    )
    print(
      "  \((stats["memory"]?.int ?? 0) / 1_000_000) MB resident with \(stats["stored"]?["events"]?.int ?? 0) events")
  }

  private static func articleCount(_ client: Client) throws -> Int {
    try JSONValue(parsing: try client.call("daemon.status", timeout: 10_000))["articles"]?.int ?? 0
  }
}
