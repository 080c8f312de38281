import Linguistics
import NewsModel

// Titles that stand behind a name: "Anna Berg, mayor of Oslo", "the minister, Anna Berg".
extension EntityBuilder {
  /// An apposition after a name: "Olga Stefanishyna, one of Ukraine's four deputy prime ministers".
  mutating func assignApposition(_ token: Int, to person: Int32) {
    var head = token
    if names.role(at: head) == nil || names.role(at: head)?.role.kind == .quantity {
      let counted = reader.index.children(of: token).first { reader.preposition(of: $0) == "of" }
      guard let counted else {
        assignNationality(byAppositionAt: token, to: person)
        return
      }
      head = counted
    }
    guard let role = names.role(at: head), self.person(at: head) == nil else { return }
    let phrase = reader.phrase(at: head)
    // "currently a member of the Senate"
    if role.role.kind == .members { assignMembership(role, in: phrase, to: person) }
    assignTitle(endingAt: role.tokens.upperBound, of: phrase, to: person)
    // "the deputy leader and finance minister"
    for other in reader.index.children(of: head) where other > head && isOpen(person) {
      guard document.relations[other] == .conj || document.relations[other] == .appos,
        let further = names.role(at: other), further.role.kind == .person, !further.role.isPlural,
        self.person(at: other) == nil
      else { continue }
      assignTitle(endingAt: further.tokens.upperBound, of: reader.phrase(at: other), to: person)
    }
  }

  /// The same by the words alone, for trees that miss it: a comma, then a role before anything that cannot belong to it.
  mutating func assignWrittenApposition(after person: PersonSpan) {
    // "said Anna Berg a lawyer for the union"
    let isLoose = ["a", "an"].contains(
      person.tokens.upperBound < document.tokenCount ? document.word(person.tokens.upperBound) : "")
    var comma = person.tokens.upperBound - (isLoose ? 1 : 0)
    guard comma < document.tokenCount, isLoose || opensApposition(comma) || isCapacity(comma) else { return }
    // "Anna Berg, 41, a lawyer"
    if isAge(behind: comma) { comma += 2 }
    let end = min(comma + 12, document.tokenCount)
    for token in Range(from: comma + 1, upTo: end) {
      if let hit = names.role(at: token), hit.role.kind == .person, let head = hit.tokens.last {
        // "Anna Berg, the student's mother"
        let isPossessor = head + 1 < document.tokenCount && document.xpos[head + 1] == .pos
        if isPossessor || token < head { continue }
        let phrase = reader.phrase(at: reader.head(of: head, within: hit.tokens))
        let range = Range(from: comma + 1, upTo: hit.tokens.upperBound)
        if let title = title(in: range) { assign(title, to: person.entity, in: phrase) }
        return
      }
      switch document.upos[token] {
      case .det, .num, .adj, .noun, .propn, .part: continue
      case .adp where document.bytes(token).elementsEqual("of".utf8): continue
      default: return
      }
    }
  }

  /// Whether a number stands between a comma and another: "Anna Berg, 41, …".
  func isAge(behind comma: Int) -> Bool {
    comma + 2 < document.tokenCount && document.upos[comma + 1] == .num && document.xpos[comma + 2] == .comma
  }

  /// "the departure of Anna Berg as premier": "as" and an office behind a name.
  private func isCapacity(_ token: Int) -> Bool {
    token + 1 < document.tokenCount && document.word(token) == "as" && names.role(at: token + 1)?.role.isOffice == true
  }

  /// A comma, a dash or a bracket behind a name.
  private func opensApposition(_ token: Int) -> Bool {
    switch document.xpos[token] {
    case .comma, .leftBracket: true
    default: ["-", "--", "–", "—"].contains(document.form(token))
    }
  }

  /// "King Nut Companies": whether a role word only begins the name of a body.
  private func isInsideBody(_ role: Range<Int>) -> Bool {
    guard let name = names.name(at: role.lowerBound), name.label == .organisation else { return false }
    return name.tokens.upperBound > role.upperBound
  }

  /// "said a spokeswoman for the tax office, Anna Berg": a title with a comma between it and the name.
  mutating func assignTitleBeforeComma(to person: PersonSpan) {
    let comma = person.tokens.lowerBound - 1
    guard comma > 1, document.xpos[comma] == .comma else { return }
    let sentence = sentenceOfToken[comma]
    let end = person.tokens.upperBound
    guard end >= document.tokenCount || document.upos[end] == .punct || document.relations[end] != .appos else {
      return
    }
    for token in Range(from: max(0, comma - 10), upTo: comma).reversed() {
      guard sentenceOfToken[token] == sentence, document.upos[token] != .punct, document.upos[token] != .verb else {
        return
      }
      // "one of the minister's daughters, Anna Berg"
      if document.xpos[token] == .pos { return }
      guard let hit = names.role(at: token), hit.role.kind == .person, !isInsideBody(hit.tokens) else { continue }
      guard !hit.role.isPlural else { return }
      guard self.person(at: token) == nil else { continue }
      let head = reader.head(of: hit.tokens.upperBound - 1, within: hit.tokens)
      var phrase = reader.phrase(at: head)
      // "The Bergen Health Council's chief executive, Anna Berg", whatever the tree makes of it
      let mark = phrase.tokens.lowerBound - 1
      if mark > 0, document.xpos[mark] == .pos, sentenceOfToken[mark] == sentence, let owner = nameRange(at: mark - 1) {
        phrase.tokens = owner.lowerBound..<phrase.tokens.upperBound
      }
      if let title = title(in: phrase.tokens.lowerBound..<hit.tokens.upperBound) {
        assign(title, to: person.entity, in: phrase)
      }
      return
    }
  }
}
