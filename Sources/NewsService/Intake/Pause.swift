/// Why newsd takes no files at present; with several reasons the first is told.
package enum Pause: Int, Sendable, Hashable, Comparable {
  /// It is about to stop.
  case stopping
  /// A write found the disk full.
  case full
  /// The disk has less room than MinimumFree= asks for.
  case lowSpace

  package static func < (a: Pause, b: Pause) -> Bool { a.rawValue < b.rawValue }
}
