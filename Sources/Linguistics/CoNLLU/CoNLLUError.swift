/// What is wrong with a CoNLL-U text, and in which line.
package struct CoNLLUError: Error, Sendable, Hashable, CustomStringConvertible {
  /// 1 is the first.
  package let line: Int
  /// What was found and what belongs there.
  package let problem: String

  init(line: Int, _ problem: String) {
    self.line = line
    self.problem = problem
  }

  /// "line 7: …".
  package var description: String { "line \(line): \(problem)" }
}
