package import NewsModel
package import Platform

/// The folders through which articles come: incoming/ → work/ → gone (or archive/), with quarantine/ for what cannot be read.
///
/// Every step is one rename or unlink, so that after a crash the folders themselves say what was done. All calls block; none is
/// meant for the loop but `candidates` and `claim`, which only list and rename.
package struct Spool: Sendable {
  package let root: FilePath
  let files: any FileSystem
  let readings = Readings()

  package var incoming: FilePath { root / "incoming" }
  package var temporary: FilePath { root / "incoming/.tmp" }
  package var work: FilePath { root / "work" }
  package var quarantineFolder: FilePath { root / "quarantine" }
  package var archive: FilePath { root / "archive" }

  /// Opens a spool and makes what folders are missing.
  package init(root: FilePath, files: any FileSystem = KernelFileSystem()) throws(SystemError) {
    self.root = root
    self.files = files
    try files.makeFolder(root, mode: 0o755)
    // Where tmpfiles.d has not made them: producers of the daemon's own group may add, and cannot take away.
    try files.makeFolder(incoming, mode: 0o3730)
    try files.makeFolder(temporary, mode: 0o3730)
    try files.makeFolder(work, mode: 0o750)
    try files.makeFolder(quarantineFolder, mode: 0o750)
    // What a crash cut short; nobody was told that it was taken.
    for name in try files.names(in: temporary) where Claim(workName: name) != nil { try files.remove(temporary / name) }
  }

  /// A file in incoming/ that may be taken.
  package struct Candidate: Sendable, Hashable {
    package let name: FilePath
    package let status: FileStatus
  }

  /// The files in incoming/, oldest first. Names that a producer still works on are left out: see `isReadable`.
  package func candidates() throws(SystemError) -> [Candidate] {
    var found: [Candidate] = []
    for name in try files.names(in: incoming) where Self.isReadable(name) {
      // A file that is gone since was taken back by its producer.
      guard let status = try files.status(of: incoming / name), status.kind != .directory else { continue }
      found.append(Candidate(name: name, status: status))
    }
    return found.sorted { ($0.status.modified, $0.name) < ($1.status.modified, $1.name) }
  }

  /// What was put where nothing is read: files beside incoming/, and folders in it.
  package func strays() throws(SystemError) -> [FilePath] {
    try (entries(of: root, areFolders: false) + entries(of: incoming, areFolders: true)).sorted()
  }

  /// The readable folders in a folder, or else what is none.
  private func entries(of folder: FilePath, areFolders: Bool) throws(SystemError) -> [FilePath] {
    var found: [FilePath] = []
    for name in try files.names(in: folder) where Self.isReadable(name) {
      let entry = folder / name
      if let status = try files.status(of: entry), (status.kind == .directory) == areFolders { found.append(entry) }
    }
    return found
  }

  /// One file of incoming/ by name; nil where there is none that may be taken.
  package func candidate(_ name: FilePath) throws(SystemError) -> Candidate? {
    guard Self.isReadable(name), let status = try files.status(of: incoming / name), status.kind != .directory else {
      return nil
    }
    return Candidate(name: name, status: status)
  }

  /// Whether a name says that its file is complete: not hidden, and without the endings of editors and half-done transfers.
  package static func isReadable(_ name: FilePath) -> Bool {
    let bytes = name.bytes
    if bytes.first == UInt8(ascii: ".") { return false }
    let endings = ["~", ".tmp", ".part", ".filepart", ".swp"]
    return !endings.contains { bytes.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// Takes a file under a number; nil where its producer took it back first.
  package func claim(_ name: FilePath, as sequence: Int) throws(SystemError) -> Claim? {
    let claim = Claim(sequence: sequence, original: name)
    do {
      try files.renameExclusively(incoming / name, to: work / claim.workName)
    } catch  where error.isMissingFile {
      return nil
    }
    return claim
  }

  /// What was claimed and not yet released, in order: what a crash left behind.
  ///
  /// A name that is none of ours is left alone and returned in `strangers`.
  package func outstanding() throws(SystemError) -> (claims: [Claim], strangers: [FilePath]) {
    let names = try files.names(in: work)
    return (names.compactMap { Claim(workName: $0) }.sorted(), names.filter { Claim(workName: $0) == nil }.sorted())
  }

  /// Notes that the file was read, and did not bring the process down.
  package func endAttempt(_ claim: Claim) throws(SystemError) -> Claim {
    var next = claim
    next.attempts = 0
    try files.rename(work / claim.workName, to: work / next.workName)
    return next
  }

  /// Notes that a process begins to read the file once more.
  ///
  /// A process that ends leaves the note behind; only a power cut may lose it, and no file is to blame for that.
  package func beginAttempt(_ claim: Claim) throws(SystemError) -> Claim {
    var next = claim
    next.attempts += 1
    try files.rename(work / claim.workName, to: work / next.workName)
    return next
  }

  /// The bytes of a claimed file.
  package func read(_ claim: Claim, limit: Int) throws(SystemError) -> [UInt8] {
    let path = work / claim.workName
    readings.note(try files.status(of: path), of: claim)
    return try files.read(path, limit: limit)
  }

  /// When the claimed file was written last, in milliseconds after 1970; nil where it is gone.
  package func modified(_ claim: Claim) throws(SystemError) -> Int? {
    try files.status(of: work / claim.workName)?.modified
  }

  /// Lets go of a file whose events a durable snapshot holds: removes it, or moves it to archive/DAY/.
  ///
  /// A file that was written to after it was read goes back to incoming/, to be read whole: its producer paused longer than the
  /// settle time, and what came after the pause is in no snapshot.
  package func release(_ claim: Claim, archiveDay: String? = nil) throws(SystemError) {
    let path = work / claim.workName
    if let read = readings.take(claim), let now = try files.status(of: path), now.hasOtherContent(than: read) {
      let name = try giveBack(path, as: QuarantineName.make(for: claim.original))
      return Log.notice("\(incoming / name) was read before its producer had finished, and is read again")
    }
    guard let archiveDay else { return try files.remove(path) }
    let day = archive / FilePath(archiveDay)
    try files.makeFolder(archive, mode: 0o750)
    try files.makeFolder(day, mode: 0o750)
    do {
      try files.rename(path, to: day / claim.workName)
    } catch  where error.isMissingFile {}
  }

  /// Puts a claimed file back into incoming/, to be claimed again later; nil where it is gone.
  ///
  /// - Returns: its name there.
  package func postpone(_ claim: Claim) throws(SystemError) -> FilePath? {
    _ = readings.take(claim)
    do {
      return try giveBack(work / claim.workName, as: QuarantineName.make(for: claim.original))
    } catch {
      if error.isMissingFile { return nil }
      throw error
    }
  }

  /// Moves a file into incoming/, under a name with a number where its own is taken.
  func giveBack(_ path: FilePath, as name: FilePath) throws(SystemError) -> FilePath {
    var free = name
    var number = 1
    while true {
      do {
        try files.renameExclusively(path, to: incoming / free)
        return free
      } catch  where error.isTakenName {
        free = name + ".\(number)"
        number += 1
      }
    }
  }

  /// Puts bytes into work/ as if they had come through incoming/: written and synced under `.tmp`, then claimed.
  package func submit(
    _ bytes: [UInt8], name: FilePath, date: CalendarDate? = nil, as sequence: Int
  ) throws(SystemError) -> Claim {
    let label = name.name
    let claim = Claim(sequence: sequence, date: date, original: label.bytes.isEmpty ? "submitted" : label)
    let draft = temporary / claim.workName
    try files.remove(draft)
    try files.create(draft, bytes: bytes, mode: 0o640)
    do {
      try files.renameExclusively(draft, to: work / claim.workName)
    } catch {
      try? files.remove(draft)
      throw error
    }
    try files.syncFolder(work)
    return claim
  }
}

extension SystemError {
  /// Whether the file was not there (`ENOENT`).
  package var isMissingFile: Bool { code == 2 }

  /// Whether a file of that name was there already (`EEXIST`).
  var isTakenName: Bool { code == 17 }
}
