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
    let paragraph = document.paragraphs.last { $0 <= verb } ?? 0
    let number = tree.sentences[verb]
    let dated = document.times.last { time in
      let token = time.tokens.lowerBound
      guard token >= paragraph, tree.sentences[token] < number, number - tree.sentences[token] <= Self.reach else {
        return false
      }
      return datesDeed(time) && time.expression.range != nil && time.expression.value.utf8.count > 4
    }
    return dated?.expression ?? leadTime(of: trigger)
  }

  /// "The visit comes a day after the mayor resigned": the day counted back from the article's.
  func countedBack(_ trigger: Trigger, _ sentence: Range<Int>) -> TimeExpression? {
    guard let verb = trigger.predicate, let day = document.date else { return nil }
    let counted = document.times.first { time in
      let (start, end) = (time.tokens.lowerBound, time.tokens.upperBound)
      return sentence.contains(end) && end < verb && start > sentence.lowerBound && time.expression.kind == .duration
        && tree.lemma(end) == "after" && tree.lemma(start - 1) == "come"
    }
    guard let counted, let days = Self.days(counted.expression.value) else { return nil }
    let first = (counted.tokens.upperBound..<sentence.upperBound).first(where: tree.isVerb)
    let isShared = tree.head(verb) == first && (tree.document.xpos[verb] == .vbg || tree.relation(verb) == .conj)
    guard first == verb || isShared else { return nil }
    var result = counted.expression
    (result.kind, result.value, result.basis) = (.date, "\(day.adding(days: -days))", .relative)
    return result
  }

  /// The number of a few days: "P2D".
  private static func days(_ value: String) -> Int? {
    guard value.utf8.count == 3, value.hasPrefix("P"), value.hasSuffix("D") else { return nil }
    return Int(value.dropFirst().dropLast())
  }

  /// Whether the last date that a paragraph named before a sentence is three days back or more.
  func isOfPastParagraph(_ verb: Int) -> Bool {
    let paragraph = document.paragraphs.last { $0 <= verb } ?? 0
    let start = tree.sentence(of: verb).lowerBound
    let named = document.times.last { time in
      let token = time.tokens.lowerBound
      return token >= paragraph && token < start && isDate(time.expression) && time.expression.range != nil
    }
    return named.map { isPast($0.expression) } ?? false
  }

  /// "The bomb went off at 3 pm": a time of day alone is on the day of which its paragraph or the article's first sentence tells.
  func onDayTold(_ time: TimeExpression, of trigger: Trigger) -> TimeExpression {
    guard let verb = trigger.predicate, tree.isSimplePast(verb), let today = document.date, isClock(time, today),
      let day = dayOfParagraph(before: verb) ?? leadDay,
      day.value.utf8.count == 10
    else { return time }
    var result = time
    result.value = day.value + time.value.dropFirst(10)
    return result
  }

  /// Whether the words of a time tell an hour and no day, so that it was counted as one of the article's day.
  private func isClock(_ time: TimeExpression, _ today: CalendarDate) -> Bool {
    guard time.kind == .time, time.endValue == nil, time.value.hasPrefix("\(today)T"),
      let span = document.times.first(where: { $0.expression == time })
    else { return false }
    return span.tokens.allSatisfy { token in
      let word = document.word(token)
      return word.utf8.first.map { (48...57).contains($0) } ?? false || Self.hours.contains(word)
    }
  }

  /// Words of a time of day besides its figures.
  private static let hours: Set<String> = [
    "a.m.", "am", "p.m.", "pm", "noon", "midnight", "o'clock", "hours", "local", "time", "gmt", "utc", "at", "about",
    "around", "(", ")", ".", ":",
  ]

  /// The last day that a paragraph gives to a deed before a verb.
  private func dayOfParagraph(before verb: Int) -> TimeExpression? {
    let paragraph = document.paragraphs.last { $0 <= verb } ?? 0
    return document.times.last { time in
      let token = time.tokens.lowerBound
      return token >= paragraph && token < verb && time.expression.kind == .date && datesDeed(time)
    }?.expression
  }

  /// The day that the article's first sentence gives its own deed, for violence and protest told later without a day: they are
  /// parts of what the article is about.
  private func leadTime(of trigger: Trigger) -> TimeExpression? {
    let type = trigger.pattern.type
    return type == .assault || type == .protest ? leadDay : nil
  }

  /// The day of the week before the article's that the first sentence gives its own deed.
  private var leadDay: TimeExpression? {
    guard let day = document.date, let lead = document.sentences.first else { return nil }
    let dated = document.times.first { time in
      guard lead.contains(time.tokens.lowerBound), datesDeed(time), !datesDocument(time),
        let range = time.expression.range
      else {
        return false
      }
      return range.end <= Timestamp(day) && range.start >= Timestamp(day.adding(days: -7))
    }
    return dated?.expression
  }

  /// Whether a date stands in a main clause in the simple past that tells a deed, and not what somebody said.
  private func datesDeed(_ time: TimeSpan) -> Bool {
    // "in the wake of last week's raid": the day of the raid alone.
    guard isDate(time.expression), dated(by: time.tokens, top(of: time.tokens)) == nil else { return false }
    let clause = tree.clause(of: time.tokens.lowerBound)
    return isMain(clause) && tree.isSimplePast(clause) && tree.entry(clause)?.speechVerb == nil
  }

  /// Whether a date stands in a clause that tells of a text: "released a report on Friday".
  private func datesDocument(_ time: TimeSpan) -> Bool {
    tree.children(tree.clause(of: time.tokens.lowerBound)).contains(where: tree.isDocument)
  }

  /// "the 2004 rebellion which ousted the president", "a strike last week that killed six": the date of what the clause is about.
  func timeOfAntecedent(_ trigger: Trigger, _ dates: [TimeSpan]) -> TimeExpression? {
    guard var verb = trigger.predicate else { return timeBeforeClause(trigger.token, dates) }
    if tree.relation(verb) == .conj, let head = tree.head(verb) { verb = head }
    guard tree.relation(verb) == .aclRelative, let noun = tree.head(verb), noun < verb, tree.isNoun(noun)
    else { return nil }
    let pronoun = (noun..<verb).last { tree.isRelativePronoun($0) || tree.lemma($0).lowercased() == "where" }
    guard let pronoun, ["which", "that", "where"].contains(tree.lemma(pronoun).lowercased()) else { return nil }
    return dates.first { isAttribute($0.tokens, of: noun) || $0.tokens.upperBound == pronoun }?.expression
  }

  /// "the raid on a farm on Monday that killed six": right before a clause that describes a noun, the day is that of the noun.
  private func timeBeforeClause(_ noun: Int, _ dates: [TimeSpan]) -> TimeExpression? {
    guard let clause = tree.child(noun, .aclRelative), let subject = tree.ownSubject(clause),
      tree.isRelativePronoun(subject)
    else { return nil }
    return dates.first { $0.tokens.upperBound == subject && $0.tokens.lowerBound > noun }?.expression
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
