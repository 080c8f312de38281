import Glibc
import Synchronization

/// Messages for the operator: one line each, naming the thing and the way out.
///
/// Levels: `error`, newsd cannot do what it is there for, or an article is set aside; `warning`, it can, and somebody should know;
/// `notice`, something an operator did took effect; `info`, the course of things; `debug`, for whoever looks for a mistake.
package enum Log {
  /// Numbers are the priorities of syslog(3).
  package enum Level: Int, Sendable, Comparable, CaseIterable {
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
    case debug = 7

    /// The level's name in newsd.conf.
    package init?(name: String) {
      guard let level = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
      self = level
    }

    package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// Where messages go besides standard error's lines; SystemdSupport sends them to the journal with fields.
  package typealias Sink = @Sendable (_ level: Level, _ message: String, _ fields: [(String, String)]) -> Void

  private struct State {
    var threshold = Level.info
    var sink: Sink?
  }

  private static let state = Mutex(State())

  /// Sets the least urgent level that is logged.
  package static func setThreshold(_ level: Level) {
    state.withLock { $0.threshold = level }
  }

  /// Sends messages to a sink instead of standard error.
  package static func setSink(_ sink: @escaping Sink) {
    state.withLock { $0.sink = sink }
  }

  /// Logs a message.
  ///
  /// - Parameter fields: journal fields, named `NEWSD_…` or `MESSAGE_ID`.
  package static func write(_ level: Level, _ message: @autoclosure () -> String, fields: [(String, String)] = []) {
    let (threshold, sink) = state.withLock { ($0.threshold, $0.sink) }
    guard level <= threshold else { return }
    if let sink { return sink(level, message(), fields) }
    let line = Array("newsd: \(level == .info || level == .debug ? "" : "\(level): ")\(message())\n".utf8)
    _ = unsafe line.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  package static func error(_ message: String, fields: [(String, String)] = []) {
    write(.error, message, fields: fields)
  }
  package static func warning(_ message: String, fields: [(String, String)] = []) {
    write(.warning, message, fields: fields)
  }
  package static func notice(_ message: String, fields: [(String, String)] = []) {
    write(.notice, message, fields: fields)
  }
  package static func info(_ message: String, fields: [(String, String)] = []) { write(.info, message, fields: fields) }
}
