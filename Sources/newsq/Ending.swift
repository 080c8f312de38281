/// The exit statuses of newsq.
enum ExitStatus: Int32 {
  case success = 0
  /// The daemon answered with an error, or a file or the output failed.
  case refused = 1
  /// No daemon, or the connection was lost.
  case noDaemon = 2
  /// A command line that cannot be followed.
  case usage = 3
  /// No answer in time.
  case timeout = 4
  /// Nothing matched, and `--exit-code` was given.
  case nothing = 5
}

/// Why newsq ends before its work is done.
struct Ending: Error {
  let status: ExitStatus
  /// One line for standard error; nil where all was said.
  let message: String?

  init(_ status: ExitStatus, _ message: String? = nil) {
    self.status = status
    self.message = message
  }
}
