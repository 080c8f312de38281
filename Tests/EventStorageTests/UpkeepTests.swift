import EventStorage
import NewsModel
import Platform
import Testing

private let folder: FilePath = "/state"

private func open(_ files: FaultyFileSystem) throws -> SegmentStore {
  try SegmentStore.open(folder, files: files, lock: nil, now: noon)
}

/// Noon, some days later.
private func day(_ number: Int) -> Timestamp { Timestamp(seconds: noon.seconds + number * 86_400) }

/// Stores articles, one snapshot each.
private func store(_ numbers: ClosedRange<Int>, in segments: SegmentStore, at time: Timestamp) throws {
  for number in numbers {
    try segments.store.append(coded(number, claim: number, [event(), event()]))
    _ = try segments.snapshot(segments.store.view(), now: time)
  }
}

private func ids(_ segments: SegmentStore) throws -> [String] {
  try segments.store.view().everything().map(\.article.id)
}

@Suite("Merging segments")
struct MergeTests {
  @Test("keeps a day of snapshots in a handful of files, and every byte of it") func handful() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    var most = 0
    for number in 1...200 {
      try store(number...number, in: segments, at: noon)
      while try segments.merge(now: noon) > 0 {}
      most = max(most, segments.segmentCount)
    }
    // Sixteen of each size that occurs.
    #expect(most <= 32)
    let before = try segments.store.view().everything()
    let again = try open(files)
    #expect(try again.store.view().everything() == before)
    #expect(again.leftovers == [])
    #expect(files.files.count == again.segmentCount + 1, "nothing but the manifest and what it names is there")
  }

  @Test("makes one file of a day that is over, and does not mix days") func days() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    try store(1...5, in: segments, at: day(0))
    try store(6...7, in: segments, at: day(1))
    try store(8...9, in: segments, at: day(2))
    #expect(try segments.merge(now: day(2)) == 5)
    #expect(try segments.merge(now: day(2)) == 2)
    #expect(try segments.merge(now: day(2)) == 0)
    #expect(segments.segmentCount == 4)
    #expect(try ids(open(files)) == (1...9).map(articleID))
  }

  @Test("writes what memory has, so that a file damaged meanwhile is whole again") func healing() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    try store(1...3, in: segments, at: day(0))
    files.damage(folder / "segment-00000002.jsonl") { $0?[20] ^= 1 }
    #expect(throws: StorageError.self) { try open(files) }
    #expect(try segments.merge(now: day(1)) == 3)
    #expect(try ids(open(files)) == (1...3).map(articleID))
  }

  @Test("goes on after a full disk, and never after a failed one", arguments: [28, 5] as [Int32]) func faults(
    code: Int32
  ) throws {
    for operation in 0..<5 {
      let files = FaultyFileSystem()
      let segments = try open(files)
      try store(1...3, in: segments, at: day(0))
      files.fail(after: operation, code: code)
      let error = #expect(throws: StorageError.self) { try segments.merge(now: day(1)) }
      #expect(try ids(open(FaultyFileSystem(files.files))) == (1...3).map(articleID))
      if error?.kind == .full {
        #expect(try segments.merge(now: day(1)) == 3)
      } else {
        #expect(throws: StorageError.self) { try segments.merge(now: day(1)) }
      }
      #expect(try ids(open(FaultyFileSystem(files.files))) == (1...3).map(articleID))
    }
  }
}

