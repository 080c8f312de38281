import Glibc

/// Tells on a terminal how far long work is; elsewhere it is silent.
final class Progress {
  /// Whether anybody sees it.
  let isShown: Bool
  private var done = 0
  private var shown = 0

  /// Shows nothing before this many are done: what is over at once needs no progress.
  private static let step = 5_000

  /// - Parameter isWanted: whether the data go elsewhere than to the terminal.
  init(isWanted: Bool) { isShown = isWanted && isatty(STDERR_FILENO) == 1 }

  /// Counts things that are done.
  func add(_ count: Int, _ things: String) {
    done += count
    guard isShown, done - shown >= Self.step else { return }
    shown = done
    write("\r\(done) \(things)…")
  }

  /// Says what is waited for.
  func wait(for things: String) {
    guard isShown else { return }
    shown = 1
    write("\rwaiting for \(things)…")
  }

  /// Wipes what was shown.
  func finish() {
    if isShown, shown > 0 { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
