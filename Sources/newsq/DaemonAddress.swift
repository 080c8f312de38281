import Glibc
import JSONRPC
import Platform

/// Where newsd answers.
enum DaemonAddress {
  /// Where the packaged service listens.
  private static let systemSocket = "/run/newsd/newsd.sock"

  /// Connects to the socket that was named, or to the first of those that are tried.
  static func connect(_ named: String?) throws(Ending) -> Client {
    let path = FilePath(choose(named))
    do throws(UnixSocket.Failure) {
      return Client(try UnixSocket.connect(to: path))
    } catch {
      throw Ending(.noDaemon, explain(error, path))
    }
  }

  /// `--socket`, else `$NEWSD_SOCKET`, else the service's socket, else that of a newsd of one's own.
  private static func choose(_ named: String?) -> String {
    if let named { return named }
    if let variable = Environment["NEWSD_SOCKET"], !variable.isEmpty { return variable }
    if let folder = Environment["XDG_RUNTIME_DIR"], !folder.isEmpty, !exists(systemSocket) {
      let own = "\(folder)/newsd/newsd.sock"
      if exists(own) { return own }
    }
    return systemSocket
  }

  private static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 || errno == EACCES }

  private static func explain(_ failure: UnixSocket.Failure, _ path: FilePath) -> String {
    guard case .system(let error) = failure else { return "\(failure)" }
    switch error.code {
    case ENOENT, ENOTDIR:
      return "no daemon at \(path): start it with 'systemctl start newsd' or name another socket with --socket"
    case ECONNREFUSED where (try? KernelFileSystem().status(of: path))??.kind != .other:
      return "\(path) is no socket: name that of newsd with --socket"
    case ECONNREFUSED:
      return "no daemon listens at \(path) any more: start it with 'systemctl start newsd'"
    case EACCES, EPERM:
      return
        "you may not connect to \(path): it takes a member of the group newsd (usermod -aG newsd USER, then log in again)"
    case EAGAIN:
      return "newsd at \(path) takes no more connections: try again later"
    default:
      return "\(error)"
    }
  }
}
