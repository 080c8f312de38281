import Linguistics
import NewsModel

/// Makes ACCUSE events of what somebody says against another, whatever the verb of saying: "the minister lied, Berg said";
/// REJECT events of what is said against a claim: "said that the reports were false"; and SUPPORT events of what is said in
/// somebody's praise: "said that the rescuers were heroes".
struct BlameBuilder {
  let builder: EventBuilder

  private var tree: SyntaxTree { builder.tree }

  /// A clause by which somebody is blamed, or a claim denied.
  private struct Charge {
    /// The word that judges.
    let word: Int
    let pattern: Pattern
    let blamed: [Party]
  }

  private static let blame = Pattern(id: "accuse.blame", type: .accuse, modes: ["disapprove"], cameo: "111")
  private static let claim = Pattern(id: "accuse.claim-of", type: .accuse, modes: ["allege"], cameo: "112")
  private static let praise = Pattern(id: "support.praise-of", type: .support, cameo: "051")
  private static let untruth = Pattern(id: "reject.untruth", type: .reject, cameo: "120")

  /// The accusation or denial that an utterance is, by the first of its clauses that is one; nil where none is.
  ///
  /// - Parameter coded: tokens that are events of their own.
  func blame(_ utterance: Utterance, coded: Set<Int>) -> EventDraft? {
    let cue = utterance.cue
    guard utterance.verb == .statement || isAlleging(utterance), !coded.contains(cue),
      let charge = charge(utterance, coded)
    else { return nil }
    let speakers = utterance.speakers.filter { $0.code != nil || $0.name != nil || $0.hasStanding }
    let said = builder.status.status(ofPredicate: cue, isSpeech: true)
    guard !speakers.isEmpty, said == .occurred || said == .ongoing || utterance.kind == .direct else { return nil }
    // Where it is not sure that somebody is blamed, he only says it.
    let draft = draft(utterance, speakers, charge)
    return draft.event.confidence < EventCoder.usualConfidence ? nil : draft
  }

  private func draft(_ utterance: Utterance, _ speakers: [Party], _ charge: Charge) -> EventDraft {
    let cue = telling(utterance)
    let shown = tree.sentence(of: cue).contains(charge.word) ? cue : charge.word
    let pattern = charge.pattern
    let trigger = Trigger(ofVerb: cue, pattern, fillers: builder.circumstanceFillers(cue))
    var event = Event(
      type: pattern.type ?? .accuse, modes: pattern.modes, cameo: pattern.cameo, status: .occurred, actors: speakers,
      recipients: charge.blamed, trigger: builder.quote(builder.document.span(shown)),
      evidence: builder.quote(builder.evidenceSpan(shown)), rule: pattern.id)
    event.time = builder.time(ofSpeech: trigger)
    event.attribution = utterance.attribution(in: builder.document)
    event.contexts = builder.contexts(at: charge.word)
    event.confidence = builder.confidence(of: event, trigger)
    return EventDraft(event: event, trigger: trigger)
  }

  /// "Said that he believes the army lied": what he believes is told by "said".
  private func telling(_ utterance: Utterance) -> Int {
    guard let outer = builder.speech.utterance(at: utterance.cue), outer.verb == .statement,
      outer.speakers.contains(where: { other in utterance.speakers.contains { $0.isSame(as: other) } })
    else { return utterance.cue }
    return outer.cue
  }

  // MARK: What is said against somebody

  private func charge(_ utterance: Utterance, _ coded: Set<Int>) -> Charge? {
    for token in utterance.content {
      guard let judgement = tree.entry(token)?.judgement, !judgement.isEmpty, !coded.contains(token),
        builder.speech.utterance(at: token)?.cue == utterance.cue
      else { continue }
      let praise = judgement.contains(.merit) ? praising(token) : nil
      guard let clause = praise ?? clause(of: token, judgement), !isOpinion(clause, utterance) else { continue }
      // "It is a cover-up, he said of the ministry"
      guard let subject = made(token) ?? subject(of: clause) else {
        let topic = praise == nil && !judgement.subtracting([.untruth, .merit]).isEmpty ? topic(of: utterance) : []
        if !topic.isEmpty { return Charge(word: token, pattern: Self.blame, blamed: topic) }
        continue
      }
      var owners = blamed(subject, utterance)
      if owners.isEmpty, tree.document.upos[subject] == .pron { owners = topic(of: utterance) }
      if judgement.contains(.untruth), builder.lexicon.has(.claims, tree.lemma(subject)) {
        return Charge(word: token, pattern: Self.untruth, blamed: owners)
      }
      if praise != nil {
        guard isPraised(subject, owners),
          !isSuperlative(token) || builder.resolver.isPerson(at: subject)
        else { continue }
        return Charge(word: token, pattern: Self.praise, blamed: owners)
      }
      let isBlame = !judgement.subtracting([.untruth, .merit]).isEmpty
      if isBlame, !owners.isEmpty { return Charge(word: token, pattern: Self.blame, blamed: owners) }
    }
    return claim(utterance, coded)
  }

