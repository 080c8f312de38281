import Platform

/// A disk with nothing on it, on which nothing stays: for what is described and never run.
struct EmptyFileSystem: FileSystem {
  func names(in folder: FilePath) throws(SystemError) -> [FilePath] { [] }
  func status(of path: FilePath) throws(SystemError) -> FileStatus? { nil }
  func read(_ path: FilePath, limit: Int) throws(SystemError) -> [UInt8] {
    throw SystemError(2, "open", path: path.description)  // ENOENT
  }
  func create(_ path: FilePath, bytes: [UInt8], mode: UInt32) throws(SystemError) {}
  func rename(_ path: FilePath, to newPath: FilePath) throws(SystemError) {}
  func renameExclusively(_ path: FilePath, to newPath: FilePath) throws(SystemError) {}
  func remove(_ path: FilePath) throws(SystemError) {}
  func makeFolder(_ path: FilePath, mode: UInt32) throws(SystemError) {}
  func syncFolder(_ path: FilePath) throws(SystemError) {}
  func freeSpace(at path: FilePath) throws(SystemError) -> Int { 0 }
}
