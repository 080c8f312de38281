import Synchronization

/// Work on several threads whose results are wanted in order.
package enum Parallel {
  fileprivate struct State<Value: Sendable> {
    var next = 0
    var values: [Int: Value] = [:]
  }

  /// Computes a value for each index below `count` on several threads, and hands the values in order to `body` on the caller's.
  ///
  /// Where `body` throws, nothing more is begun.
  package static func forEach<Value: Sendable>(
    _ count: Int, threads: Int, compute: @escaping @Sendable (Int) -> Value, _ body: (Int, Value) throws -> Void
  ) rethrows {
    let state = Arc(Mutex(State<Value>()))
    let condition = Condition()
    for _ in 0..<min(threads, count) {
      Thread.start(name: "parallel") {
        while let index = state.value.withLock({ $0.takeNext(below: count) }) {
          let value = compute(index)
          state.value.withLock { $0.values[index] = value }
          condition.signal()
        }
      }
    }
    defer { state.value.withLock { $0.next = count } }
    for index in 0..<count {
      while true {
        if let value = state.value.withLock({ $0.values.removeValue(forKey: index) }) {
          try body(index, value)
          break
        }
        condition.wait()
      }
    }
  }

  /// Shares what cannot be copied.
  private final class Arc<Value: ~Copyable & Sendable>: Sendable {
    let value: Value
    init(_ value: consuming Value) { self.value = value }
  }
}

extension Parallel.State {
  fileprivate mutating func takeNext(below count: Int) -> Int? {
    guard next < count else { return nil }
    defer { next += 1 }
    return next
  }
}