@Suite("Retention")
struct RetentionTests {
  @Test("drops whole old segments, from memory too, and renumbers nothing") func drops() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    try store(1...3, in: segments, at: day(0))
    try store(4...6, in: segments, at: day(5))
    let old = segments.store.view()
    #expect(try segments.drop(writtenBefore: day(0), now: day(5)) == 0)
    #expect(try segments.drop(writtenBefore: day(1), now: day(5)) == 3)
    for view in [segments.store.view(), try open(files).store.view()] {
      #expect(view.articleCount == 3)
      #expect((view.firstSequence, view.lastSequence) == (7, 12))
      #expect(view.article(id: articleID(3)) == nil)
      #expect(view.article(id: articleID(4))?.number == 4)
      #expect(try view.sequences("{}") == Array(7...12))
      #expect(view.lastClaim == 6)
    }
    #expect(old.articleCount == 3 + 3, "who reads an older view still has it")
    #expect(files.files.count == 4)
  }

  @Test("is not held up for years by what was written while the clock was ahead") func clockAhead() throws {
    let segments = try open(FaultyFileSystem())
    try store(1...1, in: segments, at: day(0))
    try store(2...2, in: segments, at: day(3_650))
    // Nobody knows yet when the second was written.
    #expect(try segments.drop(writtenBefore: day(1), now: day(2)) == 1)
    #expect(try segments.drop(writtenBefore: day(1), now: day(2)) == 0)
    try store(3...3, in: segments, at: day(2))
    #expect(try segments.drop(writtenBefore: day(1), now: day(3)) == 0)
    #expect(try segments.drop(writtenBefore: day(3), now: day(5)) == 2)
    #expect(segments.store.view().articleCount == 0)
  }

  @Test("drops nothing early for what was written while the clock was behind") func clockBehind() throws {
    let segments = try open(FaultyFileSystem())
    try store(1...1, in: segments, at: day(10))
    try store(2...2, in: segments, at: day(-3_650))
    try store(3...3, in: segments, at: day(10))
    #expect(try segments.drop(writtenBefore: day(9), now: day(11)) == 0)
    #expect(try segments.drop(writtenBefore: day(-3_680), now: day(-3_650)) == 0)
    #expect(try ids(segments) == [1, 2, 3].map(articleID))
  }

  @Test("may cut memory anywhere", arguments: [1, 15, 16, 17, 255, 256, 300, 599, 600]) func cuts(count: Int) throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    let articles = randomArticles(600, seed: 71)
    for article in articles[..<count] { try segments.store.append(article) }
    _ = try segments.snapshot(segments.store.view(), now: day(0))
    for article in articles[count...] { try segments.store.append(article) }
    _ = try segments.snapshot(segments.store.view(), now: day(1))
    let whole = try segments.store.view().everything()
    #expect(try segments.drop(writtenBefore: day(1), now: day(1)) == count)
    #expect(try segments.store.view().everything() == Array(whole[count...]))
    // What is gone may come again, and gets new numbers.
    guard case .stored(let record) = try segments.store.append(articles[0]) else {
      Issue.record("a dropped article is still known")
      return
    }
    #expect(record.number == 601)
    _ = try segments.snapshot(segments.store.view(), now: day(2))
    #expect(try open(files).store.view().everything() == (try segments.store.view().everything()))
  }

  @Test("may drop everything") func everything() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    try store(1...2, in: segments, at: day(0))
    #expect(try segments.drop(writtenBefore: day(1), now: day(1)) == 2)
    #expect(segments.store.view().articleCount == 0)
    let again = try open(files)
    #expect(again.store.view().lastSequence == 4)
    try store(3...3, in: again, at: day(1))
    #expect(try open(files).store.view().sequences("{}") == [5, 6])
  }
}

@Suite("Power cuts during upkeep")
struct UpkeepCrashTests {
  @Test("leave a store that opens, with all articles of the snapshots, or without the segments that were to go")
  func crash() throws {
    let files = FaultyFileSystem()
    let segments = try open(files)
    try store(1...3, in: segments, at: day(0))
    try store(4...5, in: segments, at: day(1))
    let snapshots = files.crashStates.count
    _ = try segments.merge(now: day(2))
    _ = try segments.merge(now: day(2))
    let merged = files.crashStates.count
    _ = try segments.drop(writtenBefore: day(1), now: day(2))
    try store(6...6, in: segments, at: day(2))
    for (index, state) in files.crashStates.enumerated() {
      let left = FaultyFileSystem(state)
      let found = try ids(open(left))
      switch index {
      case ..<snapshots: #expect(found == (1..<found.count + 1).map(articleID))
      case ..<merged: #expect(found == (1...5).map(articleID))
      default: #expect([Array(1...5), [4, 5], [4, 5, 6]].contains { $0.map(articleID) == found })
      }
      // Whatever was found stays, and new articles come after it.
      let again = try open(left)
      #expect(try ids(again) == found)
      try store(9...9, in: again, at: day(3))
      #expect(try ids(open(left)) == found + [articleID(9)])
    }
    #expect(files.crashStates.count > 300)
    print("crash states of snapshots, merges and retention tried: \(files.crashStates.count)")
  }
}

@Suite("Manifests of earlier versions")
struct EarlierManifestTests {
  @Test("without times of segments are read, and their segments count as old") func withoutTimes() throws {
    let files = FaultyFileSystem()
    try store(1...2, in: try open(files), at: noon)
    files.damage(folder / "MANIFEST.json") { bytes in
      let text = String(decoding: bytes ?? [], as: UTF8.self)
      let time = ",\"written\":\"\(noon)\"}"
      var body = text.split(separator: ",\"xxh3\":").map(String.init).dropLast().joined(separator: ",\"xxh3\":")
      while let range = body.firstRange(of: time) { body.replaceSubrange(range, with: "}") }
      bytes = Array("\(body),\"xxh3\":\"\(Checksum.hex(Array(body.utf8)))\"}\n".utf8)
    }
    let segments = try open(files)
    #expect(try ids(segments) == [articleID(1), articleID(2)])
    #expect(try segments.drop(writtenBefore: noon, now: noon) == 2)
  }
}
