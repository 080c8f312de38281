import NewsModel

/// Which neighbouring segments become one, so that their number stays small and no byte is written again more than a few times.
enum MergePlan {
  /// Of today's segments the last ones are merged once there are this many of about one size.
  static let fanIn = 16
  /// What "about one size" means: below the first of these, in bytes, that holds for so many.
  private static let steps = [64 << 10, 1 << 20, 16 << 20]

  /// The segments to merge next; nil where none need be.
  ///
  /// Only segments of one day (UTC) become one, so that retention can drop days. A day that is over ends in as few segments
  /// as `limit` allows.
  ///
  /// - Parameter limit: bytes of a merged segment at most.
  static func next(_ segments: [Manifest.Segment], now: Timestamp, limit: Int) -> Range<Int>? {
    var start = 0
    while start < segments.count {
      let day = segments[start].written.date
      let end = segments[start...].firstIndex { $0.written.date != day } ?? segments.count
      let isOver = end < segments.count || day < now.date
      if let range = isOver ? packed(segments, start..<end, limit) : grown(segments, start..<end, limit) {
        return range
      }
      start = end
    }
    return nil
  }

  /// The first segments of a finished day that fit together.
  private static func packed(_ segments: [Manifest.Segment], _ day: Range<Int>, _ limit: Int) -> Range<Int>? {
    var start = day.lowerBound
    while start < day.upperBound {
      let end = fitting(segments, start..<day.upperBound, limit)
      if end > start + 1 { return start..<end }
      start += 1
    }
    return nil
  }

  /// The last segments of the day that still goes on, once there are enough of about one size.
  private static func grown(_ segments: [Manifest.Segment], _ day: Range<Int>, _ limit: Int) -> Range<Int>? {
    for step in steps {
      let start = segments[day].lastIndex { $0.bytes >= step }.map { $0 + 1 } ?? day.lowerBound
      guard day.upperBound - start >= fanIn else { continue }
      let end = fitting(segments, start..<day.upperBound, limit)
      if end > start + 1 { return start..<end }
    }
    return nil
  }

  /// The end of the longest run from the start of `range` that has `limit` bytes at most.
  private static func fitting(_ segments: [Manifest.Segment], _ range: Range<Int>, _ limit: Int) -> Int {
    var bytes = 0
    return segments[range].firstIndex { segment in
      bytes += segment.bytes
      return bytes > limit
    } ?? range.upperBound
  }
}
