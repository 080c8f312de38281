import JSONCoding
package import NewsModel
package import Platform

extension SegmentStore {
  /// What opening a folder found.
  struct Opened {
    var blocks: BlockStack
    var manifest: Manifest
    var leftovers: [FilePath] = []
  }

  /// Opens the store in a folder and restores what it holds; an empty or missing folder becomes an empty store.
  ///
  /// - Parameters:
  ///   - now: written into the manifest of a new store.
  ///   - lock: keeps other processes out as long as the store lives; nil where nobody else can come.
  ///   - progress: told the bytes restored, and of how many, after each segment.
  /// - Throws: `damaged` where a segment or the manifest is not what was written, `failed` where the disk is.
  package static func open(
    _ folder: FilePath, files: any FileSystem = KernelFileSystem(), lock: FolderLock?, now: Timestamp,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StorageError) -> SegmentStore {
    var opened: Opened
    do {
      try files.makeFolder(folder, mode: 0o750)
      let manifest = try readManifest(folder, files, now)
      opened = Opened(blocks: try restore(manifest, folder, files, progress), manifest: manifest)
      for name in manifest.obsolete { try files.remove(folder / FilePath(name)) }
      opened.leftovers = try setAsideLeftovers(manifest, folder, files)
    } catch let error as StorageError {
      throw error
    } catch let error as SystemError {
      throw StorageError(error)
    } catch {
      throw StorageError(.failed, "\(error)")
    }
    return SegmentStore(opened, folder: folder, files: files, lock: lock)
  }

  /// Takes the lock on a folder, which is made if it is missing.
  ///
  /// - Throws: `inUse` with the other's process id.
  package static func lock(_ folder: FilePath) throws(StorageError) -> FolderLock {
    do {
      try KernelFileSystem().makeFolder(folder, mode: 0o750)
      return try FolderLock(folder: folder)
    } catch let error as FolderLock.Held {
      throw StorageError(.inUse, error.description)
    } catch {
      throw StorageError(.failed, "\(error)")
    }
  }

  private static func readManifest(_ folder: FilePath, _ files: any FileSystem, _ now: Timestamp) throws -> Manifest {
    let path = folder / Manifest.fileName
    guard try files.status(of: path) != nil else {
      // A new store gets its manifest before its first segment: segments without one have lost theirs.
      if let segment = try segmentNames(folder, files).min() {
        throw StorageError.damaged(path, "it is missing, but \(segment) is there")
      }
      try files.replaceDurably(path, bytes: Manifest().encoded(written: now))
      return Manifest()
    }
    do {
      return try Manifest(parsing: try files.read(path, limit: 1 << 30))
    } catch let error as JSONError {
      throw StorageError.damaged(path, at: error.offset, error.message)
    }
  }

  private static func restore(
    _ manifest: Manifest, _ folder: FilePath, _ files: any FileSystem, _ progress: (Int, Int) -> Void
  ) throws -> BlockStack {
    let first = manifest.segments.first
    var blocks = BlockStack(
      firstArticle: first?.firstArticle ?? manifest.nextArticle, firstEvent: first?.firstEvent ?? manifest.nextEvent,
      lastClaim: manifest.lastClaim)
    let total = manifest.byteCount
    var done = 0
    // Reading lines is what takes time: each processor reads a segment.
    try Parallel.forEach(manifest.segments.count, threads: Thread.processors) { index in
      let segment = manifest.segments[index]
      return Result { try read(segment, folder / FilePath(segment.file), files) }
    } _: { index, columns in
      blocks.append(try columns.get())
      done += manifest.segments[index].bytes
      progress(done, total)
    }
    return blocks
  }

  /// Reads one segment and checks everything that the manifest says of it.
  private static func read(
    _ segment: Manifest.Segment, _ path: FilePath, _ files: any FileSystem
  ) throws -> BlockColumns {
    guard let size = try files.status(of: path)?.size else {
      throw StorageError.damaged(path, "it is missing, but \(Manifest.fileName) names it")
    }
    guard size == segment.bytes else {
      throw StorageError.damaged(
        path, at: min(size, segment.bytes), "it has \(size) bytes, and had \(segment.bytes) when it was written")
    }
    let bytes = try files.read(path, limit: segment.bytes)
    let isIntact = Checksum.hex(bytes) == segment.checksum
    let columns: BlockColumns
    do {
      columns = try LineIndexer.index(bytes, firstEvent: segment.firstEvent)
    } catch {
      let line = error.position(in: bytes).line
      throw StorageError.damaged(path, at: error.offset, "line \(line): \(error.message)")
    }
    guard isIntact else {
      throw StorageError.damaged(path, "its checksum is not \(segment.checksum) as when it was written")
    }
    guard columns.articles.count == segment.articles, columns.events.count == segment.events else {
      throw StorageError.damaged(
        path,
        "it has \(columns.articles.count) articles and \(columns.events.count) events, "
          + "and should have \(segment.articles) and \(segment.events)")
    }
    return columns
  }

  /// Moves files of an interrupted snapshot out of the way: their articles are still in the spool.
  ///
  /// They are kept, for a manifest put back from a backup would make newer segments look like this.
  private static func setAsideLeftovers(
    _ manifest: Manifest, _ folder: FilePath, _ files: any FileSystem
  ) throws -> [FilePath] {
    let named = Set(manifest.segments.map { FilePath($0.file) })
    let leftovers = try segmentNames(folder, files).filter { !named.contains($0) }.sorted()
    guard !leftovers.isEmpty else { return [] }
    let aside = folder / "leftover"
    try files.makeFolder(aside, mode: 0o750)
    for name in leftovers { try files.rename(folder / name, to: aside / name) }
    try files.syncFolder(aside)
    try files.syncFolder(folder)
    return leftovers
  }

  /// Names of segments in the folder, whether or not the manifest has them.
  private static func segmentNames(_ folder: FilePath, _ files: any FileSystem) throws(SystemError) -> [FilePath] {
    try files.names(in: folder).filter {
      $0.bytes.starts(with: "segment-".utf8) && $0.bytes.suffix(6).elementsEqual(".jsonl".utf8)
    }
  }
}
