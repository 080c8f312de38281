import CSnowball
import Synchronization

/// Reduces English words to their stems, so that "troops" finds "troop" and "negotiating" "negotiation".
///
/// Snowball's English stemmer (Porter 2) of libstemmer.
@safe final class Stemmer: @unchecked Sendable {
  // The stemmer works in memory of its own: it is used under the lock only.
  private let stemmer: OpaquePointer?
  private let lock = Mutex<Void>(())

  init() { unsafe stemmer = sb_stemmer_new("english", "UTF_8") }

  deinit { unsafe sb_stemmer_delete(stemmer) }

  /// The stem of a word that is folded already.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let stemmer = unsafe stemmer, !word.isEmpty else { return word }
    return lock.withLock { _ in
      let stem = unsafe sb_stemmer_stem(stemmer, word, Int32(word.count))
      guard let stem = unsafe stem else { return word }
      return unsafe Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
    }
  }

  /// Whether a word of the text has this stem.
  ///
  /// No stem differs from its word in the first letter: most words are told apart by that alone.
  @inline(__always)
  func hasStem(_ text: borrowing Span<UInt8>, _ word: Range<Int>, _ wanted: [UInt8]) -> Bool {
    let first = text[word.lowerBound]
    if first < 0x80, let letter = wanted.first, letter < 0x80, LetterFolding.small(first) != letter { return false }
    return stem(LetterFolding.folded(text.extracting(word))) == wanted
  }
}
