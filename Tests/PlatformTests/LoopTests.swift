import Glibc
import Platform
import TestSupport
import Testing

@Suite("The event loop") struct LoopTests {
  init() { TestLoop.started }

  @Test("runs what is marked @Loop on one thread") func oneThread() async {
    @Loop func threadOfLoop() -> UInt { pthread_self() }
    let first = await threadOfLoop()
    let second = await threadOfLoop()
    #expect(first == second)
  }

  @Test("wakes sleepers in the order of their deadlines") @Loop func timers() async {
    let order = List()
    let tasks = [60, 20, 40, 0].map { delay in
      Task {
        await Loop.shared.sleep(milliseconds: delay)
        order.values.append(delay)
      }
    }
    for task in tasks { await task.value }
    #expect(order.values == [0, 20, 40, 60])
  }

  @Test("wakes a sleeper whose task is cancelled at once, and keeps nothing of him") @Loop func cancelledSleep() async {
    let clock = SystemClock()
    let begin = clock.elapsed
    let before = await Loop.shared.sleeperCount
    for _ in 0..<500 {
      let sleeper = Task { await Loop.shared.sleep(milliseconds: 60_000) }
      await Loop.shared.yield()
      sleeper.cancel()
      await sleeper.value
    }
    let cancelledFirst = Task {
      while !Task.isCancelled { await Loop.shared.yield() }
      await Loop.shared.sleep(milliseconds: 60_000)
    }
    cancelledFirst.cancel()
    await cancelledFirst.value
    #expect(clock.elapsed - begin < 10_000)
    #expect(await Loop.shared.sleeperCount <= before)
  }

  @Test("wakes every other one, once, however many are cancelled between them") @Loop func someCancelled() async {
    let order = List()
    let tasks = (0..<400).map { number in
      Task {
        await Loop.shared.sleep(milliseconds: number % 4 == 0 ? 20 + number / 4 : 60_000)
        if !Task.isCancelled { order.values.append(number) }
      }
    }
    await Loop.shared.yield()
    for (number, task) in tasks.enumerated() where number % 4 != 0 { task.cancel() }
    for task in tasks { await task.value }
    #expect(order.values.sorted() == Array(stride(from: 0, to: 400, by: 4)))
  }

  @Test("wakes who waits for a descriptor, and remembers what came before the wait") @Loop func readiness() async throws
  {
    var ends: [Int32] = [0, 0]
    #expect(unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    let near = Watch(FileDescriptor(owning: ends[0]))
    let far = FileDescriptor(owning: ends[1])
    #expect(await near.writable())
    let reader = Task { @Loop in
      await near.readable()
    }
    await Loop.shared.sleep(milliseconds: 5)
    _ = try far.write([1])
    #expect(await reader.value)
    var bytes: [UInt8] = []
    #expect(try near.descriptor.receive(into: &bytes) == 1)
    #expect(try near.descriptor.receive(into: &bytes) == nil)
    _ = try far.write([2])
    await Loop.shared.sleep(milliseconds: 5)
    #expect(await near.readable(), "an edge that nobody waited for is not lost")
  }

  @Test("ends the waits of a cancelled watch") @Loop func cancellation() async {
    var ends: [Int32] = [0, 0]
    #expect(unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    let far = FileDescriptor(owning: ends[1])
    let watch = Watch(FileDescriptor(owning: ends[0]))
    let waiter = Task { @Loop in
      while await watch.readable() {}
      return true
    }
    await Loop.shared.sleep(milliseconds: 5)
    await watch.cancel()
    #expect(await waiter.value)
    #expect(await watch.writable() == false)
    withExtendedLifetime(far) {}
  }

  @Test("loses no job of many threads") func manyThreads() async {
    let list = await Loop.run { List() }
    let tasks = (0..<2_000).map { number in Task { await Loop.run { list.values.append(number) } } }
    for task in tasks { await task.value }
    #expect(await Loop.run { Set(list.values).count } == 2_000)
  }

  @Test("workers keep their scratch and tell how long they run") func workers() async {
    let pool = WorkerPool<[Int]>(workers: 1, name: "test") { [] }
    for number in 1...3 { await pool.run { $0.append(number) } }
    #expect(await pool.run { $0 } == [1, 2, 3])
    let clock = SystemClock()
    let slow = Task { await pool.run { _ in _ = usleep(200_000) } }
    #expect(eventually { pool.longestRun(at: clock.elapsed) > 50 })
    await slow.value
    #expect(eventually { pool.longestRun(at: clock.elapsed) == 0 })
    pool.close()
  }
}

@Loop private final class List {
  var values: [Int] = []

  init() {}
}

extension Loop {
  @Loop static func run<Result: Sendable>(_ body: @Loop @Sendable () -> Result) -> Result { body() }
}
