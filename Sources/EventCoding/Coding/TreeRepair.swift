import Linguistics

/// Mends trees that cannot be right: a second subject behind its verb, two objects, a past tense joined to an infinitive.
///
/// A parser errs; what every reader sees at once need not be lost for it. Each rule asks for a shape that no correct tree has,
/// so that right trees stay as they are.
struct TreeRepair {
  /// The document with its impossible attachments mended.
  static func repaired(_ document: Document, _ lexicon: Lexicon) -> Document {
    var repair = TreeRepair(document, lexicon)
    for sentence in document.sentences { repair.mend(sentence.clamped(to: 0..<document.tokenCount)) }
    return repair.document
  }

  let lexicon: Lexicon
  var document: Document
  /// First token before each verb that is its subject, and first object behind it; −1 for none.
  var subjects: [Int32]
  var objects: [Int32]
  /// Whether a preposition hangs on each token.
  var hasPreposition: [Bool]

  private init(_ document: Document, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    self.document = document
    subjects = Array(repeating: -1, count: document.tokenCount)
    objects = subjects
    hasPreposition = Array(repeating: false, count: document.tokenCount)
  }

  private mutating func mend(_ sentence: Range<Int>) {
    mendHeadless(sentence)
    for token in sentence {
      switch document.upos[token] {
      case .punct: mendHyphen(token, sentence)
      case .verb, .noun: mendPrefix(token)
      default: break
      }
      if document.upos[token] == .verb { mendLemma(token) }
      if document.xpos[token] == .pos { mendOwner(token) }
      let head = Int(document.heads[token])
      guard sentence.contains(head) else { continue }
      switch document.relations[token] {
      case .nsubj where token < head && subjects[head] < 0: subjects[head] = Int32(token)
      case .obj where objects[head] < 0: objects[head] = Int32(token)
      case .case: hasPreposition[head] = true
      default: break
      }
    }
    for token in sentence {
      let head = Int(document.heads[token])
      guard sentence.contains(head) else { continue }
      switch document.relations[token] {
      case .nsubj:
        if !mendPlaceSubject(token, head) { mendSecondSubject(token, head) }
      case .nsubjPassive where token > 0 && document.relations[token - 1] == .nsubjPassive:
        if Int(document.heads[token - 1]) == head { mendTitle(token - 1, token) }
      case .aux where document.upos[token] == .propn: mendNamedAuxiliary(token, head)
      case .appos:
        mendDisplacedObject(token, head)
        mendLostSubject(token, head, sentence)
        mendComplement(token, head)
      case .obj:
        mendSecondObject(token, head)
        mendInvertedSpeaker(token, head, sentence)
      case .iobj: mendInvertedSpeaker(token, head, sentence)
      case .obl:
        mendBareOblique(token, head)
        mendPartner(token, head)
        mendSumInKind(token, head, sentence)
      case .oblUnmarked where token > 0 && document.lemmas[token - 1] == "the" && token == head + 2:
        mendBareOblique(token, head)
      case .nmod, .nmodDescription:
        mendCompany(token, head)
        mendSum(token, head, sentence)
      case .compound: mendPayee(token, head)
      case .amod:
        mendComplement(token, head)
        mendGerund(token, head)
        mendPerfect(token, head, sentence)
        mendSharedSubject(token, head, sentence)
      case .case:
        mendMeasure(token, head)
        mendNamePreposition(token, head)
        mendTitlePreposition(token, head)
      case .acl, .aclRelative:
        mendSaidClause(token, head)
        mendGoverned(token, head)
      case .advcl:
        mendFighting(token, sentence)
        mendGoverned(token, head)
        mendTag(token, head, sentence)
      case .parataxis:
        mendSequel(token, head)
        mendCondition(token, head, sentence)
      case .conj:
        mendJoinedClause(token, head, sentence)
        mendTag(token, head, sentence)
        mendTense(token, head)
        mendInfinitive(token, head)
        mendSpeakers(token, head)
        mendReport(token, head, sentence)
        mendRelative(token, head, sentence)
        mendDegree(token, head)
      default: break
      }
    }
  }

  /// A verb that the lexicon does not know under its lemma, and knows under another of which it may be a form.
  private mutating func mendLemma(_ verb: Int) {
    guard document.lemmas.indices.contains(verb), lexicon.index.numbers(of: document.lemmas[verb]).small < 0,
      let base = VerbForms.base(of: document.form(verb), in: lexicon)
    else { return }
    document.lemmas[verb] = base
  }

