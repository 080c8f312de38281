import CLinux

/// The memory of this process as a whole.
package enum Memory {
  /// Gives back to the system what was freed and is still held, as it pays to do after much work of a kind.
  ///
  /// Reading an article takes some 20 MB for a moment, and what is kept of it lies in between: malloc holds on to the rest, several
  /// times of what is in use. Blocks for some milliseconds.
  package static func giveBack() { newsd_give_back_memory() }
}
