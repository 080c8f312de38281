import JSONCoding
package import Platform

extension Spool {
  /// A file that was set aside, and why.
  package struct QuarantineEntry: Sendable, Hashable {
    package let name: FilePath
    package let size: Int
    /// Nil where the reason's file is missing or damaged.
    package let reason: QuarantineReason?
  }

  /// Sets a claimed file aside. The reason is durable before the file moves, so that none lies there without one.
  ///
  /// - Returns: the name it has in quarantine/: its own, as far as `QuarantineName` allows, or with a number where that is taken.
  @discardableResult
  package func quarantine(_ claim: Claim, reason: QuarantineReason) throws(SystemError) -> FilePath {
    let wanted = QuarantineName.make(for: claim.original)
    var name = wanted
    var number = claim.sequence
    while true {
      if try files.status(of: quarantineFolder / name) == nil {
        try write(reason, of: name)
        do {
          try files.renameExclusively(work / claim.workName, to: quarantineFolder / name)
          _ = readings.take(claim)
          try files.syncFolder(quarantineFolder)
          return name
        } catch  where error.isTakenName {}
      }
      // The claim's own number is free but for rare accidents, however many files have the same name.
      name = wanted + ".\(number)"
      number += 1
    }
  }

  /// Sets aside a part of a file, such as one line of many. Doing it again with the same bytes changes nothing.
  package func quarantine(part bytes: [UInt8], as part: FilePath, reason: QuarantineReason) throws(SystemError) {
    let wanted = QuarantineName.make(for: part)
    var name = wanted
    var number = 1
    while let status = try files.status(of: quarantineFolder / name) {
      // The part of another file of the same name is another part.
      if status.kind == .regular, status.size == bytes.count,
        try files.read(quarantineFolder / name, limit: bytes.count) == bytes
      {
        return
      }
      name = wanted + ".\(number)"
      number += 1
    }
    try write(reason, of: name)
    try files.replaceDurably(quarantineFolder / name, bytes: bytes)
  }

  /// Everything in quarantine, by name.
  package func quarantined() throws(SystemError) -> [QuarantineEntry] {
    var entries: [QuarantineEntry] = []
    for name in try files.names(in: quarantineFolder).sorted() where isEntry(name) {
      guard let status = try files.status(of: quarantineFolder / name) else { continue }
      entries.append(QuarantineEntry(name: name, size: status.size, reason: reason(of: name)))
    }
    return entries
  }

  /// Puts a file back into incoming/, to be read again; under another name where its own is taken there.
  ///
  /// - Returns: false where there is none of that name.
  package func retry(_ name: FilePath) throws(SystemError) -> Bool {
    guard isEntry(name), try files.status(of: quarantineFolder / name) != nil else { return false }
    _ = try giveBack(quarantineFolder / name, as: name)
    try files.remove(quarantineFolder / QuarantineName.reason(of: name))
    return true
  }

  /// Removes a file from quarantine for good.
  ///
  /// - Returns: false where there is none of that name.
  package func drop(_ name: FilePath) throws(SystemError) -> Bool {
    guard isEntry(name), try files.status(of: quarantineFolder / name) != nil else { return false }
    try files.remove(quarantineFolder / name)
    try files.remove(quarantineFolder / QuarantineName.reason(of: name))
    return true
  }

  /// Whether a name is that of a file set aside: no reason, nothing hidden, and no way out of the folder.
  private func isEntry(_ name: FilePath) -> Bool {
    let bytes = name.bytes
    return !bytes.isEmpty && bytes.first != UInt8(ascii: ".") && !bytes.contains(UInt8(ascii: "/"))
      && !QuarantineName.isReason(name)
  }

  private func write(_ reason: QuarantineReason, of name: FilePath) throws(SystemError) {
    let path = quarantineFolder / QuarantineName.reason(of: name)
    try files.replaceDurably(path, bytes: reason.jsonBytes + [UInt8(ascii: "\n")])
  }

  private func reason(of name: FilePath) -> QuarantineReason? {
    guard let bytes = try? files.read(quarantineFolder / QuarantineName.reason(of: name), limit: 1 << 16) else {
      return nil
    }
    var json = JSONReader(bytes)
    return try? QuarantineReason(from: &json)
  }
}
