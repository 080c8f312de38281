import CLinux
import Glibc

/// Hints from the kernel that something came into a folder.
///
/// Only hints: a hand-over by link raises only IN_CREATE, a queue can overflow. Who gets one looks at the folder itself.
@Loop
package final class FolderWatch {
  private let watch: Watch

  package init(_ folder: FilePath) throws(SystemError) {
    let descriptor = FileDescriptor(owning: inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)))
    let mask = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE)
    guard unsafe folder.withCString({ unsafe inotify_add_watch(descriptor.raw, $0, mask) }) >= 0 else {
      throw SystemError(errno, "watch", path: folder.description)
    }
    watch = Watch(descriptor)
  }

  /// What came since the last call.
  package struct Hints: Sendable {
    /// Files that are complete: closed after writing, or renamed into the folder.
    package var complete: Set<FilePath> = []
    /// Whether events were lost or something came that may not be complete: look at the whole folder.
    package var mustScan = false
  }

  /// Suspends until something came; nil once the watch was cancelled.
  package func next() async -> Hints? {
    while true {
      var hints = Hints()
      while let bytes = try? watch.descriptor.read(upTo: 65_536), !bytes.isEmpty { take(bytes, into: &hints) }
      if hints.mustScan || !hints.complete.isEmpty { return hints }
      guard await watch.readable() else { return nil }
    }
  }

  package func cancel() async { await watch.cancel() }

  private func take(_ bytes: [UInt8], into hints: inout Hints) {
    let header = MemoryLayout<inotify_event>.size
    var offset = 0
    while offset + header <= bytes.count {
      let event = unsafe bytes.withUnsafeBytes {
        unsafe $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      }
      let end = min(bytes.count, offset + header + Int(event.len))
      let name = FilePath(bytes: bytes[(offset + header)..<end].prefix { $0 != 0 })
      if event.mask & (UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO)) != 0 {
        hints.complete.insert(name)
      } else {
        hints.mustScan = true
      }
      offset = end
    }
  }
}
