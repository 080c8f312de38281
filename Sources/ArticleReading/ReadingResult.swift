package import NewsModel

/// What a file gave: its articles, and what of it could not be read.
package struct ReadingResult: Sendable, Hashable {
  /// A part of a file of many articles that could not be read, with its bytes so that they can be kept.
  package struct Rejection: Sendable, Hashable {
    package let error: ReadingError
    /// The part as it stands in the unpacked file.
    package let bytes: [UInt8]
  }

  /// The articles in their order; never empty.
  package internal(set) var articles: [Article] = []
  /// The parts that gave none, in their order.
  package internal(set) var rejections: [Rejection] = []
  /// What was read in spite of a fault, such as a date that makes no sense.
  package internal(set) var warnings: [ReadingError] = []
}
