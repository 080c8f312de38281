/// Finds the best sequence of name tags in which every name that begins also ends (Viterbi).
struct NameDecoder {
  /// For each tag: the tags it may follow.
  private let sources: [[Int]]
  private let tags: [NameTag]
  private let mayStart: [Bool]
  private let mayEnd: [Bool]

  init(tags: [NameTag]) {
    self.tags = tags
    sources = tags.map { tag in
      tags.indices.filter { Self.may(tag, follow: tags[$0]) }
    }
    mayStart = tags.map { $0.part != .inside && $0.part != .end }
    mayEnd = tags.map { $0.part != .inside && $0.part != .begin }
  }

  private static func may(_ tag: NameTag, follow previous: NameTag) -> Bool {
    let goesOn = tag.part == .inside || tag.part == .end
    let open = previous.part == .begin || previous.part == .inside
    return goesOn == open && (!open || tag.label == previous.label)
  }

  /// Memory of a decoder, used again for every sentence.
  struct Scratch {
    fileprivate var back: [UInt8] = []
    fileprivate var previous: [Float] = []
    fileprivate var current: [Float] = []
    fileprivate var path: [Int] = []
  }

  /// Appends the names among tokens whose tag scores are rows of `scores`, `stride` floats apart.
  func decode(
    _ scores: UnsafePointer<Float>, stride: Int, tokens: Range<Int>, scratch: inout Scratch,
    into names: inout [NameSpan]
  ) {
    guard !tokens.isEmpty else { return }
    scratch.back.removeAll(keepingCapacity: true)
    scratch.current.removeAll(keepingCapacity: true)
    for tag in tags.indices { unsafe scratch.current.append(mayStart[tag] ? scores[tag] : -.infinity) }
    for index in 1..<tokens.count {
      unsafe advance(scores + index * stride, &scratch)
    }
    trace(tokens.count, &scratch)
    collect(tokens, scratch.path, into: &names)
  }

  /// One token further: the best way into each of its tags.
  private func advance(_ scores: UnsafePointer<Float>, _ scratch: inout Scratch) {
    swap(&scratch.previous, &scratch.current)
    scratch.current.removeAll(keepingCapacity: true)
    var closed = 0
    for tag in tags.indices where mayEnd[tag] && scratch.previous[tag] > scratch.previous[closed] { closed = tag }
    for tag in tags.indices {
      var best = closed
      if !mayStart[tag] {
        best = sources[tag][0]
        for source in sources[tag] where scratch.previous[source] > scratch.previous[best] { best = source }
      }
      scratch.back.append(UInt8(best))
      unsafe scratch.current.append(scratch.previous[best] + scores[tag])
    }
  }

  /// Follows the best path back from the last token.
  private func trace(_ count: Int, _ scratch: inout Scratch) {
    var tag = 0
    for other in tags.indices where mayEnd[other] && scratch.current[other] > scratch.current[tag] { tag = other }
    scratch.path.removeAll(keepingCapacity: true)
    scratch.path.append(tag)
    for index in stride(from: count - 2, through: 0, by: -1) {
      tag = Int(scratch.back[index * tags.count + tag])
      scratch.path.append(tag)
    }
    scratch.path.reverse()
  }

  private func collect(_ tokens: Range<Int>, _ path: [Int], into names: inout [NameSpan]) {
    var start = tokens.lowerBound
    for (token, tag) in zip(tokens, path.lazy.map { tags[$0] }) {
      if tag.part == .begin || tag.part == .single { start = token }
      if tag.part == .end || tag.part == .single { names.append(NameSpan(tokens: start..<token + 1, label: tag.label)) }
    }
  }
}
