/// The labels a model predicts, in the order of its outputs.
struct LabelInventories {
  let xpos: [XPOS]
  let upos: [UPOS]
  let relations: [Relation]
  let names: [NameTag]

  init(_ file: ModelFile) throws(ModelError) {
    xpos = try unsafe file.lines("labels.xpos").map { XPOS(rawValue: $0) ?? .xx }
    upos = try unsafe file.lines("labels.upos").map { UPOS(rawValue: $0) ?? .x }
    relations = try unsafe file.lines("labels.relations").map { Relation(lenient: $0) }
    let tags = try unsafe file.lines("labels.names").map { NameTag($0) }
    names = tags.compactMap(\.self)
    guard names.count == tags.count, !xpos.isEmpty, !upos.isEmpty, relations.contains(.root) else {
      throw .tensor("labels")
    }
  }
}

/// A token's place in a name: outside, or beginning, inside, end or the whole of a name of one class.
struct NameTag: Equatable {
  enum Part: Character { case outside = "O", begin = "B", inside = "I", end = "E", single = "S" }

  let part: Part
  let label: NameSpan.Label

  init?(_ text: String) {
    guard let first = text.first, let part = Part(rawValue: first) else { return nil }
    self.part = part
    let name = text.dropFirst(2)
    guard part == .outside || NameSpan.Label.allCases.contains(where: { $0.name == name }) else { return nil }
    label = NameSpan.Label.allCases.first { $0.name == name } ?? .other
  }
}
