import Platform

/// Files of incoming/ that may be claimed, oldest first, each once.
struct PendingFiles {
  private var queue: [FilePath] = []
  private var next = 0
  private var names: Set<FilePath> = []
  /// Files that could not be read or set aside because of the disk: the next scan by the clock takes them again, no hint does.
  private var postponed: Set<FilePath> = []

  var count: Int { queue.count - next }

  func contains(_ name: FilePath) -> Bool { names.contains(name) }

  func isPostponed(_ name: FilePath) -> Bool { postponed.contains(name) }

  mutating func append(_ name: FilePath) {
    guard !postponed.contains(name), names.insert(name).inserted else { return }
    queue.append(name)
  }

  /// The oldest file; nil where none waits.
  mutating func popFirst() -> FilePath? {
    guard next < queue.count else { return nil }
    let name = queue[next]
    next += 1
    names.remove(name)
    // Moved together now and then: taking one costs the same however many wait.
    if next == queue.count || next >= 4096 {
      queue.removeFirst(next)
      next = 0
    }
    return name
  }

  mutating func postpone(_ name: FilePath) { postponed.insert(name) }

  mutating func forgivePostponed() { postponed = [] }
}
