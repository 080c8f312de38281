/// A path as the kernel sees it: bytes without NUL, not always UTF-8.
package struct FilePath: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let bytes: [UInt8]

  package init(bytes: some Sequence<UInt8>) {
    self.bytes = bytes.filter { $0 != 0 }
  }

  package init(_ text: some StringProtocol) {
    self.init(bytes: text.utf8)
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  /// A path below this one.
  package func appending(_ component: FilePath) -> FilePath {
    if bytes.isEmpty { return component }
    return FilePath(
      bytes: bytes.last == UInt8(ascii: "/") ? bytes + component.bytes : bytes + [UInt8(ascii: "/")] + component.bytes)
  }

  /// A path below this one.
  package static func / (folder: FilePath, component: FilePath) -> FilePath { folder.appending(component) }

  /// The same path with more at its end.
  package static func + (path: FilePath, suffix: String) -> FilePath {
    FilePath(bytes: path.bytes + Array(suffix.utf8))
  }

  /// What stands after the last slash.
  package var name: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return FilePath(bytes: bytes[(slash + 1)...])
  }

  /// What stands before the last slash; "." where there is none.
  package var folder: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : FilePath(bytes: bytes[..<slash])
  }

  /// For messages: control characters escaped, what is no UTF-8 replaced.
  package var description: String {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.value < 0x20 || scalar.value == 0x7F {
        text += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  package static func < (a: FilePath, b: FilePath) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

  /// Lends the path as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      var nothing: CChar = 0
      return unsafe body(buffer.baseAddress ?? withUnsafePointer(to: &nothing) { unsafe $0 })
    }
  }
}
