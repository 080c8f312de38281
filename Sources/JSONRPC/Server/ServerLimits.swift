/// What a server takes from its clients.
package struct ServerLimits: Sendable {
  /// Connections of all users together.
  package var connections = 4096
  /// Connections of one user.
  package var connectionsPerUser = 1024
  /// Bytes of one request.
  package var requestLength = 1 << 20
  /// Methods whose requests may be larger, for they bring what is to be stored; a batch of them may not.
  package var largeMethods: Set<String> = []
  /// Bytes of one of their requests.
  package var largeRequestLength = 16 << 20
  /// Nesting of one request.
  package var requestDepth = 64
  /// Requests of one batch.
  package var batchLength = 1000
  /// Bytes of one result; -32003 beyond.
  package var replyLength = 64 << 20
  /// Bytes of replies that may wait for a client before its requests wait.
  package var waitingReplies = 256 << 10
  /// Requests of one client that may be worked on at the same time before its others wait.
  package var openRequests = 64
  /// Requests of one client that are taken before the next client's turn.
  package var requestsPerTurn = 100
  /// Milliseconds after which it is the next client's turn.
  package var millisecondsPerTurn = 10

  package init() {}
}
