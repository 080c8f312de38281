import JSONCoding
import Platform

/// What comes of a request: the reply to send, if one is wanted, and what follows it.
struct Outcome: Sendable {
  var reply: [UInt8]?
  var subscription: Subscription?
}

/// Takes requests to their methods and brings answers into form.
@Loop
final class Dispatcher {
  enum Beginning {
    case done(Outcome)
    /// The method waits for something; `id` is that of the request.
    case waiting(id: RequestID?, finish: @Loop () async -> Outcome)
  }

  private let table: MethodTable
  private let limits: ServerLimits
  /// Why a method is not to be had at present; asked with nil, why none is.
  var refuse: @Loop (_ method: String?) -> RPCError? = { _ in nil }

  init(_ table: MethodTable, _ limits: ServerLimits) {
    self.table = table
    self.limits = limits
  }

  func refusal(of method: String?) -> RPCError? { refuse(method) }

  /// Has a request answered, or tells how to wait for the answer.
  func begin(_ request: Result<Request, InvalidRequest>, for session: Session) -> Beginning {
    let valid: Request
    switch request {
    case .failure(let invalid): return .done(Outcome(reply: Reply.failure(invalid.error, id: invalid.id)))
    case .success(let request): valid = request
    }
    do throws(RPCError) {
      return try begin(valid, for: session)
    } catch {
      return .done(outcome(.failure(error), of: valid))
    }
  }

  private func begin(_ request: Request, for session: Session) throws(RPCError) -> Beginning {
    if let refusal = refuse(request.method) { throw refusal }
    let method = try table.method(request.method)
    let arguments = try Arguments(request.parameters, for: method.description)
    switch method.handler {
    case .immediate(let answer):
      return .done(outcome(.success(try answer(arguments, session)), of: request))
    case .deferring(let answer):
      switch try answer(arguments, session) {
      case .done(let answer): return .done(outcome(.success(answer), of: request))
      case .later(let answer): return waiting(for: answer, request)
      }
    case .suspending(let answer):
      return waiting(for: { () async throws(RPCError) in try await answer(arguments, session) }, request)
    }
  }

  private func waiting(
    for answer: @escaping @Loop @Sendable () async throws(RPCError) -> Answer, _ request: Request
  ) -> Beginning {
    .waiting(id: request.id) { [self] in
      do throws(RPCError) {
        return outcome(.success(try await answer()), of: request)
      } catch {
        return outcome(.failure(error), of: request)
      }
    }
  }

  private func outcome(_ result: Result<Answer, RPCError>, of request: Request) -> Outcome {
    guard let id = request.id else { return Outcome() }
    switch result {
    case .success(let answer) where answer.result.count > limits.replyLength:
      let message =
        "the result has \(answer.result.count) bytes, more than \(limits.replyLength): ask for less at a time"
      return Outcome(reply: Reply.failure(RPCError(.replyTooLarge, message), id: id))
    case .success(let answer):
      return Outcome(reply: Reply.success(answer.result, id: id), subscription: answer.subscription)
    case .failure(let error):
      return Outcome(reply: Reply.failure(error, id: id))
    }
  }
}
