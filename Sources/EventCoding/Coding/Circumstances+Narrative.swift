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
      return datesDeed(time) && time.expression.range != nil
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
      guard lead.contains(time.tokens.lowerBound), datesDeed(time), let range = time.expression.range else {
        return false
      }
      return range.end <= Timestamp(day) && range.start >= Timestamp(day.adding(days: -7))
    }
    return dated?.expression
  }

  /// Whether a date stands in a main clause in the simple past that tells a deed, and not what somebody said.
  private func datesDeed(_ time: TimeSpan) -> Bool {
    guard isDate(time.expression) else { return false }
    let clause = tree.clause(of: time.tokens.lowerBound)
    return isMain(clause) && tree.isSimplePast(clause) && tree.entry(clause)?.speechVerb == nil
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