  /// "said of the ministry", "wrote of the government's plan": of whom it is said.
  private func topic(of utterance: Utterance) -> [Party] {
    let phrase = tree.children(utterance.cue).first { $0 > utterance.cue && tree.preposition($0) == "of" }
    guard let phrase, !utterance.content.contains(phrase) else { return [] }
    return blamed(phrase, utterance)
  }

  /// "The mourners are sure that the army lied, he said": what others think.
  private func isOpinion(_ clause: Int, _ utterance: Utterance) -> Bool {
    guard tree.relation(clause) == .ccomp, let mind = tree.head(clause), mind != utterance.cue,
      tree.child(mind, .cop) != nil, let subject = tree.surfaceSubject(mind), !tree.isFirstPerson(subject)
    else { return false }
    return !builder.parties(at: subject, utterance).contains { party in
      utterance.speakers.contains { $0.isSame(as: party) }
    }
  }

  private func isAlleging(_ utterance: Utterance) -> Bool {
    builder.lexicon.has(.allegings, tree.lemma(utterance.cue))
  }

  /// "Claims that Chile is arming the rebels", "Chile is arming them, Peru alleges": whoever is its subject.
  private func claim(_ utterance: Utterance, _ coded: Set<Int>) -> Charge? {
    let cue = utterance.cue
    guard isAlleging(utterance),
      let verb = tree.child(cue, .ccomp) ?? (tree.relation(cue) == .parataxis ? tree.head(cue) : nil),
      !coded.contains(verb) || isHostile(verb), isTold(verb), let subject = doer(verb)
    else { return nil }
    let owners = blamed(subject, utterance, isDeed: isHostile(verb) || Self.parts.contains(tree.lemma(verb)))
    return owners.isEmpty ? nil : Charge(word: verb, pattern: Self.claim, blamed: owners)
  }

  /// Who does what is claimed: the subject, the agent of a passive ("was hindered by the court"), who is "involved in" it.
  private func doer(_ verb: Int) -> Int? {
    if tree.isVerb(verb), tree.isPassive(verb), !Self.parts.contains(tree.lemma(verb)) {
      return tree.child(verb, .oblAgent)
    }
    if tree.isVerb(verb) || Self.parts.contains(tree.lemma(verb)) { return subject(of: verb) }
    return tree.preposition(verb) == "behind" ? subject(of: verb) : nil
  }

  private static let parts: Set<String> = ["involved", "involve", "complicit", "implicate", "implicated"]

  /// Whether a verb tells of a deed of conflict.
  private func isHostile(_ verb: Int) -> Bool {
    switch builder.triggerAt[verb]?.pattern.type {
    case .assault, .coerce, .threaten, .mobilize, .sanction, .reject: true
    default: false
    }
  }

  /// The verb or predicate of a main clause of what is said, of whose subject a word says something bad.
  private func clause(of token: Int, _ judgement: Judgement) -> Int? {
    if judgement.contains(.virtue), [.obj, .advmod].contains(tree.relation(token)), let verb = tree.head(token),
      Self.efforts.contains(tree.lemma(token)) ? Self.achieving.contains(tree.lemma(verb)) : tree.lemma(verb) == "have",
      lacks(verb, token)
    {
      return isTold(verb) ? verb : nil
    }
    if judgement.contains(.misdeed), let aim = attempt(token) { return isTold(aim) ? aim : nil }
    // "The remark made him unfit for office"
    if judgement.contains(.fault), made(token) != nil, let verb = tree.head(token), !builder.status.isNegated(verb) {
      return isTold(verb) ? verb : nil
    }
    if tree.isVerb(token) {
      let isNegated = builder.status.isNegated(token)
      guard judgement.contains(isNegated ? .duty : .misdeed) else { return nil }
      return isTold(token) ? token : nil
    }
    guard judgement.contains(.fault) || judgement.contains(.untruth), let predicate = predicate(token),
      ["in", nil].contains(tree.preposition(predicate)),
      // "is in danger of closing" is no fault.
      tree.preposition(predicate) == nil || tree.lemma(predicate) != "danger", !builder.status.isNegated(predicate)
    else { return nil }
    return isTold(predicate) ? predicate : nil
  }

