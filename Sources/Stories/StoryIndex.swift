/// The stories that may still grow, found by the words that tell most of them.
///
/// Bounded: beyond `storyLimit` the story that was longest without an article is closed, and a word leads to the latest
/// `postingLimit` of its stories only.
struct StoryIndex: Sendable {
  private static let storyLimit = 20_000
  private static let postingLimit = 128

  private struct Entry: Sendable {
    var story: OpenStory
    var terms: Set<UInt32>
    /// Number of its last use; an older note in `queue` is void.
    var used: Int
  }

  private var open: [Int: Entry] = [:]
  private var postings: [UInt32: [Int]] = [:]
  /// Uses in their order, by which stories are closed.
  private var queue: [(story: Int, used: Int)] = []
  private var queueStart = 0
  private var uses = 0

  subscript(story: Int) -> OpenStory? { open[story]?.story }

  /// The stories that share at least two of the terms, those that share most first, and of these the latest.
  func candidates(_ terms: [UInt32], limit: Int) -> [Int] {
    var shared: [Int: Int] = [:]
    for term in terms { for story in postings[term] ?? [] { shared[story, default: 0] += 1 } }
    let found = shared.filter { $0.value >= 2 }.sorted { ($1.value, $1.key) < ($0.value, $0.key) }
    return found.prefix(limit).map(\.key)
  }

  mutating func insert(_ story: OpenStory, as number: Int, terms: [UInt32]) {
    open[number] = Entry(story: story, terms: [], used: 0)
    touch(number, terms)
    while open.count > Self.storyLimit { closeOldest() }
  }

  mutating func update(_ number: Int, terms: [UInt32], _ change: (inout OpenStory) -> Void) {
    guard var entry = open.removeValue(forKey: number) else { return }
    change(&entry.story)
    open[number] = entry
    touch(number, terms)
  }

  /// Bytes of all of it, about.
  var byteCount: Int {
    open.values.reduce(0) { $0 + $1.story.byteCount + $1.terms.count * 8 + 64 }
      + postings.values.reduce(0) { $0 + $1.count * 8 + 64 } + queue.count * 16
  }

  private mutating func touch(_ number: Int, _ terms: [UInt32]) {
    uses += 1
    open[number]?.used = uses
    queue.append((number, uses))
    for term in terms where open[number]?.terms.insert(term).inserted == true {
      postings[term, default: []].append(number)
      // The oldest of too many is no longer found by this word.
      if let list = postings[term], list.count > Self.postingLimit {
        postings[term]?.removeFirst()
        open[list[0]]?.terms.remove(term)
      }
    }
    compactQueue()
  }

  private mutating func closeOldest() {
    while queueStart < queue.count {
      let (story, used) = queue[queueStart]
      queueStart += 1
      guard let entry = open[story], entry.used == used else { continue }
      open[story] = nil
      for term in entry.terms {
        postings[term]?.removeAll { $0 == story }
        if postings[term]?.isEmpty == true { postings[term] = nil }
      }
      return
    }
  }

  /// Drops the notes that are void, once they are most.
  private mutating func compactQueue() {
    guard queue.count > 2 * open.count + 1_024 else { return }
    queue = queue[queueStart...].filter { open[$0.story]?.used == $0.used }
    queueStart = 0
  }
}
