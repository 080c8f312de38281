package import NewsModel
package import Platform
import Synchronization

/// The store on disk: JSON Lines segments, and a manifest that names them.
///
/// What the manifest names is the store; all else in the folder is of an interrupted snapshot. A snapshot appends segments with
/// what is new and never touches old ones. Order on disk: segments synced, folder synced, manifest written beside, synced,
/// renamed, folder synced. Only what was renamed in that way may be relied on.
package final class SegmentStore: Sendable {
  /// What a snapshot made durable.
  package struct Snapshot: Sendable, Equatable {
    /// Articles and events that are new in it.
    package var articles = 0
    package var events = 0
    /// Bytes written to segments.
    package var bytes = 0
    /// Sequence of the last event that is durable now.
    package var lastSequence: Int
    /// Highest claim number among all articles that are durable now.
    package var lastClaim: Int
  }

  struct State: Sendable {
    var manifest: Manifest
    /// Set once the disk failed: what is durable is not known any more.
    var failure: StorageError?
  }

  /// A snapshot begins another segment after this many bytes, so that restoring needs no more memory at once.
  static let segmentBytes = 32 << 20

  /// What was restored, and goes on growing.
  package let store: EventStore
  /// Files of an interrupted snapshot that opening has moved into the folder `leftover`.
  package let leftovers: [FilePath]
  let folder: FilePath
  let files: any FileSystem
  private let lock: FolderLock?
  private let state: Mutex<State>
  // Its own lock, so that who asks never waits for the disk.
  private let size: Mutex<Size>

  private struct Size {
    var bytes: Int
    var segments: Int

    init(_ manifest: Manifest) {
      bytes = manifest.byteCount
      segments = manifest.segments.count
    }
  }

  init(_ opened: Opened, folder: FilePath, files: any FileSystem, lock: FolderLock?) {
    store = EventStore(opened.blocks)
    leftovers = opened.leftovers
    self.folder = folder
    self.files = files
    self.lock = lock
    state = Mutex(State(manifest: opened.manifest))
    size = Mutex(Size(opened.manifest))
  }

  /// Bytes of all segments.
  package var byteCount: Int { size.withLock { $0.bytes } }

  /// Number of segments.
  package var segmentCount: Int { size.withLock { $0.segments } }

  /// Makes everything in a view durable. Costs what is new; a view with nothing new writes nothing.
  ///
  /// - Parameter view: a view of `store`, taken after everything that is to be released was appended.
  /// - Throws: `full`, and the same can be tried again; `failed`, and every later snapshot fails too.
  package func snapshot(_ view: StoreView, now: Timestamp) throws(StorageError) -> Snapshot {
    try change { (manifest) throws(StorageError) in try write(view, now, &manifest) }
  }

  /// Changes the manifest and what it names; after a failure of the disk nothing is changed any more.
  func change<Result>(_ body: (inout Manifest) throws(StorageError) -> Result) throws(StorageError) -> Result {
    try state.withLock { (state) throws(StorageError) in
      if let failure = state.failure { throw failure }
      defer { size.withLock { $0 = Size(state.manifest) } }
      do throws(StorageError) {
        return try body(&state.manifest)
      } catch {
        if error.kind == .failed { state.failure = error }
        throw error
      }
    }
  }

  private func write(_ view: StoreView, _ now: Timestamp, _ manifest: inout Manifest) throws(StorageError) -> Snapshot {
    var next = manifest
    let first = manifest.segments.count
    do {
      try writeSegments(view, now, &next)
      if next.segments.count > first { try files.syncFolder(folder) }
    } catch {
      removeSegments(next.segments[first...])
      throw StorageError(error)
    }
    guard next.segments.count > first else { return snapshot(next, since: first) }
    try commit(next, now, adding: next.segments[first...], to: &manifest)
    return snapshot(next, since: first)
  }

  /// Makes a manifest durable, whose new segments are durable already.
  func commit(
    _ next: Manifest, _ now: Timestamp, adding new: ArraySlice<Manifest.Segment>, to manifest: inout Manifest
  ) throws(StorageError) {
    do {
      try files.replaceDurably(folder / Manifest.fileName, bytes: next.encoded(written: now))
    } catch {
      // Unless the disk was full, the new manifest may or may not be there: the segments must stay.
      if error.isDiskFull { removeSegments(new) }
      throw StorageError(error)
    }
    manifest = next
  }

  private func snapshot(_ manifest: Manifest, since first: Int) -> Snapshot {
    var snapshot = Snapshot(lastSequence: manifest.nextEvent - 1, lastClaim: manifest.lastClaim)
    for segment in manifest.segments[first...] {
      snapshot.articles += segment.articles
      snapshot.events += segment.events
      snapshot.bytes += segment.bytes
    }
    return snapshot
  }

  private func writeSegments(_ view: StoreView, _ now: Timestamp, _ manifest: inout Manifest) throws(SystemError) {
    var lines: [UInt8] = []
    for index in view.firstBlock(endingAfter: manifest.nextArticle, \.endArticle)..<view.blockCount {
      let block = view.block(index)
      lines += block.lines(from: manifest.nextArticle, to: block.endArticle)
      if lines.count >= Self.segmentBytes || index == view.blockCount - 1 {
        let segment = Manifest.Segment(
          file: manifest.takeFileName(), bytes: lines.count, checksum: Checksum.hex(lines),
          articles: block.endArticle - manifest.nextArticle, events: block.endEvent - manifest.nextEvent,
          firstArticle: manifest.nextArticle, firstEvent: manifest.nextEvent, written: now)
        manifest.segments.append(segment)
        manifest.nextArticle = block.endArticle
        manifest.nextEvent = block.endEvent
        try files.create(folder / FilePath(segment.file), bytes: lines, mode: 0o640)
        lines.removeAll()
      }
    }
    manifest.lastClaim = max(manifest.lastClaim, view.lastClaim)
  }

  /// Removes segments that no manifest names; one that cannot be removed is moved aside at the next start.
  func removeSegments(_ segments: ArraySlice<Manifest.Segment>) {
    for segment in segments { try? files.remove(folder / FilePath(segment.file)) }
  }
}