  /// "May accused the opposition" with the name as an auxiliary and a month: it is the subject.
  private mutating func mendNamedAuxiliary(_ token: Int, _ verb: Int) {
    guard subjects[verb] < 0, token < verb else { return }
    document.relations[token] = .nsubj
    subjects[verb] = Int32(token)
    document.times.removeAll { $0.tokens == token..<(token + 1) }
  }

  /// "X has accused Y of …" with both as subjects: the one behind the verb is its object.
  private mutating func mendSecondSubject(_ token: Int, _ verb: Int) {
    if token < verb, subjects[verb] >= 0, Int(subjects[verb]) < token {
      let first = Int(subjects[verb])
      if mendSayer(first, token, of: verb) || mendOuterSubject(token, first, of: verb) { return }
      if Self.directions.contains(document.lemmas[first].lowercased()) {
        // "Southwest of Oslo, protesters marched": where they did.
        document.relations[first] = .obl
        subjects[verb] = Int32(token)
        return
      }
      if mendTown(first, before: token) { return }
      let isName = document.upos[token] == .propn && isTitle(first, before: token)
      return isName ? mendTitle(first, token) : mendJoinedSubject(token, first)
    }
    // "a commander said of the troops" with the troops as subject: of whom something is said.
    if token > verb, hasPreposition[token] {
      document.relations[token] = .obl
      return
    }
    guard token > verb, document.upos[verb] == .verb, !mendAskedSubject(token, verb), subjects[verb] >= 0,
      objects[verb] < 0
    else { return }
    document.relations[token] = .obj
    objects[verb] = Int32(token)
  }

  /// "Asked about it, Anna Berg, the minister, said: “We know”" with her as a subject of what is known: she says it.
  private mutating func mendSayer(_ sayer: Int, _ knower: Int, of verb: Int) -> Bool {
    let saying = Int(document.heads[verb])
    guard saying > sayer, saying < knower, document.upos[saying] == .verb, subjects[saying] < 0,
      lexicon.speechVerbs[document.lemmas[saying]] != nil
    else { return false }
    document.heads[sayer] = Int32(saying)
    subjects[saying] = Int32(sayer)
    subjects[verb] = Int32(knower)
    return true
  }

  /// "Officials for the US government and the Russian government will meet" with two subjects: the second is joined to what
  /// stands before "and", to a phrase within the first only where it is of the same kind.
  private mutating func mendJoinedSubject(_ token: Int, _ first: Int) {
    guard
      let joint = (first..<token).last(where: { joint in
        document.relations[joint] == .cc && document.lemmas[joint] != "but"
          && (document.heads[joint] == Int32(token) || document.heads[joint] == document.heads[token])
      }),
      joint > first
    else { return }
    let before = joint - 1
    let isParallel = before > first && document.lemmas[before] == document.lemmas[token]
    document.heads[token] = Int32(isParallel ? before : first)
    document.relations[token] = .conj
  }

  /// "The council called on Rwanda to withdraw." read as a noun with a participle: in a sentence without any other finite verb
  /// the past participle behind the noun is its verb.
  private mutating func mendHeadless(_ sentence: Range<Int>) {
    guard let last = sentence.last, document.form(last) == ".",
      let root = sentence.first(where: { document.heads[$0] < 0 }),
      document.upos[root] == .noun || document.upos[root] == .propn,
      let verb = sentence.first(where: { isBareParticiple($0, of: root) }), verb - root <= 6
    else { return }
    let hasOther = sentence.contains { token in
      switch document.xpos[token] {
      case .vbd, .vbz, .vbp, .md: token != verb
      default: false
      }
    }
    guard !hasOther, verb + 1 < last, document.lemmas[verb + 1] != "by" else { return }
    document.heads[verb] = -1
    document.relations[verb] = .root
    document.xpos[verb] = .vbd
    document.heads[root] = Int32(verb)
    document.relations[root] = .nsubj
    for child in verb + 1..<sentence.upperBound where Int(document.heads[child]) == root {
      document.heads[child] = Int32(verb)
    }
  }

  private func isBareParticiple(_ token: Int, of noun: Int) -> Bool {
    guard document.relations[token] == .acl, token > noun, document.heads[token] >= 0 else { return false }
    let head = Int(document.heads[token])
    let isNear = head == noun || head > noun && Int(document.heads[head]) == noun
    return isNear && (document.xpos[token] == .vbn || document.xpos[token] == .vbd) && document.upos[token] == .verb
  }

