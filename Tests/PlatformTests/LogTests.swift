import Glibc
import Platform
import Synchronization
import TestSupport
import Testing

/// Each test is a process of its own, as the log is one for a process.
@Suite("The log") struct LogTests {
  @Test("leaves out what is less urgent than was asked for, without making the message") func threshold() async {
    await #expect(processExitsWith: .success) {
      let seen = Mutex<[String]>([])
      let made = Mutex(0)
      Log.setSink { level, message, fields in seen.withLock { $0.append("\(level) \(message) \(fields.map(\.1))") } }
      Log.setThreshold(.warning)
      Log.write(.info, "\(made.withLock { $0 += 1 })")
      Log.warning("disk is nearly full", fields: [("NEWSD_FREE", "12")])
      Log.error("disk is full")
      let expected = ["warning disk is nearly full [\"12\"]", "error disk is full []"]
      exit(seen.withLock { $0 } == expected && made.withLock { $0 } == 0 ? 0 : 1)
    }
  }

  @Test("writes one line to standard error, with the level where it matters") func lines() async {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      Log.info("ready")
      Log.warning("low")
      Log.write(.debug, "not asked for")
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("newsd: ready\nnewsd: warning: low\n"))
    #expect(!text.contains("not asked for"))
  }

  @Test("levels have the names of the configuration") func names() {
    #expect(Log.Level(name: "notice") == .notice)
    #expect(Log.Level(name: "loud") == nil)
    #expect(Log.Level.error < .debug)
  }
}
