import NewsService
import Platform
import TestSupport
import Testing

@Suite("A bell") struct BellTests {
  init() { TestLoop.started }

  @Test("wakes who waits for it, and who has waited long enough") @Loop func waits() async {
    let bell = Bell()
    let waiter = Task { await bell.wait(milliseconds: 60_000) }
    await Loop.shared.yield()
    bell.ring()
    await waiter.value
    await bell.wait(milliseconds: 5)
  }

  @Test("that is rung often keeps nothing of who waited with a time limit") @Loop func forgets() async {
    let bell = Bell()
    let before = await Loop.shared.sleeperCount
    for _ in 0..<2_000 {
      let waiter = Task { await bell.wait(milliseconds: 60_000) }
      await Loop.shared.yield()
      bell.ring()
      await waiter.value
    }
    // The last one's time limit is told of the ring a turn later.
    for _ in 0..<3 { await Loop.shared.yield() }
    #expect(await Loop.shared.sleeperCount <= before)
  }
}
