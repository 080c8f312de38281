import Platform

/// A stream of notifications to one client, pulled one by one as fast as the client takes them.
///
/// `next` is asked for the next notification when all that was sent before has left for the client, so a slow client holds
/// no queue; it waits until there is something to tell, and ends the stream with nil. Its task is cancelled when the client
/// unsubscribes or goes away.
package struct Subscription: Sendable {
  /// Names the subscription within its connection.
  package let id: String
  let next: @Loop @Sendable () async -> Notification?

  package init(id: String, next: @escaping @Loop @Sendable () async -> Notification?) {
    self.id = id
    self.next = next
  }
}
