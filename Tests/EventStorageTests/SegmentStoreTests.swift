import EventStorage
import JSONCoding
import NewsModel
import Platform
import TestSupport
import Testing

private let folder: FilePath = "/state"

@Suite("Store on disk")
struct SegmentStoreTests {
  private func open(_ files: FaultyFileSystem) throws -> SegmentStore {
    try SegmentStore.open(folder, files: files, lock: nil, now: noon)
  }

  private func snapshot(_ segments: SegmentStore) throws(StorageError) -> SegmentStore.Snapshot {
    try segments.snapshot(segments.store.view(), now: noon)
  }

  @Test("What was snapshot comes back, and new sequences follow the old")
  func roundTrip() throws {
    let files = FaultyFileSystem()
    let articles = randomArticles(700, seed: 41)
    var segments = try open(files)
    var expected: [CodedArticle] = []
    for piece in [0..<1, 1..<40, 40..<40, 40..<690, 690..<700] {
      for article in articles[piece] { try segments.store.append(article) }
      _ = try snapshot(segments)
      expected = try segments.store.view().everything()
      segments = try open(files)
      #expect(try segments.store.view().everything() == expected)
      #expect(segments.store.view().lastClaim == 2 * piece.upperBound)
    }
    #expect(segments.segmentCount == 4)
    #expect(segments.store.view().articleCount == 700)
    guard case .duplicate = try segments.store.append(articles[3]) else {
      Issue.record("a restored article was stored again")
      return
    }
  }

  @Test("A snapshot writes what is new and tells how much; with nothing new it writes nothing")
  func incremental() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    try segments.store.append(coded(1, claim: 5, [event(), event()]))
    let first = try snapshot(segments)
    #expect((first.articles, first.events, first.lastSequence, first.lastClaim) == (1, 2, 2, 5))
    let before = files.operations
    let nothing = try snapshot(segments)
    #expect((nothing.articles, nothing.events, nothing.bytes, nothing.lastSequence) == (0, 0, 0, 2))
    #expect(files.operations == before)
    try segments.store.append(coded(2, [event()]))
    let second = try snapshot(segments)
    #expect((second.articles, second.events, second.lastSequence, second.lastClaim) == (1, 1, 3, 5))
    #expect(first.bytes == files.files[folder / "segment-00000001.jsonl"]?.count)
    #expect(second.bytes == files.files[folder / "segment-00000002.jsonl"]?.count)
    #expect(segments.byteCount == first.bytes + second.bytes)
  }

  @Test("Nothing is relied on before it is durable: segment, folder, manifest beside, rename, folder")
  func order() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    try segments.store.append(coded(1, [event()]))
    let before = files.log.count
    _ = try snapshot(segments)
    #expect(
      Array(files.log[before...]) == [
        "create segment-00000001.jsonl", "sync state", "create .MANIFEST.json.tmp", "rename .MANIFEST.json.tmp",
        "sync state",
      ])
  }

  @Test("A segment holds one line an article, as any JSON tool reads it")
  func format() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    for article in randomArticles(20, seed: 42) { try segments.store.append(article) }
    _ = try snapshot(segments)
    let bytes = try #require(files.files[folder / "segment-00000001.jsonl"])
    #expect(bytes.last == UInt8(ascii: "\n"))
    let lines = bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let articles = try lines.map { try CodedArticle(parsing: Array($0)) }
    #expect(articles == (try segments.store.view().everything()))
  }

  @Test("Restoring tells its progress to the end")
  func progress() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    for article in randomArticles(5, seed: 43) {
      try segments.store.append(article)
      _ = try snapshot(segments)
    }
    var seen: [Int] = []
    _ = try SegmentStore.open(folder, files: files, lock: nil, now: noon) { done, total in
      #expect(total == segments.byteCount)
      seen.append(done)
    }
    #expect(seen.count == 5)
    #expect(seen == seen.sorted())
    #expect(seen.last == segments.byteCount)
  }

  @Test("Two processes cannot hold one folder, and the second is told who has it")
  func lock() throws {
    let scratch = ScratchFolder()
    let held = try SegmentStore.lock(scratch.path / "state")
    let error = #expect(throws: StorageError.self) { try SegmentStore.lock(scratch.path / "state") }
    #expect(error?.kind == .inUse)
    #expect(error?.description.contains("stop it, or give this one a folder of its own") == true)
    withExtendedLifetime(held) {}
  }

  @Test("On real files a store comes back too")
  func realFiles() throws {
    let scratch = ScratchFolder()
    let path = scratch.path / "state"
    do {
      let segments = try SegmentStore.open(path, lock: try SegmentStore.lock(path), now: noon)
      for article in randomArticles(30, seed: 44) { try segments.store.append(article) }
      _ = try snapshot(segments)
    }
    let segments = try SegmentStore.open(path, lock: try SegmentStore.lock(path), now: noon)
    #expect(segments.store.view().articleCount == 30)
    #expect(try scratch.names(in: "state") == [".lock", "MANIFEST.json", "segment-00000001.jsonl"])
  }
}

