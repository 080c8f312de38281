import Glibc
import Platform
import Synchronization
import TestSupport
import Testing

@Suite(
  "newsd, with a fault at each call that changes a file",
  .enabled(if: FaultLibrary.isAvailable, "clang is not at hand to build Tests/Faults/faults.c"))
struct InjectedFaultTests {
  /// Calls that change files in a short life without faults, in their order.
  private func calls() throws -> [String] {
    let life = try ShortLife()
    let told = try life.live(try FaultLibrary.environment(["FAULT_LOG": life.scratch.path("calls")]))
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.isSubmitted && told.isHandedOver)
    #expect(told.events.count >= 6)
    let calls = try life.scratch.text(of: "calls").split(separator: "\n").map(String.init)
    try life.check(told, "without a fault")
    return calls
  }

  /// Lives and checks once for each number, two at a time.
  private func forEach(_ numbers: [Int], _ body: @escaping @Sendable (Int) throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, number) in numbers.enumerated() {
        if index >= 2 { try await group.next() }
        group.addTask { try body(number) }
      }
      try await group.waitForAll()
    }
  }

  @Test("by kill -9: nothing handed over is lost, nothing is there twice, what was told stays true")
  func killed() async throws {
    let calls = try calls()
    #expect(calls.count > 60)
    let reached = Mutex(0)
    try await forEach(Array(1...calls.count)) { number in
      let life = try ShortLife()
      let told = try life.live(try FaultLibrary.environment(["FAULT_AT": "\(number)", "FAULT": "kill"]))
      if told.status == 128 + SIGKILL { reached.withLock { $0 += 1 } }
      try life.check(told, "killed before call \(number), \(calls[number - 1])")
    }
    // Timing moves a call or two.
    #expect(reached.withLock { $0 } >= calls.count - 4)
    print("kill points tried: \(reached.withLock { $0 })")
  }

  @Test("by EIO of a sync: it is never acknowledged, and newsd stops with status 74 and says why")
  func syncFailed() async throws {
    let syncs = try calls().filter { ["fsync", "fdatasync"].contains($0) }
    #expect(syncs.count > 8)
    let stopped = Mutex(0)
    try await forEach(Array(1...syncs.count)) { number in
      let life = try ShortLife()
      let told = try life.live(
        try FaultLibrary.environment(["FAULT_AT": "\(number)", "FAULT": "\(EIO)", "FAULT_CALLS": "fsync,fdatasync"]))
      if told.status == 74 {
        stopped.withLock { $0 += 1 }
        #expect(told.errors.contains("Input/output error"), "\(told.errors)")
        #expect(told.errors.contains("cannot sync"), "\(told.errors)")
      }
      try life.check(told, "sync \(number) failed")
    }
    // The other syncs are of quarantine and submissions, which are refused or tried again later.
    #expect(stopped.withLock { $0 } >= 5)
  }

  @Test("by ENOSPC at any call that takes room: newsd goes on, or says why not, and nothing is lost")
  func diskFull() async throws {
    let taking = ["open", "write", "mkdir", "rename"]
    let count = try calls().filter { taking.contains($0) }.count
    try await forEach(Array(1...count)) { number in
      let life = try ShortLife()
      let told = try life.live(
        try FaultLibrary.environment([
          "FAULT_AT": "\(number)", "FAULT": "\(ENOSPC)", "FAULT_CALLS": taking.joined(separator: ","),
        ]))
      #expect(told.status == 0 || told.errors.contains("No space left on device"), "\(told.errors)")
      try life.check(told, "no space at call \(number)")
    }
  }
}
