import Platform

/// Why the store cannot be opened or written, in words that name the file and the way out.
package struct StorageError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// A file is not what was written. Only a person can help, so starting again is no use (exit status 78).
    case damaged
    /// Another newsd has the folder.
    case inUse
    /// The disk is full; nothing is lost, and the same snapshot can be tried again.
    case full
    /// The disk failed. What is durable is not known: the store must be closed and opened anew.
    case failed
  }

  package let kind: Kind
  /// One line without a full stop.
  package let description: String

  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// A file that is not what was written.
  ///
  /// - Parameter offset: the first byte that is known to be wrong; nil where only the whole is.
  static func damaged(_ file: FilePath, at offset: Int? = nil, _ message: String) -> StorageError {
    let place = offset.map { " at byte \($0)" } ?? ""
    return StorageError(
      .damaged,
      "\(file) is damaged\(place): \(message); restore \(file.folder) from a backup, "
        + "or start with an empty store: mv \(file.folder) \(file.folder).damaged")
  }

  /// What a failed operation on a file means for the store.
  init(_ error: SystemError) {
    self.init(error.isDiskFull ? .full : .failed, error.description)
  }
}

extension SystemError {
  /// Whether there was no room, found out before anything was relied on. A failed sync is a failure, whatever its reason.
  var isDiskFull: Bool { (code == 28 || code == 122) && call != "sync" }  // ENOSPC, EDQUOT
}
