/// Memory that one worker needs for the network; grows to what the largest batch took and is used again.
package struct NetworkScratch: ~Copyable {
  /// Where the time goes, for benchmarks.
  package var phases = NetworkPhases()

  var features = TokenFeatures()
  var tree = TreeDecoder()
  var names = NameDecoder.Scratch()
  var batch = NetworkBatch()
  var word: [UInt8] = []
  var rows: [UInt16] = []
  var windows: [Int32] = []
  /// Heads of one sentence, 0 being its root.
  var heads: [Int32] = []
  /// Heads of the batch: for each row of the scores the row of its head.
  var allHeads: [Int32] = []

  var states = ScratchBuffer<Float>()
  var bytes = ScratchBuffer<UInt8>()
  var byteScales = ScratchBuffer<Float>()
  var newBytes = ScratchBuffer<UInt8>()
  var newByteScales = ScratchBuffer<Float>()
  var convolved = ScratchBuffer<Float>()
  var scores = ScratchBuffer<Float>()
  var dependents = ScratchBuffer<Float>()
  var governors = ScratchBuffer<Float>()
  var panels = ScratchBuffer<Float>()
  var arcs = ScratchBuffer<Float>()
  var sides = ScratchBuffer<Float>()
  var relations = ScratchBuffer<Float>()

  package init() {}
}

/// Memory aligned for vectors that only grows; its content is lost when it does.
@safe struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutableRawPointer?
  private var capacity = 0

  init() {
    unsafe base = nil
  }

  deinit {
    unsafe base?.deallocate()
  }

  /// Memory for at least `count` elements, uninitialised or as it was left.
  mutating func reserve(_ count: Int) -> UnsafeMutablePointer<Element> {
    if let base = unsafe base, count <= capacity { return unsafe base.assumingMemoryBound(to: Element.self) }
    unsafe base?.deallocate()
    capacity = count
    let fresh = UnsafeMutableRawPointer.allocate(
      byteCount: max(64, count * MemoryLayout<Element>.stride), alignment: 64)
    unsafe base = fresh
    return unsafe fresh.bindMemory(to: Element.self, capacity: count)
  }
}

/// Which rows of the state matrix belong to which sentences.
///
/// Row 0 is zero and stands for everything outside a sentence; each sentence has a row for the root, then one a token.
struct NetworkBatch {
  /// Tokens of each sentence, with the row of its root.
  private(set) var sentences: [(tokens: Range<Int>, root: Int)] = []
  /// Rows in use, row 0 included.
  private(set) var rowCount = 1

  mutating func removeAll() {
    sentences.removeAll(keepingCapacity: true)
    rowCount = 1
  }

  mutating func append(_ tokens: Range<Int>) {
    sentences.append((tokens, rowCount))
    rowCount += tokens.count + 1
  }

  /// For each row but the first: the row itself and its neighbours `dilation` away, 0 where the sentence ends.
  func windows(dilation: Int, into windows: inout [Int32]) {
    windows.removeAll(keepingCapacity: true)
    for (tokens, root) in sentences {
      let last = root + tokens.count
      for row in root...last {
        windows.append(Int32(row - dilation < root ? 0 : row - dilation))
        windows.append(Int32(row))
        windows.append(Int32(row + dilation > last ? 0 : row + dilation))
      }
    }
  }
}
