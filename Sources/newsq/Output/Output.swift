import Glibc
import Platform

/// Standard output or a file, written in one go or as far as `flush` is called.
final class Output {
  private var bytes: [UInt8] = []
  private let descriptor: FileDescriptor
  /// The file, and what it is called until it is complete; nil for standard output.
  private var file: (path: String, partial: String)?

  /// Enough to be worth a write.
  private static let chunk = 1 << 16

  /// Standard output.
  init() { descriptor = FileDescriptor(borrowing: STDOUT_FILENO) }

  /// A file that appears when `finish` is called; standard output where no file is named.
  init(into path: FilePath?) throws(Ending) {
    guard let path else {
      descriptor = FileDescriptor(borrowing: STDOUT_FILENO)
      return
    }
    let name = path.description
    // What is there and no file, such as /dev/stdout, cannot be replaced.
    let isDevice = (try? KernelFileSystem().status(of: path)).flatMap { $0 }.map { $0.kind != .regular } ?? false
    let partial = isDevice ? name : name + ".part"
    let raw = unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard raw >= 0 else { throw Ending(.refused, "\(SystemError(errno, "create", path: name))") }
    descriptor = FileDescriptor(owning: raw)
    if !isDevice { file = (name, partial) }
  }

  deinit {
    if let file { unsafe _ = unlink(file.partial) }
  }

  /// Adds text.
  func text(_ text: String) { bytes += text.utf8 }

  /// Adds bytes.
  func bytes(_ more: some Collection<UInt8>) { bytes += more }

  /// Adds a line.
  func line(_ text: String = "") {
    self.text(text)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a line of bytes.
  func line(_ text: some Collection<UInt8>) {
    bytes += text
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes what was added.
  func flush() throws(Ending) {
    do throws(SystemError) {
      try descriptor.writeAll(bytes)
    } catch {
      // Whoever read has seen enough.
      if error.code == EPIPE { throw Ending(.success) }
      throw Ending(.refused, "cannot write to \(file?.path ?? "standard output"): \(error.reason)")
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes what was added, and gives a file its name.
  func finish() throws(Ending) {
    try flush()
    guard let file else { return }
    guard unsafe rename(file.partial, file.path) == 0 else {
      throw Ending(.refused, "\(SystemError(errno, "rename", path: file.partial))")
    }
    self.file = nil
  }
}
