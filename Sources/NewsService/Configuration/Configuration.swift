import EventCoding

/// What an operator can set: newsd.conf, its drop-ins, and the command line on top.
package struct Configuration: Sendable, Equatable {
  /// Folder with incoming/, work/ and quarantine/.
  package var spoolDirectory = "/var/spool/newsd"
  /// Whether the files of finished articles are kept in archive/YYYY-MM-DD/.
  package var archive = false
  /// Milliseconds a file must have been left alone before it is taken without a sign that it is complete.
  package var settleTime = 1_000
  /// Milliseconds between two scans of the spool.
  package var scanInterval = 60_000
  /// Folder with segments and manifest.
  package var stateDirectory = "/var/lib/newsd"
  /// Milliseconds between two snapshots.
  package var snapshotInterval = 60_000
  /// Milliseconds that what was written down is kept; 0 for ever.
  package var retention = 0
  /// Bytes that must be free on the disks of spool and store; with less, newsd takes nothing more.
  package var minimumFree = 64 << 20
  /// Path of the Unix socket, when systemd does not hand one over.
  package var socketPath = "/run/newsd/newsd.sock"
  /// Threads that read articles; 0 leaves the choice to newsd.
  package var workers = 0
  /// Least level that is logged.
  package var logLevel = "info"
  /// Group whose members may submit articles over the socket.
  package var submitGroup = "newsd-submit"
  /// Users with the rights of the daemon's own user.
  package var admins: [String] = []
  /// Folder with further actors.
  package var actorsDirectory = "/etc/newsd/actors.d"
  /// Folder with further patterns.
  package var lexiconDirectory = "/etc/newsd/lexicon.d"
  /// Events below this confidence are not kept, 0…1.
  package var minimumConfidence = EventCoder.usualConfidence

  package init() {}

  /// Threads that read articles on a machine with that many processors.
  package func workerCount(processors: Int) -> Int {
    workers > 0 ? workers : max(1, min(4, processors))
  }
}