  /// "The arrests are an attempt to silence us": the predicate that tells what something is meant to do.
  private func attempt(_ verb: Int) -> Int? {
    guard tree.relation(verb) == .acl, tree.document.xpos[verb] == .vb, let aim = tree.head(verb),
      tree.child(aim, .cop) != nil, Self.aims.contains(tree.lemma(aim)), !builder.status.isNegated(aim)
    else { return nil }
    return aim
  }

  private static let aims: Set<String> = [
    "attempt", "effort", "bid", "ploy", "plot", "scheme", "excuse", "pretext", "campaign", "conspiracy", "way",
  ]

  /// Whom a word of fault is said of as an object: "made him unfit".
  private func made(_ token: Int) -> Int? {
    guard tree.relation(token) == .xcomp, !tree.isVerb(token), let verb = tree.head(token),
      ["make", "render", "leave"].contains(tree.lemma(verb))
    else { return nil }
    return tree.child(verb, .obj)
  }

  /// "the best commander": praise of a person alone.
  private func isSuperlative(_ token: Int) -> Bool { tree.document.xpos[token] == .jjs }

  /// Praise only of what somebody does: to be right or great may be much else.
  private static let weak: Set<String> = [
    "great", "good", "right", "correct", "wise", "tremendous", "remarkable", "fine",
  ]

  /// The clause of a word of praise: "is a hero", "did an excellent job", "made a courageous decision".
  private func praising(_ token: Int) -> Int? {
    if let predicate = predicate(token) {
      guard !Self.weak.contains(tree.lemma(token)) || isSuperlative(token), tree.preposition(predicate) == nil,
        !builder.status.isNegated(predicate), isTold(predicate)
      else { return nil }
      return predicate
    }
    guard tree.relation(token) == .amod, let thing = tree.head(token), tree.relation(thing) == .obj,
      ["job", "work", "decision", "choice", "step", "move", "thing"].contains(tree.lemma(thing)),
      let verb = tree.head(thing),
      ["do", "make", "take"].contains(tree.lemma(verb)), !builder.status.isNegated(verb), isTold(verb)
    else { return nil }
    return verb
  }

  /// Whether those praised are a person or known: "Bergen is a wonderful place" praises nobody.
  private func isPraised(_ subject: Int, _ owners: [Party]) -> Bool {
    if let place = builder.resolver.place(at: subject), place.kind != .country { return false }
    return owners.contains { $0.code != nil || $0.sector != nil }
      || !owners.isEmpty && builder.resolver.isPerson(at: subject)
  }

  /// What is to be done: "has done nothing", "has not done enough".
  private static let efforts: Set<String> = ["nothing", "anything", "little", "enough"]

  /// "has learned nothing", "offers little"
  private static let achieving: Set<String> = ["do", "learn", "achieve", "offer", "deliver", "contribute", "solve"]

  /// "has no credibility", "does not have the courage"
  private func lacks(_ verb: Int, _ thing: Int) -> Bool {
    // "is not doing anything illegal" says nothing bad.
    guard !Self.efforts.contains(tree.lemma(thing)) || tree.child(thing, .amod) == nil else { return false }
    if ["nothing", "little"].contains(tree.lemma(thing)) { return true }
    return builder.status.isNegated(verb) || tree.children(thing).contains { tree.lemma($0).lowercased() == "no" }
  }

  /// The predicate of which a word is the head, one of several, or an adjective: "is corrupt", "are corrupt and lazy", "is a
  /// corrupt man".
  private func predicate(_ token: Int) -> Int? {
    if tree.child(token, .cop) != nil { return token }
    guard let head = tree.head(token), tree.child(head, .cop) != nil else { return nil }
    switch tree.relation(token) {
    case .conj: return token
    case .amod: return tree.isNoun(head) ? head : nil
    default: return nil
    }
  }

