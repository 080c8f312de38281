package import JSONCoding
import Platform

/// A method as it is registered: what it is, and who answers.
///
/// Answers are given on the event loop. What takes longer than a few hundred microseconds there holds everybody up: such a
/// method is `suspending` and awaits a worker, or `deferring` where only some calls are like that.
package final class Method: Sendable {
  enum Handler: Sendable {
    case immediate(@Loop @Sendable (Arguments, Session) throws(RPCError) -> Answer)
    case deferring(@Loop @Sendable (Arguments, Session) throws(RPCError) -> Work)
    case suspending(@Loop @Sendable (Arguments, Session) async throws(RPCError) -> Answer)
  }

  package let description: MethodDescription
  let handler: Handler

  /// A method that answers at once.
  package init(
    _ description: MethodDescription,
    answer: @escaping @Loop @Sendable (Arguments, Session) throws(RPCError) -> Answer
  ) {
    self.description = description
    handler = .immediate(answer)
  }

  /// A method that answers at once where it can, and else waits.
  package init(
    deferring description: MethodDescription,
    answer: @escaping @Loop @Sendable (Arguments, Session) throws(RPCError) -> Work
  ) {
    self.description = description
    handler = .deferring(answer)
  }

  /// A method that waits for something before it answers; meanwhile other requests are served.
  ///
  /// Its task is cancelled when the client cancels the request or goes away.
  package init(
    suspending description: MethodDescription,
    answer: @escaping @Loop @Sendable (Arguments, Session) async throws(RPCError) -> Answer
  ) {
    self.description = description
    handler = .suspending(answer)
  }
}

/// What comes of a call that may take longer than the loop can spare.
package enum Work: Sendable {
  case done(Answer)
  /// What is awaited for the answer, as in a method that is suspending.
  case later(@Loop @Sendable () async throws(RPCError) -> Answer)
}

/// What a method answers with.
package struct Answer: Sendable {
  /// An object, which is written when the reply is, straight to where it leaves from.
  package var result: any JSONEncodable & Sendable
  /// What the client is sent from now on, after this answer.
  package var subscription: Subscription?

  package init(_ result: some JSONEncodable & Sendable, then subscription: Subscription? = nil) {
    self.result = result
    self.subscription = subscription
  }

  /// An answer whose JSON text is written already, such as one that a thread wrote.
  package init(text result: [UInt8], then subscription: Subscription? = nil) {
    self.init(JSONText(result), then: subscription)
  }
}
