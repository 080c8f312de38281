import Linguistics
import NewsModel

// Times of day that name no day.
extension Circumstances {
  /// "The bomb went off at 3 pm": a time of day alone is on the day of which its paragraph or the article's first sentence tells.
  func onDayTold(_ time: TimeSpan, of trigger: Trigger) -> TimeExpression {
    guard let verb = trigger.predicate, tree.isSimplePast(verb), let today = document.date, isClock(time, today),
      let day = dayOfParagraph(before: verb) ?? leadDay,
      day.value.utf8.count == 10
    else { return time.expression }
    var result = time.expression
    result.value = day.value + result.value.dropFirst(10)
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
    "around", "(", ")", ".", ":",
  ]

  /// The last day that a paragraph gives to a deed before a verb.
  private func dayOfParagraph(before verb: Int) -> TimeExpression? {
    let paragraph = document.paragraphStart(of: verb)
    return document.times.last { time in
      let token = time.tokens.lowerBound
      return token >= paragraph && token < verb && time.expression.kind == .date && datesDeed(time)
    }?.expression
  }

  /// The day of the week before the article's that the first sentence gives its own deed.
  private var leadDay: TimeExpression? {
    guard let lead = document.sentences.first else { return nil }
    return document.times.first { time in
      lead.contains(time.tokens.lowerBound) && isOfWeek(time.expression) && datesDeed(time) && !datesDocument(time)
    }?.expression
  }
}
