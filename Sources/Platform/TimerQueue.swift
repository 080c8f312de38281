/// Who sleeps until when: a binary heap, the next to wake on top.
struct TimerQueue {
  private var heap: [(deadline: Int, sleeper: CheckedContinuation<Void, Never>)] = []

  mutating func insert(_ sleeper: CheckedContinuation<Void, Never>, at deadline: Int) {
    heap.append((deadline, sleeper))
    var child = heap.count - 1
    while child > 0, heap[child].deadline < heap[(child - 1) / 2].deadline {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Milliseconds until the next one wakes; nil where nobody sleeps.
  func milliseconds(until now: Int) -> Int? {
    heap.first.map { max(0, $0.deadline - now) }
  }

  /// Takes out everybody whose time has come.
  mutating func due(at now: Int) -> [CheckedContinuation<Void, Never>] {
    var sleepers: [CheckedContinuation<Void, Never>] = []
    while let first = heap.first, first.deadline <= now {
      sleepers.append(first.sleeper)
      removeFirst()
    }
    return sleepers
  }

  private mutating func removeFirst() {
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
