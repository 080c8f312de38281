import Platform
import Synchronization

/// Files in memory that remember what a power cut would leave of them, and fail when asked.
///
/// Bytes are durable when `create` returns, as it syncs them, and before that any part of them may be torn off; a name's appearance or
/// change is durable after the folder was synced, and before that it may or may not survive, each for itself and in any order.
final class FaultyFileSystem: FileSystem {
  /// A change of names that a power cut may undo.
  private enum Change {
    case add(FilePath, [UInt8])
    case remove(FilePath)
    case move(FilePath, FilePath)
  }

  private struct State {
    var files: [FilePath: [UInt8]] = [:]
    var durable: [FilePath: [UInt8]] = [:]
    var pending: [Change] = []
    var operations = 0
    var failure: (operation: Int, code: Int32)?
    var log: [String] = []
    /// What a power cut at any moment so far could have left.
    var crashStates: [[FilePath: [UInt8]]] = [[:]]
  }

  private let state: Mutex<State>

  init(_ files: [FilePath: [UInt8]] = [:]) {
    var state = State()
    state.files = files
    state.durable = files
    state.crashStates = [files]
    self.state = Mutex(state)
  }

  var files: [FilePath: [UInt8]] { state.withLock { $0.files } }
  /// The operations that changed something, in words.
  var log: [String] { state.withLock { $0.log } }
  var crashStates: [[FilePath: [UInt8]]] { state.withLock { $0.crashStates } }
  /// Operations so far that could have failed.
  var operations: Int { state.withLock { $0.operations } }

  /// Makes the n-th changing operation from now fail, counted from 0.
  func fail(after count: Int, code: Int32) { state.withLock { $0.failure = ($0.operations + count, code) } }

  /// Changes a file behind everybody's back.
  func damage(_ path: FilePath, _ change: (inout [UInt8]?) -> Void) {
    state.withLock { state in
      change(&state.files[path])
      state.durable = state.files
    }
  }

  func names(in folder: FilePath) throws(SystemError) -> [FilePath] {
    state.withLock { $0.files.keys.filter { $0.folder == folder }.map(\.name) }
  }

  func status(of path: FilePath) throws(SystemError) -> FileStatus? {
    state.withLock { $0.files[path].map { FileStatus(kind: .regular, size: $0.count, modified: 0) } }
  }

  func read(_ path: FilePath, limit: Int) throws(SystemError) -> [UInt8] {
    guard let bytes = state.withLock({ $0.files[path] }) else { throw SystemError(2, "open", path: path.description) }
    guard bytes.count <= limit else { throw SystemError(27, "read", path: path.description) }
    return bytes
  }

  func create(_ path: FilePath, bytes: [UInt8], mode: UInt32) throws(SystemError) {
    try change("create", path) { (state) throws(SystemError) in
      if state.files[path] != nil { throw SystemError(17, "create", path: path.description) }
      // Before the sync came back: the name may be there with any part of the bytes.
      for length in Set([0, 1, bytes.count / 3, bytes.count - 1]) where length >= 0 && length <= bytes.count {
        let torn = state.pending + [.add(path, Array(bytes.prefix(length)))]
        state.crashStates += Self.outcomes(state.durable, torn)
      }
      state.files[path] = bytes
      state.pending.append(.add(path, bytes))
    } failing: { state in
      // Half of it was written.
      state.files[path] = Array(bytes.prefix(bytes.count / 2))
      state.pending.append(.add(path, Array(bytes.prefix(bytes.count / 2))))
    }
  }

  func rename(_ path: FilePath, to newPath: FilePath) throws(SystemError) {
    try change("rename", path) { (state) throws(SystemError) in
      guard let bytes = state.files.removeValue(forKey: path) else {
        throw SystemError(2, "rename", path: path.description)
      }
      state.files[newPath] = bytes
      state.pending.append(.move(path, newPath))
    }
  }

  func renameExclusively(_ path: FilePath, to newPath: FilePath) throws(SystemError) {
    try rename(path, to: newPath)
  }

  func remove(_ path: FilePath) throws(SystemError) {
    if state.withLock({ $0.files[path] == nil }) { return }
    try change("remove", path) { (state) throws(SystemError) in
      state.files[path] = nil
      state.pending.append(.remove(path))
    }
  }

  func makeFolder(_ path: FilePath, mode: UInt32) throws(SystemError) {}

  func syncFolder(_ path: FilePath) throws(SystemError) {
    try change("sync", path) { (state) throws(SystemError) in
      state.durable = state.files
      state.pending = []
    }
  }

  func freeSpace(at path: FilePath) throws(SystemError) -> Int { 1 << 40 }

  /// Performs an operation, or fails it when its turn has come, and notes what a power cut would leave now.
  private func change(
    _ name: String, _ path: FilePath, _ body: (inout State) throws(SystemError) -> Void,
    failing: (inout State) -> Void = { _ in }
  ) throws(SystemError) {
    try state.withLock { (state) throws(SystemError) in
      let number = state.operations
      state.operations += 1
      if let failure = state.failure, failure.operation == number {
        failing(&state)
        throw SystemError(failure.code, name == "create" ? "write" : name, path: path.description)
      }
      try body(&state)
      state.log.append("\(name) \(path.name)")
      state.crashStates += Self.outcomes(state.durable, state.pending)
    }
  }

  /// Which of so many pending changes have reached the disk: all choices of up to six; of more, all runs from either end, and all
  /// that lack or have only one.
  private static func masks(_ count: Int) -> [Int] {
    let all: Int = (1 << count) - 1
    if count <= 6 { return Array(0...all) }
    return (0..<count).flatMap { (index: Int) -> [Int] in
      let one: Int = 1 << index
      return [one - 1, all & ~(one - 1), one, all & ~one]
    }
  }

  /// What is left when each pending change has or has not reached the disk.
  private static func outcomes(_ durable: [FilePath: [UInt8]], _ pending: [Change]) -> [[FilePath: [UInt8]]] {
    masks(pending.count).map { mask in
      var files = durable
      var written: [FilePath: [UInt8]] = [:]
      for (index, change) in pending.enumerated() {
        if case .add(let path, let bytes) = change { written[path] = bytes }
        guard mask & (1 << index) != 0 else { continue }
        switch change {
        case .add(let path, let bytes): files[path] = bytes
        case .remove(let path): files[path] = nil
        case .move(let path, let newPath):
          files[newPath] = files[path] ?? written[path]
          files[path] = nil
        }
      }
      return files
    }
  }
}
