import NewsModel

/// Which way a time expression without a year or week looks.
enum TimeDirection: Sendable {
  case past, future
  /// Nothing tells.
  case unknown
}

/// Reads from the verb that governs a token whether it speaks of the past or the future.
struct TenseReader {
  private let document: Document
  private let hasTree: Bool
  private let hasTags: Bool

  init(_ document: Document) {
    self.document = document
    hasTags = document.xpos.count == document.tokenCount
    hasTree =
      hasTags && document.heads.count == document.tokenCount && document.relations.count == document.tokenCount
  }

  /// The direction of the clause that a token stands in.
  func direction(of token: Int, in sentence: Range<Int>) -> TimeDirection {
    if let direction = fromPreposition(before: token, in: sentence) { return direction }
    if hasTree { return fromTree(token, sentence) }
    return fromWords(token, sentence)
  }

  func tag(_ token: Int) -> XPOS? { hasTags && token < document.xpos.count ? document.xpos[token] : nil }

  // MARK: - Prepositions

  /// "until Friday", "ahead of Wednesday 's talks".
  private func fromPreposition(before token: Int, in sentence: Range<Int>) -> TimeDirection? {
    var previous = token - 1
    while previous >= sentence.lowerBound, previous >= token - 3 {
      let key = hash(previous)
      if Self.forward.contains(key) { return .future }
      if key == Self.of, previous > sentence.lowerBound, hash(previous - 1) == Self.ahead { return .future }
      if !Self.fillers.contains(key) { return nil }
      previous -= 1
    }
    return nil
  }

  private static let forward = HashSet("until till upcoming")
  private static let fillers = HashSet("the early late on at next , of morning afternoon evening midnight noon")
  private static let of = HashSet.hash("of")
  private static let ahead = HashSet.hash("ahead")

  // MARK: - Tree

  /// Climbs to the verb and reads its tense from its tag and its auxiliaries.
  private func fromTree(_ token: Int, _ sentence: Range<Int>) -> TimeDirection {
    var node = token
    for _ in 0..<32 {
      if let cue = adjectiveCue(node, sentence) { return cue }
      if isVerb(node) { return tense(of: node, sentence) }
      let head = Int(document.heads[node])
      guard sentence.contains(head), head != node else { break }
      node = head
    }
    return copularTense(of: node, sentence)
  }

  /// The tense of a noun or adjective that stands with "be". A noun in "-ing" with the present is a verb that the tagger
  /// missed: "is meeting Blinken on Friday".
  private func copularTense(of node: Int, _ sentence: Range<Int>) -> TimeDirection {
    guard let tense = auxiliaryTense(of: node, sentence) else { return .unknown }
    let end = document.span(node).end
    let isGerund = end >= 3 && document.text[end - 3..<end].elementsEqual("ing".utf8)
    return tense == .unknown && isGerund ? .future : tense
  }

  private func isVerb(_ token: Int) -> Bool {
    switch document.xpos[token] {
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz, .md:
      document.relations[token].universal != .amod
    default: false
    }
  }

  /// "scheduled" and "upcoming" in front of a noun, "due to" in front of a verb.
  private func adjectiveCue(_ node: Int, _ sentence: Range<Int>) -> TimeDirection? {
    for child in max(sentence.lowerBound, node - 4)..<node where document.heads[child] == Int32(node) {
      if Self.planned.contains(hash(child)) { return .future }
    }
    return nil
  }

  private static let planned = HashSet("scheduled planned upcoming expected forthcoming due")

  private func tense(of verb: Int, _ sentence: Range<Int>) -> TimeDirection {
    let auxiliary = auxiliaryTense(of: verb, sentence)
    if auxiliary == .future { return .future }
    let isPlan = Self.planning.contains(hash(verb))
    switch document.xpos[verb] {
    case .vbd: return .past
    case .vbn where auxiliary == nil && isDestined(verb, sentence) && isPlanned(verb, sentence): return .future
    case .vbn: return isPlan || auxiliary == .unknown ? .future : .past
    case .vbg: return auxiliary == .unknown ? .future : auxiliary ?? governorTense(of: verb, sentence)
    case .vbz, .vbp: return Self.opening.contains(hash(verb)) ? .future : .unknown
    case .vb where auxiliary == .unknown && isDestined(verb, sentence): return .future
    case .vb: return auxiliary ?? infinitiveTense(of: verb, sentence)
    default: return .unknown
    }
  }

