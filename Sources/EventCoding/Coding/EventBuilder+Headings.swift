import Linguistics
import NewsModel

// Days that stand beside the news in a chronicle or a list of headlines.
extension EventBuilder {
  /// The day that the layout gives what has none of its own: the date that ends a headline ("Rebels free hostages, May 5, 2005"), or
  /// the last one above that fills or begins a line ("April 14:"). One such line alone may only be the date of the article.
  func dayOfLayout(at token: Int) -> TimeExpression? {
    guard !document.times.isEmpty else { return nil }
    if let own = document.times.last(where: { $0.tokens.lowerBound > token && endsHeadline($0, at: token) }) {
      return own.expression
    }
    let headings = document.times.filter(isHeading)
    guard headings.count > 1 else { return nil }
    return headings.last { $0.tokens.upperBound <= token }?.expression
  }

  /// Whether a date ends a line without a full stop.
  private func endsHeadline(_ time: TimeSpan, at token: Int) -> Bool {
    let line = paragraph(around: token)
    return line.upperBound == time.tokens.upperBound && line.contains(time.tokens.lowerBound) && isPastDay(time)
      && document.upos[time.tokens.lowerBound - 1] == .punct
  }

  /// Whether a date fills a line that others follow, or begins one with a colon behind it.
  private func isHeading(_ time: TimeSpan) -> Bool {
    let line = paragraph(around: time.tokens.lowerBound)
    let end = time.tokens.upperBound
    guard isPastDay(time), (line.lowerBound..<time.tokens.lowerBound).allSatisfy({ document.upos[$0] == .punct }) else {
      return false
    }
    return end < line.upperBound && document.form(end) == ":"
      || line.upperBound < document.tokenCount && (end..<line.upperBound).allSatisfy { document.upos[$0] == .punct }
  }

  private func paragraph(around token: Int) -> Range<Int> {
    let start = document.paragraphStart(of: token)
    return start..<(document.paragraphs.first { $0 > start } ?? document.tokenCount)
  }

  private func isPastDay(_ time: TimeSpan) -> Bool {
    circumstances.isDate(time.expression) && circumstances.isDay(time.expression)
      && !circumstances.isAhead(time.expression)
  }
}
