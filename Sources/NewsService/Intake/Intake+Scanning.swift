package import Platform
import Spooling

extension Intake {
  /// Follows the kernel's hints, until it is cancelled.
  package func watch(_ folder: FolderWatch) async {
    while let hints = await folder.next() {
      for name in hints.complete { offer(name) }
      claimPending()
      if hints.mustScan { await scan() }
    }
  }

  /// Looks at all of incoming/ because it is time, and tries again what the disk did not let be read.
  package func scanByClock() async {
    pending.forgivePostponed()
    await scan()
  }

  /// Looks at all of incoming/; when it returns, what was there before the call is claimed or waits to be.
  package func scan() async {
    mustScanAgain = true
    if isScanning {
      while isScanning { await scanned.wait() }
      return
    }
    isScanning = true
    while mustScanAgain {
      mustScanAgain = false
      await scanOnce()
    }
    isScanning = false
    scanned.ring()
  }

  private func scanOnce() async {
    let spool = self.spool
    let result = await disk.run { _ in Result { try spool.candidates() } }
    guard case .success(let candidates) = result else {
      if case .failure(let error) = result { Log.error("\(error)") }
      return
    }
    unsettled = []
    let now = clock.now
    for candidate in candidates where !pending.contains(candidate.name) {
      let age = now - candidate.status.modified
      // A time in the future is of a clock that was set back: it says nothing.
      if age >= settleTime || age < 0 { pending.append(candidate.name) } else { unsettled.insert(candidate.name) }
    }
    claimPending()
    changed.ring()
    if !unsettled.isEmpty {
      Loop.task { [self] in
        await Loop.shared.sleep(milliseconds: settleTime)
        await scan()
      }
    }
  }

  /// Takes a file of which the kernel said that it is complete.
  private func offer(_ name: FilePath) {
    unsettled.remove(name)
    guard !pending.contains(name), !pending.isPostponed(name) else { return }
    // A name that is gone again, hidden or a folder is no candidate; an error shows at the next scan.
    if (try? spool.candidate(name)) ?? nil != nil { pending.append(name) }
  }
}
