import Linguistics
import NewsModel

// Times of day that name no day.
extension Circumstances {
  /// "The bomb went off at 3 pm": a time of day alone is on the day of which its paragraph or the article's first sentence tells.
  func onDayTold(_ time: TimeSpan, of trigger: Trigger) -> TimeExpression {
    guard let verb = trigger.predicate, tree.isSimplePast(verb), let today = document.date, isClock(time, today),
      let day = dayOfParagraph(before: verb, today) ?? leadDay,
      isDay(day)
    else { return time.expression }
    var result = time.expression
    result.value = String(day.value.prefix(10)) + result.value.dropFirst(10)
    return result
  }

  /// Whether the words of a time tell an hour and no day, so that it was counted as one of the article's day.
  private func isClock(_ time: TimeSpan, _ today: CalendarDate) -> Bool {
    let expression = time.expression
    guard expression.kind == .time, expression.endValue == nil, expression.value.hasPrefix("\(today)T") else {
      return false
    }
    return time.tokens.allSatisfy { token in
      let word = document.word(token)
      return word.utf8.first.map { (48...57).contains($0) } ?? false || Self.hours.contains(word)
    }
  }

  /// Words of a time of day besides its figures.
  private static let hours: Set<String> = [
    "a.m.", "am", "p.m.", "pm", "noon", "midnight", "o'clock", "hours", "local", "time", "gmt", "utc", "at", "about",
    "around", "(", ")", ".", ":", "bst", "cet", "cest", "edt", "est", "cdt", "cst", "mdt", "mst", "pdt", "pst", "aest",
    "jst",
    "ist", "eastern", "pacific", "central", "standard",
  ]

  /// The last day that a paragraph gives to a deed before a verb.
  private func dayOfParagraph(before verb: Int, _ today: CalendarDate) -> TimeExpression? {
    let paragraph = document.paragraphStart(of: verb)
    return document.times.last { time in
      let token = time.tokens.lowerBound
      guard token >= paragraph, token < verb, isDay(time.expression), !isClock(time, today) else { return false }
      // "The raid, which came early on Monday, …"
      let clause = tree.clause(of: token)
      return datesDeed(time)
        || tree.relation(clause) == .aclRelative && tree.isSimplePast(clause) && isOfWeek(time.expression)
    }?.expression
  }

  /// The day of the week before the article's that the first sentence gives its own deed.
  var leadDay: TimeExpression? {
    guard let lead = document.sentences.first else { return nil }
    return document.times.first { time in
      lead.contains(time.tokens.lowerBound) && isOfWeek(time.expression) && datesDeed(time) && !datesDocument(time)
    }?.expression
  }
}
