import Glibc
import JSONCoding
import Platform

/// Serves one client: reads its requests, has them answered, sends the replies.
///
/// Reading pauses while replies wait for the client, or too many of its requests are open. A client that says no more still
/// gets its replies; its subscriptions end.
@Loop
final class Connection {
  let session: Session
  private let dispatcher: Dispatcher
  private let limits: ServerLimits
  private let watch: Watch
  private let outbox: Outbox
  private var splitter: FrameSplitter
  private var turn = Turn()
  /// Number of requests that wait for their answer.
  private let openRequests = Level()
  /// Whether nothing has come from the client since it was accepted, not long ago.
  var isFresh: Bool { !hasBegun && SystemClock().elapsed - accepted < 1_000 }
  private var hasBegun = false
  private let accepted = SystemClock().elapsed
  /// How the client's last message ended.
  private var ending = FrameEnding.newline

  init(_ descriptor: FileDescriptor, session: Session, dispatcher: Dispatcher, limits: ServerLimits) {
    self.session = session
    self.dispatcher = dispatcher
    self.limits = limits
    watch = Watch(descriptor)
    outbox = Outbox(watch)
    let longest = limits.largeMethods.isEmpty ? limits.requestLength : limits.largeRequestLength
    splitter = FrameSplitter(maximumLength: longest, maximumDepth: limits.requestDepth)
  }

  /// Serves until the client says no more, breaks the framing, or is gone.
  func serve() async {
    await read()
    if isHungUp { abandon() }
    endSubscriptions()
    await openRequests.fall(to: 0)
    outbox.flush()
    await outbox.waiting.fall(to: 0)
    abandon()
    await watch.cancel()
  }

  /// Lets the client send no more; what it sent is still answered.
  func stopReading() { shutdown(watch.descriptor.raw, Int32(SHUT_RD)) }

  /// Ends the connection with what is under way.
  func abandon() {
    session.cancelAll()
    outbox.fail()
    openRequests.lift()
    shutdown(watch.descriptor.raw, Int32(SHUT_RDWR))
  }

  // MARK: - Reading

  private static let chunkLength = 16_384

  private func read() async {
    while !outbox.isBroken {
      let count: Int?
      do {
        count = try splitter.fill { (buffer) throws(SystemError) in
          try watch.descriptor.receive(into: &buffer, upTo: Self.chunkLength)
        }
      } catch {
        return outbox.fail()
      }
      if count != nil { hasBegun = true }
      if count == 0 {
        splitter.finish()
        _ = await answerFrames()
        return
      }
      // What was asked for and did not come is not there: no second call has to say so.
      let isDrained = (count ?? 0) < Self.chunkLength
      if isDrained { splitter.pause() }
      guard await answerFrames() else { return }
      if isDrained {
        turn = Turn()
        guard await watch.readable() else { return }
      }
    }
  }

  /// Answers what has come so far; false when nothing after it can be understood.
  private func answerFrames() async -> Bool {
    while true {
      answerPlainRequests()
      guard let frame = splitter.next() else { break }
      switch frame {
      case .message(let text, let ending):
        self.ending = ending
        let incoming = Incoming(parsing: text, maximumBatch: limits.batchLength, maximumDepth: limits.requestDepth)
        await answer(admitted(incoming, length: text.count), ending)
      case .fault(let fault, let ending):
        await answer(Incoming(fault), ending)
        if fault.isFatal { return false }
      }
    }
    outbox.flush()
    return true
  }

  /// Answers one plain request after the other, up to something else or the end of the turn.
  private func answerPlainRequests() {
    while !hasToWait, let request = splitter.nextPlainRequest(upTo: limits.requestLength) {
      ending = .newline
      turn.count += 1
      answer(dispatcher.begin(request, for: session), .newline)
    }
  }

  /// Refuses a request that is too large for its method.
  private func admitted(_ incoming: Incoming, length: Int) -> Incoming {
    guard length > limits.requestLength else { return incoming }
    var id = RequestID.null
    if case .single(.success(let request)) = incoming {
      if limits.largeMethods.contains(request.method) { return incoming }
      id = request.id ?? .null
    }
    let message = "the request has \(length) bytes, more than \(limits.requestLength)"
    return .single(
      .failure(InvalidRequest(id: id, error: RPCError(.invalidRequest, message, reason: "request-too-large"))))
  }

  /// Whether the client's next request has to wait.
  private var hasToWait: Bool {
    turn.isOver(limits) || outbox.waiting.value > limits.waitingReplies || openRequests.value >= limits.openRequests
  }

