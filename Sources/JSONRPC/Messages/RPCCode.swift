/// A JSON-RPC error code: an open set, of which these are the ones newsd uses.
package struct RPCCode: RawRepresentable, Sendable, Hashable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  // MARK: The five of the specification

  /// The text is no JSON.
  package static let parseError = RPCCode(rawValue: -32700)
  /// The JSON is no request.
  package static let invalidRequest = RPCCode(rawValue: -32600)
  /// There is no such method.
  package static let methodNotFound = RPCCode(rawValue: -32601)
  /// The method does not take these parameters.
  package static let invalidParams = RPCCode(rawValue: -32602)
  /// The daemon failed; the fault is not the client's.
  package static let internalError = RPCCode(rawValue: -32603)

  // MARK: The state of the daemon

  /// Too many connections.
  package static let busy = RPCCode(rawValue: -32000)
  /// The daemon is about to stop.
  package static let stopping = RPCCode(rawValue: -32001)
  /// The daemon is still loading; `data` tells how far it is.
  package static let starting = RPCCode(rawValue: -32002)
  /// The result is larger than the limit.
  package static let replyTooLarge = RPCCode(rawValue: -32003)
  /// A limit of the client is reached.
  package static let limit = RPCCode(rawValue: -32005)
  /// The client cancelled the request.
  package static let cancelled = RPCCode(rawValue: -32800)

  // MARK: What was asked for

  /// There is no event, article or file of that name.
  package static let notFound = RPCCode(rawValue: 1001)
  /// The place a cursor stands for is gone.
  package static let cursorExpired = RPCCode(rawValue: 1002)
  /// The user may not do this.
  package static let notPermitted = RPCCode(rawValue: 1101)
  /// Nothing can be stored at present.
  package static let readOnly = RPCCode(rawValue: 1201)
  /// The article cannot be read.
  package static let rejected = RPCCode(rawValue: 1301)

  /// What `data.reason` says when the error names nothing closer.
  var reason: String { Self.reasons[self] ?? "error" }

  /// Whether the same request may succeed later, when the error itself does not say.
  var isRetryable: Bool { Self.retryable.contains(self) }

  private static let retryable: Set<RPCCode> = [.busy, .stopping, .starting, .limit, .readOnly]

  private static let reasons: [RPCCode: String] = [
    .parseError: "parse-error", .invalidRequest: "invalid-request", .methodNotFound: "method-not-found",
    .invalidParams: "invalid-params", .internalError: "internal-error", .busy: "busy", .stopping: "stopping",
    .starting: "starting", .replyTooLarge: "reply-too-large", .limit: "limit", .cancelled: "cancelled",
    .notFound: "not-found", .cursorExpired: "cursor-expired", .notPermitted: "not-permitted", .readOnly: "read-only",
    .rejected: "rejected",
  ]
}
