import JSONRPC
import Platform

/// Who may do what over the socket; the kernel says who is there.
///
/// Whoever may connect may read. Submitting needs the submit group; looking after the daemon needs its own user, root, or an
/// entry in Admins=.
package struct Rights: Sendable {
  private let submitGroup: UInt32?
  private let admins: Set<UInt32>
  private let submitGroupName: String

  package init(_ configuration: Configuration) {
    submitGroupName = configuration.submitGroup
    submitGroup = Accounts.group(configuration.submitGroup)
    admins = Set(configuration.admins.compactMap { Accounts.user($0) } + [0, Accounts.effectiveUser])
  }

  /// Throws unless the peer may submit articles.
  func requireSubmit(_ peer: Peer, for method: String) throws(RPCError) {
    if admins.contains(peer.uid) { return }
    if let submitGroup, peer.belongs(to: submitGroup) { return }
    throw RPCError(
      .notPermitted, "\(method) needs membership in the group \(submitGroupName): usermod -aG \(submitGroupName) USER")
  }

  /// Throws unless the peer may look after the daemon.
  func requireAdmin(_ peer: Peer, for method: String) throws(RPCError) {
    if admins.contains(peer.uid) { return }
    throw RPCError(
      .notPermitted, "\(method) is for root, the daemon's own user and Admins= of newsd.conf, not for user \(peer.uid)")
  }
}

extension Configuration {
  /// What stands in [Access] and gives nobody a right, since the machine does not know the name; in words.
  package var unknownAccounts: [String] {
    var remarks = admins.filter { Accounts.user($0) == nil }.map { "Admins= names '\($0)', and there is no such user" }
    if submitGroup != Configuration().submitGroup, Accounts.group(submitGroup) == nil {
      remarks.append("SubmitGroup= names '\(submitGroup)', and there is no such group")
    }
    return remarks
  }
}