  /// Waits until the client's next request may be taken.
  private func waitForTurn() async {
    if turn.isOver(limits) {
      outbox.flush()
      await Loop.shared.yield()
      turn = Turn()
    }
    turn.count += 1
    if outbox.waiting.value > limits.waitingReplies {
      outbox.flush()
      await outbox.waiting.fall(to: limits.waitingReplies)
    }
    if openRequests.value >= limits.openRequests {
      outbox.flush()
      await openRequests.fall(to: limits.openRequests - 1)
    }
  }

  // MARK: - Answering

  private func answer(_ incoming: Incoming, _ ending: FrameEnding) async {
    switch incoming {
    case .single(let request):
      await waitForTurn()
      answer(dispatcher.begin(request, for: session), ending)
    case .batch(let requests):
      let batch = Batch(count: requests.count)
      for (index, request) in requests.enumerated() {
        await waitForTurn()
        let done: @Loop (Outcome) -> Void = { [self] outcome in
          if let outcomes = batch.fill(index, outcome) { send(outcomes, ending) }
        }
        switch dispatcher.begin(request, for: session) {
        case .done(let outcome): done(outcome)
        case .waiting(let id, let finish): wait(for: finish, id, done)
        }
      }
    }
  }

  /// Sends what came of a request, at once or later.
  private func answer(_ beginning: consuming Dispatcher.Beginning, _ ending: FrameEnding) {
    switch consume beginning {
    case .done(let outcome): send(consume outcome, ending)
    case .waiting(let id, let finish): wait(for: finish, id) { [self] outcome in send(outcome, ending) }
    }
  }

  /// Goes on with others while a request waits for its answer.
  private func wait(
    for finish: @escaping @Loop () async -> Outcome, _ id: RequestID?, _ done: @escaping @Loop (Outcome) -> Void
  ) {
    openRequests.value += 1
    let task = Loop.task { [self] in
      let outcome = await finish()
      if let id { session.requests[id] = nil }
      openRequests.value -= 1
      done(outcome)
      outbox.flush()
    }
    if let id { session.requests[id] = task }
  }

  /// Sends a reply, and after it begins the subscription it promises.
  private func send(_ outcome: consuming Outcome, _ ending: FrameEnding) {
    if let reply = outcome.reply { outbox.append(reply, ending) }
    if let subscription = outcome.subscription, !outbox.isBroken { begin(subscription, ending) }
  }

  /// The same for a batch, whose replies go together.
  private func send(_ outcomes: [Outcome], _ ending: FrameEnding) {
    let replies = outcomes.compactMap(\.reply)
    if !replies.isEmpty { outbox.append(replies, ending) }
    guard !outbox.isBroken else { return }
    for case let subscription? in outcomes.map(\.subscription) { begin(subscription, ending) }
  }

  // MARK: - Subscriptions

  private func begin(_ subscription: Subscription, _ ending: FrameEnding) {
    let task = Loop.task { [self] in
      while true {
        await outbox.waiting.fall(to: 0)
        if Task.isCancelled || outbox.isBroken { return }
        guard let notification = await subscription.next() else { break }
        if Task.isCancelled { return }
        outbox.append(notification, ending)
        outbox.flush()
      }
      if !Task.isCancelled { session.forget(subscription: subscription.id) }
    }
    session.hold(task, subscription: subscription.id)
  }

  /// Ends what the client is subscribed to, and says why if it is the server that ends.
  private func endSubscriptions() {
    if !session.subscriptionIDs.isEmpty, let reason = dispatcher.refusal(of: nil) {
      outbox.append(Notification(method: "rpc.closing", parameters: reason), ending)
    }
    session.cancelSubscriptions()
  }

  /// Whether the client has closed both directions and so hears nothing more.
  private var isHungUp: Bool {
    var entry = pollfd(fd: watch.descriptor.raw, events: 0, revents: 0)
    return unsafe poll(&entry, 1, 0) > 0 && entry.revents & Int16(POLLHUP) != 0
  }
}

/// How much of a client's turn is used up.
private struct Turn {
  var count = 0
  private let began = SystemClock().roughlyElapsed

  func isOver(_ limits: ServerLimits) -> Bool {
    // The clock is looked at once in a few requests, none of which takes more than a millisecond or two of the loop.
    count >= limits.requestsPerTurn
      || count % 4 == 0 && SystemClock().roughlyElapsed - began >= limits.millisecondsPerTurn
  }
}

/// The replies to a batch, which go back together.
@Loop
private final class Batch {
  private var outcomes: [Outcome?]
  private var missing: Int

  init(count: Int) {
    outcomes = Array(repeating: nil, count: count)
    missing = count
  }

  /// Notes an outcome; gives all when this was the last.
  func fill(_ index: Int, _ outcome: Outcome) -> [Outcome]? {
    outcomes[index] = outcome
    missing -= 1
    return missing == 0 ? outcomes.compactMap(\.self) : nil
  }
}
