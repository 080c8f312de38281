import Glibc
import Platform
import TestSupport

/// Measures newsq from its start to its exit, by the clock of the kernel that waits for it.
enum StartBenchmark {
  /// The newsq that `make install` installs, where it is built; else the one beside this program, which loads Swift's libraries.
  private static func program() -> (path: String, isStatic: Bool) {
    let own = ChildProcess.productFolder
    let installed = own + "/../../static/release/newsq"
    return unsafe access(installed, X_OK) == 0 ? (installed, true) : (own + "/newsq", false)
  }

  static func run(_ socket: String) throws {
    let (path, isStatic) = program()
    var times: [Double] = []
    for _ in 0..<100 { times.append(try milliseconds(path, ["--socket", socket, "status", "-o", "json"])) }
    times.sort()
    print(
      "  \(rounded(times[50])) ms for newsq status from start to exit in the median of 100, \(rounded(times[98])) for the slowest but one"
        + (isStatic ? "" : " (loading Swift's libraries: make build makes the one that is installed)"))
  }

  private static func milliseconds(_ path: String, _ arguments: [String]) throws -> Double {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    let begin = ContinuousClock.now
    var pid: pid_t = 0
    let code = unsafe posix_spawn(&pid, path, &actions, nil, words, environ)
    guard code == 0 else { throw SystemError(code, "start", path: path) }
    var status: Int32 = 0
    unsafe waitpid(pid, &status, 0)
    let time = (ContinuousClock.now - begin).milliseconds
    guard status == 0 else { throw SystemError(EPROTO, "run", path: path) }
    return time
  }
}
