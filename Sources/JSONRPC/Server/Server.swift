import Glibc
package import Platform

/// Accepts connections on listening sockets and serves them, until it is stopped.
@Loop
package final class Server {
  private let limits: ServerLimits
  private let dispatcher: Dispatcher
  private var listeners: [Watch] = []
  private var connections: [Int: Connection] = [:]
  private var connectionsByUser: [UInt32: Int] = [:]
  private var lastNumber = 0
  /// Number of connections that are open.
  private let open = Level()
  private var isStopping = false
  /// Given up when there is no other descriptor left, so that a client can still be told.
  private var spare: FileDescriptor?

  package init(_ table: MethodTable, limits: ServerLimits = ServerLimits()) {
    self.limits = limits
    dispatcher = Dispatcher(table, limits)
  }

  /// Number of connections that are open.
  package var connectionCount: Int { open.value }

  /// Says which methods are refused at present, and why, such as while the daemon is starting.
  package func refuse(_ reason: @escaping @Loop @Sendable (_ method: String) -> RPCError?) {
    dispatcher.refuse = { [unowned self] method in
      if isStopping { return RPCError(.stopping, "newsd is about to stop") }
      return method.flatMap(reason)
    }
  }

  /// Accepts connections on a listening socket, its own or an inherited one; returns when the server is stopped.
  package func serve(_ listener: FileDescriptor) async {
    let watch = Watch(listener)
    listeners.append(watch)
    if spare == nil { spare = duplicate(listener) }
    var accepted = 0
    while !isStopping {
      do {
        if let descriptor = try UnixSocket.accept(on: listener) {
          admit(descriptor)
          accepted += 1
          if accepted % limits.requestsPerTurn == 0 { await Loop.shared.yield() }
        } else if await !watch.readable() {
          return
        }
      } catch {
        await refuseWithoutDescriptors(listener, error)
      }
    }
  }

  /// Stops: accepts nobody, has open requests answered, tells subscribers, and closes; after the deadline, closes anyway.
  ///
  /// A client that was accepted a moment ago and has not asked yet gets the answer to its first request, so that a restart by
  /// systemd, who keeps the socket, is seen by nobody.
  ///
  /// The listening sockets stay open for whoever owns them.
  package func stop(withinMilliseconds deadline: Int) async {
    isStopping = true
    for watch in listeners { await watch.cancel() }
    let begin = SystemClock().elapsed
    while connections.values.contains(where: \.isFresh), SystemClock().elapsed - begin < min(deadline, Self.grace) {
      await Loop.shared.sleep(milliseconds: 10)
    }
    refuse { _ in nil }
    for connection in connections.values { connection.stopReading() }
    let patience = Loop.task { [self] in
      await Loop.shared.sleep(milliseconds: deadline)
      guard !Task.isCancelled else { return }
      for connection in connections.values { connection.abandon() }
    }
    await open.fall(to: 0)
    patience.cancel()
  }

  /// Milliseconds in which a client that has just connected asks something, if it is well.
  private static let grace = 500

  // MARK: - Connections

  private func admit(_ descriptor: FileDescriptor) {
    let peer: Peer
    do {
      peer = try Peer(of: descriptor)
    } catch {
      return Log.warning("a connection was closed: \(error)")
    }
    if let reason = reasonAgainst(peer) { return turnAway(descriptor, RPCError(.busy, reason)) }
    lastNumber += 1
    let session = Session(peer: peer, number: lastNumber)
    let connection = Connection(descriptor, session: session, dispatcher: dispatcher, limits: limits)
    connections[session.number] = connection
    connectionsByUser[peer.uid, default: 0] += 1
    open.value += 1
    Loop.task { [self] in
      await connection.serve()
      leave(session)
    }
  }

  private func leave(_ session: Session) {
    connections[session.number] = nil
    let left = connectionsByUser[session.peer.uid, default: 1] - 1
    connectionsByUser[session.peer.uid] = left > 0 ? left : nil
    open.value -= 1
  }

  private func reasonAgainst(_ peer: Peer) -> String? {
    if open.value >= limits.connections { return "newsd has \(limits.connections) connections, as many as it takes" }
    if connectionsByUser[peer.uid, default: 0] >= limits.connectionsPerUser {
      return "user \(peer.uid) has \(limits.connectionsPerUser) connections, as many as one user may have"
    }
    return nil
  }

  /// Tells a client why it is not served; the socket closes with its last use.
  private func turnAway(_ descriptor: FileDescriptor, _ error: RPCError) {
    var message: [UInt8] = []
    FrameEnding.newline.append(Reply.failure(error, id: .null), to: &message)
    _ = try? descriptor.send(message)
  }

  /// Turns away the next client when the process has no descriptor left, and waits for some to be freed.
  private func refuseWithoutDescriptors(_ listener: FileDescriptor, _ error: SystemError) async {
    Log.warning("\(error); trying again")
    spare = nil
    if let descriptor = try? UnixSocket.accept(on: listener) {
      turnAway(descriptor, RPCError(.busy, "newsd has no file descriptor left"))
    }
    await Loop.shared.sleep(milliseconds: 100)
    spare = duplicate(listener)
  }

  private func duplicate(_ descriptor: FileDescriptor) -> FileDescriptor? {
    let copy = fcntl(descriptor.raw, F_DUPFD_CLOEXEC, 0)
    return copy >= 0 ? FileDescriptor(owning: copy) : nil
  }
}
