import Glibc

/// A system call that failed, in words a user understands.
package struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The call's errno.
  package let code: Int32
  /// What was tried: "open", "rename".
  package let call: String
  /// The file or socket it was tried on, where there is one.
  package let path: String?

  package init(_ code: Int32, _ call: String, path: String? = nil) {
    self.code = code
    self.call = call
    self.path = path
  }

  /// What the system says of the code: "No such file or directory".
  package var reason: String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }

  package var description: String { "cannot \(call)\(path.map { " \($0)" } ?? ""): \(reason)" }
}