@Suite("Store on a failing disk")
struct SegmentFaultTests {
  private let full: Int32 = 28
  private let broken: Int32 = 5

  private func open(_ files: FaultyFileSystem) throws -> SegmentStore {
    try SegmentStore.open(folder, files: files, lock: nil, now: noon)
  }

  /// Runs two snapshots; how far a store came that was opened later is told by its articles: 0, 2 or 3.
  private func run(_ files: FaultyFileSystem) throws {
    let segments = try open(files)
    for number in 1...2 { try segments.store.append(coded(number, [event()])) }
    _ = try segments.snapshot(segments.store.view(), now: noon)
    try segments.store.append(coded(3, [event()]))
    _ = try segments.snapshot(segments.store.view(), now: noon)
  }

  @Test("Whatever a power cut leaves of a run, the store opens with all or none of each snapshot")
  func powerCut() throws {
    let files = FaultyFileSystem()
    try run(files)
    var outcomes: Set<Int> = []
    for state in files.crashStates {
      let left = FaultyFileSystem(state)
      let view = try open(left).store.view()
      #expect([0, 2, 3].contains(view.articleCount))
      outcomes.insert(view.articleCount)
      // Life goes on: what was lost is appended again, and stays.
      let again = try open(left)
      for number in 1...3 { try again.store.append(coded(number, [event()])) }
      _ = try again.snapshot(again.store.view(), now: noon)
      #expect(try open(left).store.view().articleCount == 3)
    }
    #expect(outcomes == [0, 2, 3])
    #expect(files.crashStates.count > 20)
  }

  @Test("A snapshot that returned survives any power cut after it")
  func durability() throws {
    let files = FaultyFileSystem()
    try run(files)
    let returned = FaultyFileSystem(files.files)
    let segments = try open(returned)
    try segments.store.append(coded(4, [event()]))
    _ = try segments.snapshot(segments.store.view(), now: noon)
    for state in returned.crashStates.dropFirst() {
      #expect(try open(FaultyFileSystem(state)).store.view().articleCount >= 3)
    }
  }

  @Test("A full disk at any operation loses nothing, and the next snapshot has it all")
  func diskFull() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    var number = 0
    for operation in [0, 2] {
      number += 1
      try segments.store.append(coded(number, [event()]))
      files.fail(after: operation, code: full)
      let error = #expect(throws: StorageError.self) {
        try segments.snapshot(segments.store.view(), now: noon)
      }
      #expect(error?.kind == .full)
      #expect(error?.description.hasSuffix("No space left on device") == true)
      #expect(try open(FaultyFileSystem(files.files)).store.view().articleCount == number - 1)
      #expect(try segments.snapshot(segments.store.view(), now: noon).articles == 1)
      #expect(try open(FaultyFileSystem(files.files)).store.view().articleCount == number)
    }
  }

  @Test(
    "A failed write or sync is never tried again: every later snapshot fails, and the files still open",
    arguments: 0..<5)
  func diskFailed(operation: Int) throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    try segments.store.append(coded(1, [event()]))
    files.fail(after: operation, code: broken)
    let error = try #require(throws: StorageError.self) { try segments.snapshot(segments.store.view(), now: noon) }
    #expect(error.kind == .failed)
    let before = files.operations
    #expect(throws: error) { try segments.snapshot(segments.store.view(), now: noon) }
    #expect(files.operations == before)
    let left = try open(FaultyFileSystem(files.files)).store.view().articleCount
    // Once the rename was done, the article is there, though nobody was told.
    #expect(left == (operation == 4 ? 1 : 0))
  }

  @Test("A sync that finds the disk full is a failure, for its pages are gone")
  func fullAtSync() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    try segments.store.append(coded(1, [event()]))
    files.fail(after: 1, code: full)
    let error = #expect(throws: StorageError.self) { try segments.snapshot(segments.store.view(), now: noon) }
    #expect(error?.kind == .failed)
  }

  @Test("Segments of an interrupted snapshot are moved aside, and their number is used again")
  func leftovers() throws {
    let files = FaultyFileSystem()
    try run(files)
    files.damage(folder / "segment-00000003.jsonl") { $0 = [1, 2, 3] }
    let segments = try open(files)
    #expect(segments.leftovers == ["segment-00000003.jsonl"])
    #expect(files.files[folder / "leftover" / "segment-00000003.jsonl"] == [1, 2, 3])
    try segments.store.append(coded(4, [event()]))
    _ = try segments.snapshot(segments.store.view(), now: noon)
    #expect(try open(files).leftovers == [])
    #expect(try open(files).store.view().articleCount == 4)
  }
}

