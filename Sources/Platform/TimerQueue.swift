/// Who sleeps until when: a binary heap, the next to wake on top.
///
/// Who is woken early leaves at once; what the heap still has of him is thrown out before it is more than what is alive, so that
/// memory follows the number of sleepers.
struct TimerQueue {
  /// Names a sleeper.
  typealias Key = UInt64

  private var heap: [(deadline: Int, key: Key)] = []
  private var sleepers: [Key: CheckedContinuation<Void, Never>] = [:]

  /// Number of those who sleep.
  var count: Int { sleepers.count }

  mutating func insert(_ sleeper: CheckedContinuation<Void, Never>, at deadline: Int, as key: Key) {
    sleepers[key] = sleeper
    push((deadline, key))
  }

  /// Takes out one sleeper before his time; nil where he is awake.
  mutating func remove(_ key: Key) -> CheckedContinuation<Void, Never>? {
    guard let sleeper = sleepers.removeValue(forKey: key) else { return nil }
    if heap.count > 2 * sleepers.count + 64 {
      let alive = heap.filter { sleepers[$0.key] != nil }
      heap.removeAll(keepingCapacity: true)
      for entry in alive { push(entry) }
    }
    return sleeper
  }

  /// Milliseconds until the next one wakes; nil where nobody sleeps.
  mutating func milliseconds(until now: Int) -> Int? {
    while let first = heap.first, sleepers[first.key] == nil { pop() }
    return heap.first.map { max(0, $0.deadline - now) }
  }

  /// Takes out everybody whose time has come.
  mutating func due(at now: Int) -> [CheckedContinuation<Void, Never>] {
    var awake: [CheckedContinuation<Void, Never>] = []
    while let first = heap.first, first.deadline <= now {
      if let sleeper = sleepers.removeValue(forKey: first.key) { awake.append(sleeper) }
      pop()
    }
    return awake
  }

  private mutating func push(_ entry: (deadline: Int, key: Key)) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0, heap[child].deadline < heap[(child - 1) / 2].deadline {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].deadline < heap[least].deadline {
        least = child
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