  /// "is to meet", "scheduled to be tried": the infinitive's own "to".
  private func isDestined(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    sentence.clamped(to: verb - 128..<verb).contains {
      document.heads[$0] == Int32(verb) && document.relations[$0].universal == .mark && hash($0) == Self.to
    }
  }

  private static let to = HashSet.hash("to")

  /// "scheduled to be tried"
  private func isPlanned(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    let head = Int(document.heads[verb])
    return sentence.contains(head) && Self.planning.contains(hash(head))
  }

  /// What the auxiliaries and the copula say: `.unknown` stands for the present.
  private func auxiliaryTense(of verb: Int, _ sentence: Range<Int>) -> TimeDirection? {
    var tense: TimeDirection?
    for child in sentence.clamped(to: verb - 128..<verb + 128) where document.heads[child] == Int32(verb) {
      let relation = document.relations[child].universal
      guard relation == .aux || relation == .cop else { continue }
      switch document.xpos[child] {
      case .md: tense = .future
      // "would have met".
      case .vb where tense == .future && Self.having.contains(hash(child)): return .past
      case .vbd: tense = tense ?? .past
      case .vbz, .vbp: tense = tense ?? (Self.having.contains(hash(child)) ? .past : .unknown)
      default: break
      }
    }
    return tense
  }

  /// "is to meet", "plans to meet", "agreed to meet" look forward; "was forced to leave" and "began to leave" do not.
  private func infinitiveTense(of verb: Int, _ sentence: Range<Int>) -> TimeDirection {
    let head = Int(document.heads[verb])
    guard sentence.contains(head) else { return .future }
    return Self.implying.contains(hash(head)) ? .past : .future
  }

  /// "He arrived, meeting …"; "there will be police patrolling": by the noun that a participle describes, too.
  private func governorTense(of verb: Int, _ sentence: Range<Int>) -> TimeDirection {
    var head = Int(document.heads[verb])
    if sentence.contains(head), !isVerb(head) { head = Int(document.heads[head]) }
    guard sentence.contains(head), isVerb(head) else { return .unknown }
    return auxiliaryTense(of: head, sentence) ?? (document.xpos[head] == .vbd ? .past : .unknown)
  }

  private static let planning = HashSet("scheduled planned slated expected due set poised")
  private static let opening = HashSet(
    """
    begins begin starts start opens open ends end closes close expires expire takes take meets meet visits visit \
    hosts host resumes resume
    """)
  private static let having = HashSet("has have 've")
  private static let implying = HashSet(
    """
    forced managed failed refused used allowed able enough first saw seen watched heard made let helped began started \
    continued proceeded went came tried attempted chose
    """)

  // MARK: - Words

  /// Without a tree: the nearest word of tense before the token, else the first after it.
  private func fromWords(_ token: Int, _ sentence: Range<Int>) -> TimeDirection {
    for other in stride(from: token - 1, through: max(sentence.lowerBound, token - 16), by: -1) {
      let key = hash(other)
      if Self.futureWords.contains(key) { return .future }
      if Self.pastWords.contains(key) || endsInEd(other) { return .past }
    }
    for other in token..<min(token + 10, sentence.upperBound) {
      let key = hash(other)
      if Self.futureWords.contains(key) { return .future }
      if Self.pastWords.contains(key) || endsInEd(other) { return .past }
    }
    return .unknown
  }

  private func endsInEd(_ token: Int) -> Bool {
    let span = document.span(token)
    return span.length >= 5 && document.text[span.end - 1] == UInt8(ascii: "d")
      && document.text[span.end - 2] == UInt8(ascii: "e")
  }

  private static let futureWords = HashSet(
    """
    will 'll ’ll wo shall would scheduled slated planned plans expected due set upcoming hopes intends aims vowed \
    pledged
    """)
  private static let pastWords = HashSet(
    """
    said was were had did told met began went came took made held left saw found gave won lost killed struck sent \
    led became hit fell died warned announced
    """)

  private func hash(_ token: Int) -> UInt64 {
    let span = document.span(token)
    return WordTable.hash(document.text, span.start..<span.end)
  }
}

/// A small set of words known by their hashes.
struct HashSet: Sendable {
  private let table: WordTable

  init(_ words: String) { table = WordTable(words: words) }

  func contains(_ hash: UInt64) -> Bool { table[hash] != nil }

  static func hash(_ word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    return WordTable.hash(bytes, 0..<bytes.count)
  }
}
