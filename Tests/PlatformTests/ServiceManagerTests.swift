import Glibc
import Platform
import SystemdSupport
import TestSupport
import Testing

/// Each test is a process of its own, as systemd speaks through the environment.
@Suite("Under systemd") struct ServiceManagerTests {
  let scratch = ScratchFolder()

  @Test("a service says that it is ready, what it does, and that it goes") func notifications() async throws {
    let manager = try NotifySocket(in: scratch)
    await #expect(processExitsWith: .success) { [path = manager.path as String] in
      unsafe setenv("NOTIFY_SOCKET", path, 1)
      ServiceManager.ready(status: "3 events")
      ServiceManager.status("two\nlines")
      ServiceManager.reloading(at: 7)
      ServiceManager.extendTimeout(milliseconds: 5)
      ServiceManager.watchdog()
      ServiceManager.stopping(status: "bye")
    }
    #expect(try manager.wait(for: "READY") == "READY=1\nSTATUS=3 events")
    #expect(try manager.wait(for: "STATUS") == "STATUS=two lines", "a text is never taken for a message of its own")
    #expect(try manager.wait(for: "RELOADING") == "RELOADING=1\nMONOTONIC_USEC=7000")
    #expect(try manager.wait(for: "EXTEND") == "EXTEND_TIMEOUT_USEC=5000")
    #expect(try manager.wait(for: "WATCHDOG") == "WATCHDOG=1")
    #expect(try manager.wait(for: "STOPPING") == "STOPPING=1\nSTATUS=bye")
  }

  @Test("a service goes on though its manager does not read: what is said again soon is dropped") func deafManager()
    async
    throws
  {
    let manager = try NotifySocket(in: scratch)
    await #expect(processExitsWith: .success) { [path = manager.path as String] in
      unsafe setenv("NOTIFY_SOCKET", path, 1)
      // Ends the process if a call waits for room in the manager's queue, which holds some hundred messages at most.
      alarm(20)
      for number in 0..<5_000 {
        ServiceManager.status("\(number) events")
        ServiceManager.watchdog()
        ServiceManager.extendTimeout(milliseconds: 5)
      }
      ServiceManager.stopping(status: "bye")
    }
    #expect(try manager.next() == "STATUS=0 events", "what fits into the queue is heard")
  }

  @Test("what must be heard waits until the manager reads") func slowManager() async throws {
    let manager = try NotifySocket(in: scratch)
    // On a thread of its own, for the service waits for it.
    let heard = Task.detached {
      usleep(500_000)
      return try manager.wait(for: "READY=1")
    }
    await #expect(processExitsWith: .success) { [path = manager.path as String] in
      unsafe setenv("NOTIFY_SOCKET", path, 1)
      alarm(20)
      for number in 0..<5_000 { ServiceManager.status("\(number) events") }
      ServiceManager.ready(status: "done")
    }
    #expect(try await heard.value == "READY=1\nSTATUS=done")
  }

  @Test("a manager in the abstract namespace is heard by, as containers have it") func abstractName() async throws {
    let name = "newsd-test-\(getpid())"
    let manager = try NotifySocket(abstract: name)
    await #expect(processExitsWith: .success) { [path = manager.path as String] in
      unsafe setenv("NOTIFY_SOCKET", path, 1)
      ServiceManager.status("7 events")
    }
    #expect(try manager.next() == "STATUS=7 events")
  }

  @Test("a service knows how often it is to be heard") func watchdogInterval() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("WATCHDOG_USEC", "30000000", 1)
      unsafe setenv("WATCHDOG_PID", "\(getpid())", 1)
      exit(ServiceManager.watchdogInterval == 30_000 ? 0 : 1)
    }
  }

  @Test("a service takes over the sockets it is handed, by name") func sockets() async {
    await #expect(processExitsWith: .success) { [path = scratch.path("s") as String] in
      // Where libdispatch or the test library holds descriptor 3, taking it away ends the process, and nothing can be handed over
      // there; the box's scenarios hand over sockets in every run.
      guard fcntl(3, F_GETFD) == -1 else { exit(0) }
      guard let listener = try? UnixSocket.listen(at: FilePath(path as String)) else { exit(1) }
      guard dup2(listener.raw, 3) == 3 else { exit(2) }
      unsafe setenv("LISTEN_PID", "\(getpid())", 1)
      unsafe setenv("LISTEN_FDS", "1", 1)
      unsafe setenv("LISTEN_FDNAMES", "rpc", 1)
      let sockets = ServiceManager.inheritedSockets()
      guard sockets.map(\.name) == ["rpc"], let client = try? UnixSocket.connect(to: FilePath(path as String)) else {
        exit(3)
      }
      let accepted = try? UnixSocket.accept(on: sockets[0].socket)
      withExtendedLifetime(client) {}
      exit(accepted == nil ? 4 : 0)
    }
  }

  @Test("a program without systemd is handed nothing and says nothing") func outside() async {
    await #expect(processExitsWith: .success) {
      for name in ["NOTIFY_SOCKET", "WATCHDOG_USEC", "LISTEN_FDS", "JOURNAL_STREAM"] { unsafe unsetenv(name) }
      ServiceManager.ready(status: "nobody hears it")
      guard ServiceManager.watchdogInterval == nil, ServiceManager.inheritedSockets().isEmpty else { exit(1) }
      exit(Journal.isConnected ? 2 : 0)
    }
  }

  @Test("messages go to the journal only where standard error goes there") func journal() async {
    await #expect(processExitsWith: .success) {
      var found = stat()
      unsafe fstat(STDERR_FILENO, &found)
      unsafe setenv("JOURNAL_STREAM", "\(found.st_dev):\(found.st_ino)", 1)
      guard Journal.isConnected else { exit(1) }
      unsafe setenv("JOURNAL_STREAM", "\(found.st_dev):\(found.st_ino &+ 1)", 1)
      exit(Journal.isConnected ? 2 : 0)
    }
  }
}
