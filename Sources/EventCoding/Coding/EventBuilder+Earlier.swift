import Linguistics
import NewsModel

// What the form of the words tells as done before, or again and again.
extension EventBuilder {
  /// Whether a verb's own form says that no single day is meant, or one that nobody knows.
  func isOfNoDay(_ verb: Int, _ trigger: Trigger) -> Bool {
    isRepeated(verb) || isSaidToHaveDone(verb, trigger) || isTimeSpent(verb) || isToldByText(verb, trigger)
      || isWhileDone(verb)
  }

  /// "has always claimed": what somebody does whenever he is asked.
  private func isRepeated(_ verb: Int) -> Bool {
    tree.isPresentPerfect(verb)
      && tree.children(verb).contains {
        ["always", "consistently", "repeatedly"].contains(document.word($0))
      }
  }

  /// "is alleged to have shot them", "were said to have met": done before the words, on no day that they tell. Where an article
  /// begins it is the news.
  private func isSaidToHaveDone(_ verb: Int, _ trigger: Trigger) -> Bool {
    var clause = verb
    while tree.relation(clause) == .conj, !tree.hasOwnSubject(clause), let head = tree.head(clause) { clause = head }
    guard trigger.pattern.type != .statement, tree.relation(clause) == .xcomp, let above = tree.head(clause),
      tree.isPassive(above), !isInLead(verb), tree.mark(clause) == "to"
    else { return false }
    return tree.children(clause).contains { tree.relation($0).universal == .aux && tree.lemma($0) == "have" }
  }

  /// "spent four years in prison": a time that is over.
  private func isTimeSpent(_ verb: Int) -> Bool {
    guard ["spend", "serve"].contains(tree.lemma(verb)), tree.isSimplePast(verb) else { return false }
    return document.times.contains { time in
      time.expression.kind == .duration && tree.clause(of: time.tokens.lowerBound) == verb
        && (time.expression.value.hasSuffix("M") || time.expression.value.hasSuffix("Y"))
    }
  }

  /// "The papers show that Norway threatened the town": what a text tells was before it.
  private func isToldByText(_ verb: Int, _ trigger: Trigger) -> Bool {
    guard trigger.pattern.type != .statement, tree.relation(verb) == .ccomp, tree.isSimplePast(verb),
      let above = tree.head(verb), Self.showing.contains(tree.lemma(above)), let subject = tree.ownSubject(above)
    else { return false }
    return tree.isDocument(subject) || ["file", "record", "transcript"].contains(tree.lemma(subject))
  }

  private static let showing: Set<String> = ["show", "reveal", "find", "detail", "describe", "indicate", "suggest"]

  /// "was beaten while held there"
  private func isWhileDone(_ verb: Int) -> Bool {
    tree.relation(verb) == .advcl && document.xpos[verb] == .vbn && tree.auxiliaries(of: verb).isEmpty
      && ["while", "when", "once"].contains(tree.mark(verb) ?? "")
  }
}
