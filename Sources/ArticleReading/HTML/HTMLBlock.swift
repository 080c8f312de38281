/// Where a piece of a page stands: what encloses it.
struct HTMLScope: Hashable {
  /// Number of the innermost `<article>`; 0 for none.
  var article: Int32 = 0
  /// Number of the element that the page marks as the story's body; 0 for none.
  var storyBody: Int32 = 0
  var isInMain = false
  /// Whether an element around has a class of those that stories' texts have.
  var isInStoryClass = false
  /// Number of the innermost region that is not story; 0 for none.
  var region: Int32 = 0
  /// Whether the text is not shown at all.
  var isHidden = false
  var isInLink = false
  /// The innermost element that begins a line.
  var block = HTMLTag.body
  /// Where the text goes besides the blocks, or instead of them.
  var capture = Capture.none

  /// Texts that metadata are made of.
  enum Capture: UInt8, Hashable {
    case none, title, heading, linkedData
  }
}

/// A run of text between two ends of a line on a page.
struct HTMLBlock {
  /// The text, in the page's buffer.
  var range: Range<Int>
  /// How many of its bytes are links.
  var linkBytes: Int
  var scope: HTMLScope

  /// Share of the text that is links, 0…1.
  var linkShare: Double { range.isEmpty ? 0 : Double(linkBytes) / Double(range.count) }
}

/// A part of a page that is not story: navigation, comments, share buttons.
struct HTMLRegion {
  enum Evidence: Int, Comparable {
    /// Its class or id says so.
    case name = 1
    /// Its element says so.
    case element = 2

    static func < (a: Evidence, b: Evidence) -> Bool { a.rawValue < b.rawValue }
  }

  /// Number of the region around it; 0 for none.
  var parent: Int32
  var evidence: Evidence
  /// Whether the story was found within, so that it is story after all.
  var isPardoned = false
}
