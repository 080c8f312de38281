/// What kind of thing stands in a folder.
package enum FileKind: Sendable, Hashable {
  case regular, directory, link, other
}

/// What the file system knows of a file.
package struct FileStatus: Sendable, Hashable {
  package var kind: FileKind
  /// Bytes.
  package var size: Int
  /// Milliseconds after 1970-01-01 UTC.
  package var modified: Int
  /// Number of names.
  package var links: Int

  package init(kind: FileKind, size: Int, modified: Int, links: Int = 1) {
    self.kind = kind
    self.size = size
    self.modified = modified
    self.links = links
  }
}

/// The one seam between newsd and its files: what the spool and the store do on disk passes here, so that tests can make any
/// operation fail and can simulate a power cut.
package protocol FileSystem: Sendable {
  /// Names in a folder, without "." and "..", in no order.
  func names(in folder: FilePath) throws(SystemError) -> [FilePath]

  /// The status of a file, a link not followed; nil where there is none.
  func status(of path: FilePath) throws(SystemError) -> FileStatus?

  /// The bytes of a regular file.
  ///
  /// - Throws: `EFBIG` when it holds more than `limit` bytes, `EINVAL` when it is not a regular file.
  func read(_ path: FilePath, limit: Int) throws(SystemError) -> [UInt8]

  /// Creates a file that was not there, writes and syncs it; its name is durable after `syncFolder`.
  func create(_ path: FilePath, bytes: [UInt8], mode: UInt32) throws(SystemError)

  /// Renames; what had the new name is replaced.
  func rename(_ path: FilePath, to newPath: FilePath) throws(SystemError)

  /// Renames, or throws `EEXIST` where the new name is taken.
  func renameExclusively(_ path: FilePath, to newPath: FilePath) throws(SystemError)

  /// Removes a file; one that is gone already is no error.
  func remove(_ path: FilePath) throws(SystemError)

  /// Makes a folder; one that is there already is no error.
  func makeFolder(_ path: FilePath, mode: UInt32) throws(SystemError)

  /// Makes the names in a folder durable.
  func syncFolder(_ path: FilePath) throws(SystemError)

  /// Bytes that a user without privileges can still write.
  func freeSpace(at path: FilePath) throws(SystemError) -> Int
}

extension FileSystem {
  /// Replaces a file so that after a crash either the old or the new bytes are there.
  ///
  /// Order: temporary file synced, renamed, folder synced.
  package func replaceDurably(_ path: FilePath, bytes: [UInt8], mode: UInt32 = 0o640) throws(SystemError) {
    let temporary = path.folder / FilePath(bytes: Array(".".utf8) + path.name.bytes + Array(".tmp".utf8))
    try remove(temporary)
    try create(temporary, bytes: bytes, mode: mode)
    try rename(temporary, to: path)
    try syncFolder(path.folder)
  }

  /// Makes the folders above a path that are missing, for their owner alone, as the XDG Base Directory Specification asks.
  package func makeFolders(above path: FilePath) throws(SystemError) {
    let folder = path.folder
    guard folder != path, folder != ".", try status(of: folder) == nil else { return }
    try makeFolders(above: folder)
    try makeFolder(folder, mode: 0o700)
  }
}
