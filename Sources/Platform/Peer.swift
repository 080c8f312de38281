import CLinux
import Glibc

/// Who is at the other end of a Unix socket, as the kernel vouches for it.
package struct Peer: Sendable, Hashable {
  package let pid: Int32
  package let uid: UInt32
  package let gid: UInt32
  /// Supplementary groups at the time of the connection.
  package let groups: [UInt32]

  package init(pid: Int32, uid: UInt32, gid: UInt32, groups: [UInt32] = []) {
    self.pid = pid
    self.uid = uid
    self.gid = gid
    self.groups = groups
  }

  /// The peer of a connected socket.
  package init(of socket: FileDescriptor) throws(SystemError) {
    var credentials = newsd_peer()
    guard unsafe newsd_peer_credentials(socket.raw, &credentials) == 0 else {
      throw SystemError(errno, "ask who is connected")
    }
    var groups = [gid_t](repeating: 0, count: 256)
    let count = unsafe newsd_peer_groups(socket.raw, &groups, 256)
    self.init(
      pid: credentials.pid, uid: credentials.uid, gid: credentials.gid, groups: Array(groups.prefix(Int(max(0, count))))
    )
  }

  /// Whether the peer belongs to a group.
  package func belongs(to group: UInt32) -> Bool { gid == group || groups.contains(group) }
}

/// Users and groups by name.
package enum Accounts {
  /// The number of a user; nil where there is none of that name.
  package static func user(_ name: String) -> UInt32? {
    if let number = UInt32(name) { return number }
    return unsafe getpwnam(name)?.pointee.pw_uid
  }

  /// The number of a group; nil where there is none of that name.
  package static func group(_ name: String) -> UInt32? {
    if let number = UInt32(name) { return number }
    return unsafe getgrnam(name)?.pointee.gr_gid
  }

  /// Who this process acts as.
  package static var effectiveUser: UInt32 { geteuid() }
}
