import JSONCoding
import JSONRPC
import Platform
import TestSupport
import Testing

/// Clients of which every reply is held against the OpenRPC document that newsd describes itself by.
enum CheckedClient {
  /// Connects; what newsd answers otherwise than it says becomes an issue of the test.
  static func connect(
    to socket: FilePath, patience: Int = 5_000, sourceLocation: SourceLocation = #_sourceLocation
  ) throws(Client.Failure) -> Client {
    let client = try Client(connectingTo: socket, patience: patience)
    let checker = Self.checker()
    client.trace = { message in
      for problem in checker.problems(message) { Issue.record("\(problem)", sourceLocation: sourceLocation) }
    }
    return client
  }

  /// Holds what newsq said and heard, as it was traced, against the document.
  static func check(trace: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let checker = Self.checker()
    for line in trace.split(separator: "\n") {
      for problem in checker.problems(Array(line.utf8)) { Issue.record("\(problem)", sourceLocation: sourceLocation) }
    }
  }

  static func checker() -> ReplyChecker { ReplyChecker(document: document) }

  /// What `newsd describe` prints; null, which no reply fits, where it prints none.
  private static let document: JSONValue = {
    let text = (try? ChildProcess.run("newsd", ["describe"]))?.output ?? ""
    return (try? JSONValue(parsing: Array(text.utf8))) ?? nil
  }()
}
