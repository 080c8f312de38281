package import NewsModel
import Platform

/// What keeps a store small that runs for years: few files, and nothing older than is wanted.
extension SegmentStore {
  /// Makes one segment of several small ones, where there are enough; costs the bytes of these, and at most 32 MiB.
  ///
  /// The lines come from memory, which has them as they were written. Order on disk: as for a snapshot; only when the new
  /// manifest is durable the old files go.
  ///
  /// - Returns: the number of segments that became one; 0 where nothing was to be done.
  package func merge(now: Timestamp) throws(StorageError) -> Int {
    let view = store.view()
    return try change { (manifest) throws(StorageError) in
      let plan = MergePlan.next(manifest.segments, now: now, limit: Self.segmentBytes)
      guard let range = plan, let first = manifest.segments[range].first else { return 0 }
      var next = manifest
      var merged = first
      let end = first.firstArticle + manifest.segments[range].reduce(0) { $0 + $1.articles }
      let lines = view.lines(from: first.firstArticle, to: end)
      merged.file = next.takeFileName()
      merged.bytes = lines.count
      merged.checksum = Checksum.hex(lines)
      merged.articles = end - first.firstArticle
      merged.events = manifest.segments[range].reduce(0) { $0 + $1.events }
      merged.written = manifest.segments[range].map(\.written).max() ?? first.written
      next.segments.replaceSubrange(range, with: [merged])
      next.obsolete += manifest.segments[range].map(\.file)
      do throws(SystemError) {
        try files.create(folder / FilePath(merged.file), bytes: lines, mode: 0o640)
        try files.syncFolder(folder)
      } catch {
        removeSegments([merged])
        throw StorageError(error)
      }
      try commit(next, now, adding: [merged], to: &manifest)
      removeObsolete(&manifest)
      return range.count
    }
  }

  /// Drops the oldest segments, as long as all of a segment was written down before a time.
  ///
  /// A segment of the future was written while the clock was wrong. It goes with the next one that has a time to go by, which came
  /// after it; or it would keep all that followed.
  ///
  /// - Returns: the number of articles that are gone.
  @discardableResult
  package func drop(writtenBefore limit: Timestamp, now: Timestamp) throws(StorageError) -> Int {
    try change { (manifest) throws(StorageError) in
      let count = Self.oldSegments(manifest.segments, limit, now)
      guard count > 0 else { return 0 }
      var next = manifest
      let gone = next.segments.prefix(count)
      next.segments.removeFirst(count)
      next.obsolete += gone.map(\.file)
      try commit(next, now, adding: [], to: &manifest)
      do {
        try store.dropArticles(below: manifest.segments.first?.firstArticle ?? manifest.nextArticle)
      } catch {
        throw StorageError(.failed, "a line that was stored cannot be read again: \(error)")
      }
      removeObsolete(&manifest)
      return gone.reduce(0) { $0 + $1.articles }
    }
  }

  /// How many segments at the beginning are older than a time.
  private static func oldSegments(_ segments: [Manifest.Segment], _ limit: Timestamp, _ now: Timestamp) -> Int {
    var count = 0
    for (index, segment) in segments.enumerated() where segment.written <= now {
      guard segment.written < limit else { break }
      count = index + 1
    }
    return count
  }

  /// Removes what the durable manifest calls obsolete; what cannot be removed stays named, and goes at the next start.
  private func removeObsolete(_ manifest: inout Manifest) {
    manifest.obsolete.removeAll { (try? files.remove(folder / FilePath($0))) != nil }
  }
}

extension StoreView {
  /// The lines of the articles from one number up to another, as segments have them.
  package func lines(from first: Int, to end: Int) -> [UInt8] {
    var lines: [UInt8] = []
    var index = firstBlock(endingAfter: first, \.endArticle)
    while index < blockCount, block(index).firstArticle < end {
      lines += block(index).lines(from: first, to: end)
      index += 1
    }
    return lines
  }
}
