import Linguistics
import NewsModel

extension Circumstances {
  /// How many sentences back a day still holds.
  private static let reach: Int32 = 2

  /// The day of which a paragraph tells: "On 12 March he entered the house. He shot four people."
  ///
  /// Holds for a main clause in the simple past, behind a sentence whose own deed is dated. A day on which something was only said
  /// dates the words and not the deed.
  func narrativeTime(of trigger: Trigger) -> TimeExpression? {
    guard let verb = trigger.predicate, tree.isSimplePast(verb), isMain(verb),
      tree.entry(verb)?.speechVerb == nil
    else { return nil }
    let document = tree.document
    let paragraph = document.paragraphs.last { $0 <= verb } ?? 0
    let number = tree.sentences[verb]
    let dated = document.times.last { time in
      let token = time.tokens.lowerBound
      guard token >= paragraph, tree.sentences[token] < number, number - tree.sentences[token] <= Self.reach else {
        return false
      }
      let clause = tree.clause(of: token)
      return isDate(time.expression) && isMain(clause) && tree.isSimplePast(clause)
        && tree.entry(clause)?.speechVerb == nil && time.expression.range != nil
    }
    return dated?.expression ?? leadTime(of: trigger)
  }

  /// The day that the article's first sentence gives its own deed, for violence and protest told later without a day: they are
  /// parts of what the article is about.
  private func leadTime(of trigger: Trigger) -> TimeExpression? {
    let type = trigger.pattern.type
    let document = tree.document
    guard type == .assault || type == .protest, let day = document.date, let lead = document.sentences.first else {
      return nil
    }
    let dated = document.times.first { time in
      guard lead.contains(time.tokens.lowerBound), isDate(time.expression), let range = time.expression.range,
        range.end <= Timestamp(day), range.start >= Timestamp(day.adding(days: -7))
      else { return false }
      let clause = tree.clause(of: time.tokens.lowerBound)
      return isMain(clause) && tree.isSimplePast(clause) && tree.entry(clause)?.speechVerb == nil
    }
    return dated?.expression
  }

  /// Whether a verb is that of its sentence, or joined to it.
  func isMain(_ verb: Int) -> Bool {
    switch tree.relation(verb) {
    case .root: true
    case .conj: tree.head(verb).map { tree.relation($0) == .root } ?? false
    default: false
    }
  }
}
