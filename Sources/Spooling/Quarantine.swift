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

  private static let reasonEnding = ".reason.json"

  /// Sets a claimed file aside. The reason is durable before the file moves, so that none lies there without one.
  ///
  /// - Returns: the name it has in quarantine/: its own, or with a number where that is taken.
  @discardableResult
  package func quarantine(_ claim: Claim, reason: QuarantineReason) throws(SystemError) -> FilePath {
    var json = JSONWriter()
    reason.write(to: &json)
    for attempt in 0... {
      let name = attempt == 0 ? claim.original : claim.original + ".\(attempt)"
      if try files.status(of: quarantineFolder / name) != nil { continue }
      try files.replaceDurably(quarantineFolder / (name + Self.reasonEnding), bytes: json.bytes + [UInt8(ascii: "\n")])
      do {
        try files.renameExclusively(work / claim.workName, to: quarantineFolder / name)
      } catch where error.code == 17 {  // EEXIST: somebody else took the name
        continue
      }
      try files.syncFolder(quarantineFolder)
      return name
    }
    return claim.original
  }

  /// Sets aside a part of a file, such as one line of many. Doing it again changes nothing.
  package func quarantine(part bytes: [UInt8], as name: FilePath, reason: QuarantineReason) throws(SystemError) {
    guard try files.status(of: quarantineFolder / name) == nil else { return }
    var json = JSONWriter()
    reason.write(to: &json)
    try files.replaceDurably(quarantineFolder / (name + Self.reasonEnding), bytes: json.bytes + [UInt8(ascii: "\n")])
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

  /// Puts a file back into incoming/, to be read again.
  ///
  /// - Returns: false where there is none of that name.
  package func retry(_ name: FilePath) throws(SystemError) -> Bool {
    guard isEntry(name), try files.status(of: quarantineFolder / name) != nil else { return false }
    try files.renameExclusively(quarantineFolder / name, to: incoming / name)
    try files.remove(quarantineFolder / (name + Self.reasonEnding))
    return true
  }

  /// Removes a file from quarantine for good.
  ///
  /// - Returns: false where there is none of that name.
  package func drop(_ name: FilePath) throws(SystemError) -> Bool {
    guard isEntry(name), try files.status(of: quarantineFolder / name) != nil else { return false }
    try files.remove(quarantineFolder / name)
    try files.remove(quarantineFolder / (name + Self.reasonEnding))
    return true
  }

  /// Whether a name is that of a file set aside: no reason, nothing hidden, and no way out of the folder.
  private func isEntry(_ name: FilePath) -> Bool {
    let bytes = name.bytes
    return !bytes.isEmpty && bytes.first != UInt8(ascii: ".") && !bytes.contains(UInt8(ascii: "/"))
      && !bytes.reversed().starts(with: Self.reasonEnding.utf8.reversed())
  }

  private func reason(of name: FilePath) -> QuarantineReason? {
    guard let bytes = try? files.read(quarantineFolder / (name + Self.reasonEnding), limit: 1 << 16) else { return nil }
    var json = JSONReader(bytes)
    return try? QuarantineReason(from: &json)
  }
}
