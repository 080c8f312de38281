package import Platform

/// One client's connection as methods see it.
@Loop
package final class Session {
  /// Who is connected, as the kernel vouches for it.
  package nonisolated let peer: Peer
  /// Counts the connections of a server, from 1.
  package nonisolated let number: Int

  /// Requests that wait for their answer, by id.
  var requests: [RequestID: Task<Void, Never>] = [:]
  private var subscriptions: [String: Task<Void, Never>] = [:]

  init(peer: Peer, number: Int) {
    self.peer = peer
    self.number = number
  }

  /// The subscriptions that are open.
  package var subscriptionIDs: [String] { subscriptions.keys.sorted() }

  /// Ends a subscription; false where there is none of that id.
  package func cancel(subscription id: String) -> Bool {
    guard let task = subscriptions.removeValue(forKey: id) else { return false }
    task.cancel()
    return true
  }

  /// Cancels a request that is not answered yet; false where there is none of that id.
  package func cancel(request id: RequestID) -> Bool {
    guard let task = requests[id] else { return false }
    task.cancel()
    return true
  }

  func hold(_ task: Task<Void, Never>, subscription id: String) {
    subscriptions.updateValue(task, forKey: id)?.cancel()
  }

  func holds(subscription id: String) -> Bool { subscriptions[id] != nil }

  func forget(subscription id: String) { subscriptions[id] = nil }

  func cancelSubscriptions() {
    for task in subscriptions.values { task.cancel() }
    subscriptions = [:]
  }

  func cancelAll() {
    cancelSubscriptions()
    for task in requests.values { task.cancel() }
  }
}
