import Glibc
import Platform

/// A real process that a test starts, talks to, and ends.
package final class ChildProcess: @unchecked Sendable {
  // Used by one test at a time: tests do not share processes.
  package let pid: Int32
  private let output: FileDescriptor
  private let errors: FileDescriptor
  private var outputBytes: [UInt8] = []
  private var errorBytes: [UInt8] = []
  private var status: Int32?

  /// What a process left behind.
  package struct Result: Sendable {
    /// Exit status; 128 and the signal's number where a signal ended it, as a shell has it.
    package let status: Int32
    package let output: String
    package let errors: String
  }

  /// The folder of the programs that were built with the tests.
  package static var productFolder: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = unsafe readlink("/proc/self/exe", &buffer, 4095)
    let own = String(decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if own.hasSuffix(".xctest") || own.contains("PackageTests") { return own.folder }
    // swift test runs a helper of the toolchain: the bundle's path is among its arguments.
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? own
    return bundle.folder
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: a path, or the name of a product of this package.
  ///   - environment: variables on top of the test's own; nil removes one.
  ///   - input: what the process finds on standard input, of any length.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String?] = [:], input: [UInt8] = []
  ) throws {
    let path = program.contains("/") ? program : Self.productFolder + "/" + program
    let (outputRead, outputWrite) = try Self.pipe()
    let (errorRead, errorWrite) = try Self.pipe()
    let inputRead = try Self.file(holding: input)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, inputRead.raw, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, outputWrite.raw, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errorWrite.raw, 2)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // Threads of the test library block signals; what they start must not.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    unsafe sigemptyset(&noSignals)
    unsafe posix_spawnattr_setsigmask(&attributes, &noSignals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var pid: pid_t = 0
    let code = unsafe Self.withStrings([path] + arguments) { words in
      unsafe Self.withStrings(Self.environment(environment)) { variables in
        unsafe posix_spawn(&pid, path, &actions, &attributes, words, variables)
      }
    }
    guard code == 0 else { throw SystemError(code, "start", path: path) }
    self.pid = pid
    output = outputRead
    errors = errorRead
    _ = fcntl(output.raw, F_SETFL, O_NONBLOCK)
    _ = fcntl(errors.raw, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if status == nil {
      kill(pid, SIGKILL)
      var code: Int32 = 0
      unsafe waitpid(pid, &code, 0)
    }
  }

  /// Runs a program to its end.
  package static func run(
    _ program: String, _ arguments: [String] = [], environment: [String: String?] = [:], input: [UInt8] = [],
    within milliseconds: Int = 30_000
  ) throws -> Result {
    try ChildProcess(program, arguments, environment: environment, input: input).finish(within: milliseconds)
  }

  package func send(signal: Int32) { kill(pid, signal) }

  /// Whether the process has not ended.
  package var isRunning: Bool {
    reap(WNOHANG)
    return status == nil
  }

  /// Waits for the end; a process that takes longer is killed, and its status is 137.
  package func finish(within milliseconds: Int = 30_000) throws -> Result {
    let clock = SystemClock()
    let deadline = clock.elapsed + milliseconds
    while isRunning {
      drain()
      if clock.elapsed > deadline { send(signal: SIGKILL) }
      usleep(1_000)
    }
    drain()
    return Result(
      status: status ?? -1, output: String(decoding: outputBytes, as: UTF8.self),
      errors: String(decoding: errorBytes, as: UTF8.self))
  }

  /// What the process has written to standard output so far.
  package func outputSoFar() -> String {
    drain()
    return String(decoding: outputBytes, as: UTF8.self)
  }

  /// What the process has written to standard error so far.
  package func errorsSoFar() -> String {
    drain()
    return String(decoding: errorBytes, as: UTF8.self)
  }

  private func drain() {
    while let bytes = try? output.read(upTo: 65_536), !bytes.isEmpty { outputBytes += bytes }
    while let bytes = try? errors.read(upTo: 65_536), !bytes.isEmpty { errorBytes += bytes }
  }

  private func reap(_ options: Int32) {
    guard status == nil else { return }
    var code: Int32 = 0
    guard unsafe waitpid(pid, &code, options) == pid else { return }
    status = code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + (code & 0x7F)
  }

  /// A file without a name: a process may read its input when it likes, or not at all, and nobody waits for anybody.
  private static func file(holding bytes: [UInt8]) throws -> FileDescriptor {
    var template = Array("\(Environment["TMPDIR"] ?? "/tmp")/newsd-input.XXXXXX".utf8CString)
    let raw = unsafe mkstemp(&template)
    guard raw >= 0 else { throw SystemError(errno, "make a temporary file") }
    let file = FileDescriptor(owning: raw)
    _ = fcntl(raw, F_SETFD, FD_CLOEXEC)
    unsafe unlink(template)
    try file.writeAll(bytes)
    lseek(raw, 0, SEEK_SET)
    return file
  }

  private static func pipe() throws -> (read: FileDescriptor, write: FileDescriptor) {
    var ends: [Int32] = [0, 0]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw SystemError(errno, "make a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (FileDescriptor(owning: ends[0]), FileDescriptor(owning: ends[1]))
  }

  private static func environment(_ changes: [String: String?]) -> [String] {
    var variables: [String] = []
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if !changes.keys.contains(where: { text.hasPrefix($0 + "=") }) { variables.append(text) }
      unsafe next += 1
    }
    return variables + changes.compactMap { name, value in value.map { "\(name)=\($0)" } }
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a list of strings ends with nil") }
      return unsafe body(base)
    }
  }
}

extension String {
  fileprivate var folder: String {
    lastIndex(of: "/").map { String(self[..<$0]) } ?? "."
  }
}