  /// "accused police of …" with "police" as a phrase of place or time, but without a preposition: it is the object.
  private mutating func mendBareOblique(_ token: Int, _ verb: Int) {
    guard token > verb, !hasPreposition[token], objects[verb] < 0, document.upos[verb] == .verb,
      document.upos[token] == .noun || document.upos[token] == .propn, !document.isTime(token)
    else { return }
    document.relations[token] = .obj
    objects[verb] = Int32(token)
  }

  /// "killed nine and wounded 42 others" with "wounded" as an adjective: behind "and" and before a number it is a verb.
  private mutating func mendSharedSubject(_ token: Int, _ noun: Int, _ sentence: Range<Int>) {
    let joint = token - 1
    guard document.relations[noun] == .conj, noun > token, joint > sentence.lowerBound,
      document.relations[joint] == .cc, document.xpos[token] == .vbn || document.xpos[token] == .vbd,
      document.upos[token] == .verb, document.upos[token + 1] == .num || document.upos[token + 1] == .det
    else { return }
    let first = Int(document.heads[noun])
    guard sentence.contains(first), document.relations[first] == .obj else { return }
    let verb = Int(document.heads[first])
    guard sentence.contains(verb), document.upos[verb] == .verb else { return }
    document.heads[token] = Int32(verb)
    document.relations[token] = .conj
    document.heads[joint] = Int32(token)
    document.heads[noun] = Int32(token)
    document.relations[noun] = .obj
    objects[token] = Int32(noun)
  }

  /// "Macron phoned Putin" with the second name as an apposition of the first: what stands behind the verb is its object.
  private mutating func mendDisplacedObject(_ token: Int, _ first: Int) {
    let verb = Int(document.heads[first])
    guard document.relations[first] == .nsubj, first < verb, verb == token - 1, objects[verb] < 0,
      document.upos[verb] == .verb
    else { return }
    document.heads[token] = Int32(verb)
    document.relations[token] = .obj
    objects[verb] = Int32(token)
  }

  /// "offered him condolences" with two objects: the person first is the indirect one.
  private mutating func mendSecondObject(_ token: Int, _ verb: Int) {
    let first = Int(objects[verb])
    guard token > first, first > verb else { return }
    if (first..<token).contains(where: { document.xpos[$0] == .comma }), document.upos[token] == .noun {
      // "endorsed Congressman Paul, the party's nominee": one and the same.
      document.heads[token] = Int32(first)
      document.relations[token] = .appos
      return
    }
    // "attacked employee Anna Berg" with title and name as two objects.
    if token - first == 1, !lexicon.has(.twoObjects, document.lemmas[verb]) {
      mendTitle(first, token)
      if document.relations[first] == .nmodDescription { objects[verb] = Int32(token) }
      return
    }
    // "gave the rebels ten days", "gave the army $5 million"
    if lexicon.has(.twoObjects, document.lemmas[verb]) { document.relations[first] = .iobj }
  }

  /// "gave Hamas $5 million" with the name as a part of the sum: who gets it, unless it is the letters of a currency ("US$").
  private mutating func mendPayee(_ token: Int, _ sum: Int) {
    let verb = Int(document.heads[sum])
    guard token < sum, document.form(sum) == "$", document.relations[sum] == .obj, verb >= 0, verb < token,
      lexicon.has(.twoObjects, document.lemmas[verb]), document.upos[token] == .propn || document.upos[token] == .noun,
      document.form(token).count > 3
    else { return }
    document.heads[token] = Int32(verb)
    document.relations[token] = .iobj
  }

  /// "with Peru almost five years after …" with "with" on "years": it belongs to the name right behind it.
  private mutating func mendMeasure(_ token: Int, _ unit: Int) {
    let name = token + 1
    guard name < unit, document.upos[name] == .propn, Int(document.heads[name]) == unit,
      Self.units.contains(document.lemmas[unit]),
      (name + 1..<unit).contains(where: { document.upos[$0] == .num }), token > 0,
      document.upos[token - 1] == .noun || document.upos[token - 1] == .verb
    else { return }
    document.heads[token] = Int32(name)
    document.heads[name] = Int32(token - 1)
    document.relations[name] = document.upos[token - 1] == .verb ? .obl : .nmod
  }

  private static let directions: Set<String> = [
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside", "upstream",
  ]

  private static let units: Set<String> = ["year", "month", "week", "day", "hour", "minute", "decade"]
}
