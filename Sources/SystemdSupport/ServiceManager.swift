import CLinux
import CSystemd
package import Platform

/// What newsd tells systemd, and what systemd gave it. Outside systemd every call does nothing.
package enum ServiceManager {
  /// The daemon answers: its start is over.
  package static func ready(status: String) { notify("READY=1\nSTATUS=\(line(status))") }

  /// The reload is over, however it went.
  package static func ready() { notify("READY=1") }

  /// One line for `systemctl status`.
  package static func status(_ text: String) { notifyAtOnce("STATUS=\(line(text))") }

  /// The daemon reads its configuration anew; `ready` ends it. systemd 252 wants the time of it.
  package static func reloading(at elapsed: Int) { notify("RELOADING=1\nMONOTONIC_USEC=\(elapsed * 1_000)") }

  /// The daemon is on its way out.
  package static func stopping(status: String) { notifyAtOnce("STOPPING=1\nSTATUS=\(line(status))") }

  /// The daemon makes progress.
  package static func watchdog() { notifyAtOnce("WATCHDOG=1") }

  /// Start or stop takes longer, and is not stuck.
  package static func extendTimeout(milliseconds: Int) { notifyAtOnce("EXTEND_TIMEOUT_USEC=\(milliseconds * 1_000)") }

  /// Milliseconds within which systemd wants to hear `watchdog`; nil where it does not ask.
  package static var watchdogInterval: Int? {
    var microseconds: UInt64 = 0
    guard unsafe sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
    return Int(microseconds / 1_000)
  }

  /// The sockets systemd listens on for us, by the names their units give them.
  package static func inheritedSockets() -> [(name: String, socket: FileDescriptor)] {
    var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = unsafe sd_listen_fds_with_names(1, &names)
    guard count > 0 else { return [] }
    return (0..<count).map { index in
      let name = unsafe names?[Int(index)].map { unsafe String(cString: $0) }
      return (name ?? "", FileDescriptor(owning: SD_LISTEN_FDS_START + index))
    }
  }

  /// The text without line breaks, after which systemd would read an assignment of its own.
  private static func line(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// Sends what is sent again soon, or what the manager finds out anyway: one that does not read at present must not stop the
  /// loop, and with it every client.
  private static func notifyAtOnce(_ state: String) { _ = unsafe newsd_notify_at_once(state) }

  private static func notify(_ state: String) { _ = unsafe sd_notify(0, state) }
}
