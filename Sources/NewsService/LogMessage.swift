package import Platform

/// Messages that a monitoring system may wait for: each has an id in the journal (`MESSAGE_ID=`) and an entry in the catalog,
/// systemd/newsd.catalog, which `journalctl -x` shows.
package enum LogMessage: String, CaseIterable, Sendable {
  case ready = "7fa9eced3d394cc18620f47937634248"
  case stopped = "b278b22fc6fb46ab8b56822a71686920"
  case readAgain = "16b558af2d504003b4008172d2a8cc8c"
  case quarantined = "c19b4ae9afc74f189fb70af178d5f3e7"
  case poison = "2a1907373d014abf8f8d9cf7a3a68521"
  case readOnly = "d04e7191efff4ea4968fcb379adf9952"
  case writable = "29ed845d022a4740b58b45515a30fe08"
  case diskFailed = "925e4b27c4f44257a141a48b51b1bbd5"
  case cannotStart = "d3a59e0d7c3f4123b89e8c5e75c05c11"
  case reloaded = "32507aa0968342baac3cb6cefa2931a3"
  case reloadFailed = "5875d80a8a2f4d77a0d217985aee236e"
  case clockSet = "c6590b4029834faabbba60b14c915048"
  case forgotten = "1f817f4fd90842d391b5d1f89dd4f66e"

  /// Logs a message of this kind.
  ///
  /// - Parameter fields: further journal fields, named `NEWSD_…`.
  package func log(_ level: Log.Level, _ text: String, fields: [(String, String)] = []) {
    Log.write(level, text, fields: [("MESSAGE_ID", rawValue)] + fields)
  }
}
