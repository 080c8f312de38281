import JSONCoding
import Platform

/// Commands about newsd itself.
enum DaemonCommands {
  static let status = command("status", "daemon.status", "Show how newsd is.")
  static let stats = command("stats", "daemon.stats", "Show what newsd has done since it started, and what it holds.")
  static let snapshot = command(
    "snapshot", "daemon.snapshot", "Make everything durable now.", mayTakeLong: true,
    details:
      "newsd does so by itself every minute and when it stops. It is for root, newsd's own user and Admins= of newsd.conf."
  )
  static let reload = command(
    "reload", "daemon.reload", "Read configuration and tables anew.", mayTakeLong: true,
    details:
      "Where anything is wrong, it is told, all stays as it was, and the exit status is 1. It is for root, newsd's own "
      + "user and Admins= of newsd.conf.")

  static let metrics = Command(
    name: "metrics", summary: "Print counts for a monitoring system, in the text format of Prometheus."
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("metrics")
    let answer = try JSONObject(answer: try invocation.connect().call("daemon.metrics"))
    invocation.output.text(answer["text"]?.string ?? "")
  }

  private static func command(
    _ name: String, _ method: String, _ summary: String, mayTakeLong: Bool = false, details: String? = nil
  ) -> Command {
    Command(name: name, summary: summary, details: details.map { [$0] } ?? []) { (invocation) throws(Ending) in
      try invocation.expectNoOperand(name)
      try Facts.print(try invocation.connect().call(method, mayTakeLong: mayTakeLong), invocation)
    }
  }
}

/// Commands about what comes in.
enum SpoolCommands {
  static let sync = Command(
    name: "sync", summary: "Wait until all that lies in incoming/ now is read.",
    details: ["When it returns, every file that was in incoming/ before is stored, or set aside in quarantine/."],
    examples: ["cp *.txt /var/spool/newsd/incoming/ && newsq sync"]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("sync")
    let connection = try invocation.connect()
    let progress = Progress(isWanted: true)
    if progress.isShown {
      let queue = try JSONObject(answer: try connection.call("spool.status"))["queue"]?.int ?? 0
      if queue > 0 { progress.wait(for: "\(queue) files to be read") }
    }
    let answer = try connection.call("spool.sync", mayTakeLong: true)
    progress.finish()
    try Facts.print(answer, invocation)
  }
}
