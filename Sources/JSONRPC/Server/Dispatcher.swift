import Platform

/// What comes of a request: the reply to send, if one is wanted, and what follows it.
struct Outcome: Sendable {
  var reply: Reply?
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
  /// The method that was asked for last, as a rule the next as well.
  private var lastMethod: Method?
  /// Why a method is not to be had at present; asked with nil, why none is.
  var refuse: @Loop (_ method: String?) -> RPCError? = { _ in nil }

  init(_ table: MethodTable, _ limits: ServerLimits) {
    self.table = table
    self.limits = limits
  }

  func refusal(of method: String?) -> RPCError? { refuse(method) }

  /// Has a request answered, or tells how to wait for the answer.
  func begin(_ request: Result<Request, InvalidRequest>, for session: Session) -> Beginning {
    switch request {
    case .failure(let invalid): .done(Outcome(reply: Reply.failure(invalid.error, id: invalid.id)))
    case .success(let request): begin(request, for: session)
    }
  }

  /// Has a request answered, or tells how to wait for the answer.
  func begin(_ request: Request, for session: Session) -> Beginning {
    do throws(RPCError) {
      if let refusal = refuse(request.method) { throw refusal }
      let method = try method(request.method)
      let arguments = try Arguments(request.parameters, for: method.description)
      return begin(method, arguments, request.id, session)
    } catch {
      return .done(failure(error, request.id))
    }
  }

  private func method(_ name: String) throws(RPCError) -> Method {
    if let lastMethod, lastMethod.description.name == name { return lastMethod }
    let method = try table.method(name)
    lastMethod = method
    return method
  }

  private func begin(_ method: Method, _ arguments: Arguments, _ id: RequestID?, _ session: Session) -> Beginning {
    do throws(RPCError) {
      switch method.handler {
      case .immediate(let answer): return .done(success(try answer(arguments, session), id))
      case .deferring(let answer):
        switch try answer(arguments, session) {
        case .done(let answer): return .done(success(answer, id))
        case .later(let answer): return waiting(for: answer, id)
        }
      case .suspending(let answer):
        return waiting(for: { () async throws(RPCError) in try await answer(arguments, session) }, id)
      }
    } catch {
      return .done(failure(error, id))
    }
  }

  private func waiting(
    for answer: @escaping @Loop @Sendable () async throws(RPCError) -> Answer, _ id: RequestID?
  ) -> Beginning {
    .waiting(id: id) { [self] in
      do throws(RPCError) {
        return success(try await answer(), id)
      } catch {
        return failure(error, id)
      }
    }
  }

  // A request without an id is a notification: nobody hears what came of it.

  private func success(_ answer: consuming Answer, _ id: RequestID?) -> Outcome {
    guard let id else { return Outcome() }
    let reply = Reply.success(answer.result, limit: limits.replyLength, id: id)
    return Outcome(reply: reply, subscription: answer.subscription)
  }

  private func failure(_ error: RPCError, _ id: RequestID?) -> Outcome {
    Outcome(reply: id.map { Reply.failure(error, id: $0) })
  }
}