@Suite("Damaged stores")
struct SegmentDamageTests {
  private let first = folder / "segment-00000001.jsonl"
  private let second = folder / "segment-00000002.jsonl"
  private let manifest = folder / "MANIFEST.json"
  private let intact: [FilePath: [UInt8]]

  init() throws {
    let files = FaultyFileSystem()
    let segments = try SegmentStore.open(folder, files: files, lock: nil, now: noon)
    for number in 1...2 {
      try segments.store.append(coded(number, claim: number, [event(actors: [party("Moscow", name: "Russia")])]))
      _ = try segments.snapshot(segments.store.view(), now: noon)
    }
    intact = files.files
  }

  /// Opens a damaged copy; the error, which must be there.
  private func failure(_ path: FilePath, _ change: (inout [UInt8]?) -> Void) throws -> StorageError? {
    let files = FaultyFileSystem(intact)
    files.damage(path, change)
    let error = #expect(throws: StorageError.self) {
      try SegmentStore.open(folder, files: files, lock: nil, now: noon)
    }
    #expect(error?.kind == .damaged)
    #expect(error?.description.hasPrefix("\(path) is damaged") == true)
    #expect(error?.description.hasSuffix("start with an empty store: mv /state /state.damaged") == true)
    // Nothing was touched.
    var expected = intact
    change(&expected[path])
    #expect(files.files == expected)
    return error
  }

  @Test("Any changed byte of a segment or the manifest stops the start", arguments: [0, 1])
  func flips(file: Int) throws {
    let path = [second, manifest][file]
    let size = intact[path]?.count ?? 0
    #expect(size > 300)
    for offset in 0..<size {
      _ = try failure(path) { bytes in bytes?[offset] ^= 0x04 }
    }
  }

  @Test("Any cut of a segment or the manifest stops the start", arguments: [0, 1])
  func cuts(file: Int) throws {
    let path = [second, manifest][file]
    for size in 0..<(intact[path]?.count ?? 0) {
      _ = try failure(path) { bytes in bytes = bytes.map { Array($0.prefix(size)) } }
    }
  }

  @Test("The message says what is wrong, and where")
  func messages() throws {
    #expect(try failure(second) { $0 = nil }?.description.contains("it is missing, but MANIFEST.json names it") == true)
    #expect(try failure(second) { $0 = intact[first] }?.description.contains("damaged at byte") == true)
    let size = intact[second]?.count ?? 0
    #expect(
      try failure(second) { $0?.append(10) }?.description
        .contains("at byte \(size): it has \(size + 1) bytes, and had \(size)") == true)
    #expect(
      try failure(second) { $0?[1] = 0 }?.description.contains("at byte 1: line 1: expected a member name") == true)
    #expect(
      try failure(manifest) { $0 = nil }?.description
        .contains("it is missing, but segment-00000001.jsonl is there") == true)
    #expect(
      try failure(manifest) { $0 = Array(#"{"format":2}"#.utf8) }?.description
        .contains("format 2 is not the format 1 of this newsd") == true)
  }
}
