import Glibc
import Linguistics

/// Whom a pronoun means: of the mentions before it that it may mean, the one of the greatest weight.
///
/// The weights of persons and of several are those of a log-linear model, learned on the coreference of the training texts of GUM's free part
/// (news, biographies, interviews, speeches and courts; 828 and 297 pronouns) and rounded; `newsbench eval` measures what they do on texts held out.
extension EntityBuilder {
  /// The mention that a pronoun looks back on; nil where nothing answers, or nothing surely enough.
  func antecedent(of head: Int, _ wanted: Wanted) -> Past? {
    let pronoun = Pronoun(head, in: self)
    let timesNamed = timesNamed(before: head, wanted)
    var candidates: [(past: Past, weight: Double)] = []
    for past in history.reversed() where past.head < head {
      // What is quoted between two words of one speaker does not part them.
      let distance = Int(sentenceOfToken[head] - sentenceOfToken[past.head])
      if distance > Self.reach { break }
      guard mayMean(past, wanted, distance), !isBound(past.head, head), !isOwnSpeech(past.head, head) else { continue }
      switch wanted {
      case .person: candidates.append((past, personWeight(past, pronoun, distance, timesNamed)))
      case .thing: candidates.append((past, thingWeight(past, pronoun, distance)))
      case .several:
        // "They will come for us": of those only who speaks knows.
        if pronoun.isQuoted, !isQuoted[past.head] { continue }
        candidates.append((past, severalWeight(past, pronoun, distance, timesNamed)))
      }
    }
    // Of equals the nearer.
    guard let best = candidates.reversed().max(by: { $0.weight < $1.weight }) else { return nil }
    if case .several = wanted {
      // What is not a third sure is rather left open.
      let shares = candidates.map { (entity: $0.past.entity, share: exp($0.weight - best.weight)) }
      let own = shares.filter { $0.entity == best.past.entity }.reduce(0) { $0 + $1.share }
      guard own >= shares.reduce(0, { $0 + $1.share }) / 3 else { return nil }
    }
    return best.past
  }

  /// How often everybody was named before a pronoun, by identity: of persons only as a subject.
  private func timesNamed(before head: Int, _ wanted: Wanted) -> [Int32: Int] {
    if case .thing = wanted { return [:] }
    var times: [Int32: Int] = [:]
    for past in history where past.head < head {
      if case .person = wanted, !past.isSubject { continue }
      times[entities[Int(past.entity)].identity, default: 0] += 1
    }
    return times
  }

  /// So many sentences a pronoun looks back.
  private static let reach = 8

  /// What does not depend on whom the pronoun means.
  private struct Pronoun {
    let head: Int
    let isSubject: Bool
    let isFirst: Bool
    let isPossessive: Bool
    let isQuoted: Bool
    let speaks: Bool
    let paragraph: Int

    init(_ head: Int, in builder: EntityBuilder) {
      let document = builder.document
      self.head = head
      isSubject = document.relations[head].universal == .nsubj
      isFirst = head == 0 || builder.sentenceOfToken[head - 1] != builder.sentenceOfToken[head]
      isPossessive = document.xpos[head] == .prpPossessive
      isQuoted = builder.isQuoted[head]
      speaks = builder.isSpeaker(head)
      paragraph = document.paragraphStart(of: head)
    }
  }

  /// He and she: who was the subject of many sentences, and of the one before; whose a thing is; in the same paragraph.
  private func personWeight(
    _ past: Past, _ pronoun: Pronoun, _ distance: Int, _ timesNamed: [Int32: Int]
  ) -> Double {
    let subjects = timesNamed[entities[Int(past.entity)].identity] ?? 0
    var weight = 0.6 * log2(1 + Double(subjects)) - 0.3 * Double(pronoun.head - past.head) / 25
    if distance > 0 { weight -= 1.27 + 0.34 * Double(distance) }
    if isMainSubject(past.head) { weight += 0.56 + (distance == 1 && pronoun.isFirst ? 1.1 : 0) }
    if past.isSubject, pronoun.isSubject, distance == 1 { weight += 0.7 }
    if document.relations[past.head] == .nmodPossessive { weight += 0.86 }
    if isQuoted[past.head], !pronoun.isQuoted { weight -= 1.47 }
    let spoke = isSpeaker(past.head)
    // "He lied," the mayor said: rather somebody else.
    if pronoun.isQuoted, !isQuoted[past.head], spoke { weight -= 0.7 }
    // Who speaks goes on speaking. Of "he said" the texts of GUM have too few; so much costs nothing there.
    if pronoun.speaks, spoke { weight += 2 + 0.15 * Double(distance) }
    if distance == 0, past.isSubject {
      if isSubjectAbove(past.head, pronoun.head) { weight += spoke ? 1.34 : 0.34 }
      if pronoun.isPossessive { weight += 0.42 }
    }
    if document.paragraphStart(of: past.head) == pronoun.paragraph { weight += 0.98 }
    return weight
  }

  /// They: several humans rather than a body, the subject of the sentence; in the same sentence, at least in the one before.
  private func severalWeight(
    _ past: Past, _ pronoun: Pronoun, _ distance: Int, _ timesNamed: [Int32: Int]
  ) -> Double {
    let entity = entities[Int(past.entity)]
    let mentions = timesNamed[entity.identity] ?? 0
    var weight = 0.47 * log2(1 + Double(mentions)) - 0.75 * Double(pronoun.head - past.head) / 25
    weight -= distance == 1 ? 0.33 : distance == 2 ? 1.51 : 0
    if isMainSubject(past.head) { weight += 1.13 + (distance == 1 && pronoun.isFirst ? 0.97 : 0) }
    if document.relations[past.head].universal == .obl { weight += 0.53 }
    if document.upos[past.head] == .pron { weight += 0.56 }
    if isQuoted[past.head], !pronoun.isQuoted { weight -= 0.54 }
    if distance == 0, past.isSubject, isSubjectAbove(past.head, pronoun.head) { weight += 1 }
    if distance == 0, pronoun.isPossessive, !past.isSubject { weight += 1.39 }
    if document.paragraphStart(of: past.head) == pronoun.paragraph { weight += 0.86 }
    if entity.kind == .people { weight += 1.67 }
    return weight
  }

  /// It: near, and rather a subject. Of these the texts have too few to learn from.
  private func thingWeight(_ past: Past, _ pronoun: Pronoun, _ distance: Int) -> Double {
    var weight = (past.isSubject ? 5 : 0) - 8 * Double(distance) - Double(pronoun.head - past.head) / 25
    if !pronoun.isQuoted, isQuoted[past.head] { weight -= 12 }
    if pronoun.speaks, past.isSubject, isSpeaker(past.head) { weight += 12 + 4 * Double(distance) }
    if pronoun.isFirst || pronoun.speaks, distance == 1, isMainSubject(past.head), !isQuoted[past.head] { weight += 14 }
    if distance == 0, past.isSubject, isSubjectAbove(past.head, pronoun.head) { weight += 30 }
    return weight
  }
}