  /// Whether a clause is told as fact in the main line of what is said, and not asked, supposed or wished.
  private func isTold(_ verb: Int) -> Bool {
    var top = verb
    for _ in 0..<SyntaxTree.depthLimit {
      guard let head = tree.head(top) else { return isFact(verb) && (top == verb || isFact(top)) }
      switch tree.relation(top) {
      case .conj where tree.isVerb(head) || tree.isPredicate(head): top = head
      // "Strikes are about pay, so the attitude of the union is absurd"
      case .advcl where tree.children(top).contains { $0 < top && tree.lemma($0) == "so" }: top = head
      // "tried to mislead us": the will is blamed like the deed.
      case .xcomp where tree.document.xpos[top] == .vb || tree.document.xpos[top] == .vbg:
        let control = tree.entry(head)?.control
        let isWilled = control != .demanded || Self.wills.contains(tree.lemma(head))
        guard control != .denied, isWilled, !builder.status.isNegated(head) else { return false }
        top = head
      case .root, .ccomp, .parataxis: return isFact(verb) && (top == verb || isFact(top))
      default: return false
      }
    }
    return false
  }

  /// Verbs of what their own subject wants to do: "wants to mislead us".
  private static let wills: Set<String> = ["want", "demand", "seek", "wish"]

  private func isFact(_ verb: Int) -> Bool {
    let told = builder.status.finiteStatus(verb, isSpeech: true)
    let isAsked = tree.sentence(of: verb).suffix(2).contains { tree.lemma($0) == "?" }
    return (told == .occurred || told == .ongoing) && !isAsked
      && !["if", "whether", "unless", "how", "what", "why"].contains(tree.mark(verb) ?? "")
  }

  // MARK: Against whom

  private func subject(of clause: Int) -> Int? {
    let subject = tree.isVerb(clause) ? tree.subject(clause) : tree.surfaceSubject(clause) ?? deedSubject(clause)
    // "It is ridiculous": seldom somebody.
    return subject.flatMap { ["it", "this", "that"].contains(tree.lemma($0).lowercased()) ? nil : $0 }
  }

  /// "What the council is doing is reckless": who does it.
  private func deedSubject(_ predicate: Int) -> Int? { tree.child(predicate, .csubj).flatMap(tree.ownSubject) }

  /// Whose conduct is blamed: the subject's, or whose the thing is that is the subject; nobody where it is the speaker's own.
  ///
  /// - Parameter isDeed: whether a deed of violence is told, which people without a name do too.
  private func blamed(_ subject: Int, _ utterance: Utterance, isDeed: Bool = false) -> [Party] {
    var found = builder.parties(at: subject, utterance)
    if found.isEmpty, tree.isNoun(subject) { found = builder.owners(of: subject) }
    // "the procedures set up by the council"
    if found.isEmpty, tree.isNoun(subject) { found = builder.makers(of: subject) }
    return found.filter { party in
      (party.hasStanding || party.name != nil && isSomebody(party, at: subject) || isDeed && party.code != nil)
        && party.unresolved == nil
        && !utterance.speakers.contains { $0.isSame(as: party) || Self.speaks($0, for: party) }
    }
  }

  /// Whether a name is a person's or of a known country: "the compound is unstable" blames nobody.
  private func isSomebody(_ party: Party, at subject: Int) -> Bool {
    party.code != nil || party.sector != nil || builder.resolver.isPerson(at: subject)
  }

  /// Whether somebody is of the state or body that is named: the spokesman of a ministry for the ministry.
  private static func speaks(_ speaker: Party, for party: Party) -> Bool {
    let isBody = party.role == nil && (party.sector == nil || party.sector == speaker.sector)
    return speaker.code != nil && speaker.code == party.code && isBody && speaker.sector == "GOV" && !isLocal(speaker)
  }

  /// Whether somebody governs a town or district, which may well blame the government of the country.
  private static func isLocal(_ speaker: Party) -> Bool {
    (speaker.role ?? "").lowercased().split(separator: " ").contains { locals.contains(String($0)) }
  }

  private static let locals: Set<String> = [
    "mayor", "councillor", "councilman", "councilwoman", "alderman", "governor", "city", "county", "council",
  ]
}
