/// Where the network's time goes; off unless a benchmark turns it on.
package struct NetworkPhases {
  /// The parts of a pass.
  package enum Phase: Int, CaseIterable, Sendable {
    case spelling = 0
    case blocks, heads, tags, arcs, relations
  }

  /// Whether time is taken.
  package var isOn = false
  /// What each phase took, by its raw value.
  package private(set) var spent = [Duration](repeating: .zero, count: Phase.allCases.count)
  private var last = ContinuousClock.now

  /// Begins to measure.
  mutating func start() {
    if isOn { last = .now }
  }

  /// Books the time since the last call on a phase.
  mutating func end(_ phase: Phase) {
    guard isOn else { return }
    let now = ContinuousClock.now
    spent[phase.rawValue] += now - last
    last = now
  }
}
