import CLinux
import Glibc

/// Threads of the system, for what may block.
package enum Thread {
  /// Processors that threads can run on, at least 1.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Starts a thread that runs `body` and ends with it. Its stack has 8 MiB.
  ///
  /// - Parameter name: shown by the system's tools, at most 15 bytes of it.
  package static func start(name: String, _ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, 8 << 20)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let box = unsafe Unmanaged.passRetained(Body(name: String(name.prefix(15)), run: body)).toOpaque()
    var thread = pthread_t()
    let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
      guard let argument = unsafe argument else { return nil }
      let body = unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
      unsafe newsd_name_thread(body.name)
      body.run()
      return nil
    }
    let code = unsafe pthread_create(&thread, &attributes, entry, box)
    unsafe pthread_attr_destroy(&attributes)
    precondition(code == 0, "cannot start a thread: error \(code)")
  }

  private final class Body: Sendable {
    let name: String
    let run: @Sendable () -> Void

    init(name: String, run: @escaping @Sendable () -> Void) {
      self.name = name
      self.run = run
    }
  }
}

/// A counting semaphore: every `signal` lets one `wait` pass, now or later.
final class Condition: Sendable {
  private let descriptor: FileDescriptor

  init() {
    descriptor = FileDescriptor(owning: makeSemaphore())
  }

  func signal() { add(1) }

  /// Lets every waiting thread pass, and all later ones.
  func broadcast() { add(1 << 32) }

  func wait() {
    var number: UInt64 = 0
    _ = retrying { unsafe read(descriptor.raw, &number, 8) }
  }

  private func add(_ count: UInt64) {
    var number = count
    _ = unsafe write(descriptor.raw, &number, 8)
  }
}

private func makeSemaphore() -> Int32 {
  eventfd(0, Int32(EFD_SEMAPHORE) | Int32(EFD_CLOEXEC))
}
