import EventStorage
package import Platform

/// Keeps newsd from filling the disk: with less room than is to be kept free it takes nothing more, and goes on answering.
@Loop
package final class SpaceWatch {
  private let intake: Intake
  private let disk: WorkerPool<Int>
  private let folders: [FilePath]
  /// Bytes that must be free.
  package var minimum: Int
  private static let interval = 1_000

  package init(intake: Intake, disk: WorkerPool<Int>, folders: [FilePath], minimum: Int) {
    self.intake = intake
    self.disk = disk
    self.folders = folders
    self.minimum = minimum
  }

  /// Looks at the disks from time to time, until it is cancelled.
  package func run() async {
    while !Task.isCancelled {
      await look()
      await Loop.shared.sleep(milliseconds: Self.interval)
    }
  }

  /// Looks at the disks once.
  package func look() async {
    let folders = self.folders
    let spaces = await disk.run { _ in folders.map { folder in try? KernelFileSystem().freeSpace(at: folder) } }
    for (folder, space) in zip(folders, spaces) {
      guard let space, space < minimum else { continue }
      return intake.pause(
        .lowSpace, "read-only: \(space >> 10) KiB are free for \(folder), and MinimumFree= keeps \(minimum >> 10) KiB")
    }
    intake.resume(.lowSpace)
  }
}

extension SystemError {
  /// Whether there was no room.
  var isDiskFull: Bool { code == 28 || code == 122 }  // ENOSPC, EDQUOT
}
