import NewsModel

/// Prints events for people, one after another: in one line each on a wide terminal, in two on a narrow one.
///
/// Columns depend on the terminal alone, so that events that come later stand under those before.
struct EventTable {
  private let output: Output
  private let styles: Styles
  private let width: Int
  private let layout: Layout?

  /// From this width on an event takes one line.
  private static let wide = 140

  /// Widths of the columns of a wide terminal.
  private struct Layout {
    static let (date, status, type, place, id) = (10, 9, 9, 14, 19)
    static let gap = 2
    let who: Int
    let whom: Int
    let evidence: Int

    init(_ width: Int) {
      let rest = width - Self.date - Self.status - Self.type - Self.place - Self.id - 7 * Self.gap
      who = rest * 22 / 100
      whom = rest * 18 / 100
      evidence = rest - who - whom
    }
  }

  init(_ output: Output, width: Int, styles: Styles) {
    self.output = output
    self.styles = styles
    self.width = width
    layout = width >= Self.wide ? Layout(width) : nil
  }

  /// Prints the titles of the columns, where there are columns.
  func printTitles() {
    guard let layout else { return }
    let titles = [
      ("DATE", Layout.date), ("WHO", layout.who), ("TYPE", Layout.type), ("WHOM", layout.whom),
      ("STATUS", Layout.status), ("PLACE", Layout.place), ("EVIDENCE", layout.evidence), ("ID", Layout.id),
    ]
    let cells = titles.map { DisplayText.padded($0.0, to: $0.1) }
    output.line(styles.apply(.bold, cells.joined(separator: "  ").trimmingEnd))
  }

  /// Prints one event.
  func print(_ event: Event) {
    if let layout { printLine(event, layout) } else { printPair(event) }
  }

  private func printLine(_ event: Event, _ layout: Layout) {
    let cells = [
      cell(event.shownDate, Layout.date, .cyan), cell(event.shownActors, layout.who, .plain),
      cell(event.type.rawValue, Layout.type, event.type.style), cell(event.shownRecipients, layout.whom, .plain),
      cell(event.status.rawValue, Layout.status, event.status.style), cell(event.shownPlace, Layout.place, .plain),
      cell(event.excerpt(layout.evidence), layout.evidence, .dim), cell(event.id, Layout.id, .dim),
    ]
    output.line(cells.joined(separator: "  ").trimmingEnd)
  }

  private func cell(_ text: String, _ width: Int, _ style: Styles.Style) -> String {
    let text = DisplayText.shortened(DisplayText.cleaned(text), to: width)
    let padding = String(repeating: " ", count: max(0, width - DisplayText.width(text)))
    return styles.apply(style, text) + padding
  }

  /// Who → TYPE → whom, and below it the evidence and the id.
  private func printPair(_ event: Event) {
    let indent = Layout.date + Layout.gap
    output.line(cell(event.shownDate, indent, .cyan) + headline(event, width - indent))
    let room = max(10, width - indent - Layout.gap - Layout.id)
    let blank = String(repeating: " ", count: indent)
    output.line(
      blank + cell(event.excerpt(room), room, .dim) + "  " + styles.apply(.dim, DisplayText.cleaned(event.id)))
  }

  private func headline(_ event: Event, _ width: Int) -> String {
    let status = event.status == .occurred ? "" : " (\(event.status.rawValue))"
    let type = event.type.rawValue + status
    let recipients = event.shownRecipients.isEmpty ? "" : " → \(event.shownRecipients)"
    let place = event.shownPlace.isEmpty ? "" : " · \(event.shownPlace)"
    let front = event.shownActors.isEmpty ? "" : "\(event.shownActors) → "
    let rest = width - DisplayText.width(type)
    // Where all does not fit, the parties share what the place leaves, and the place gets a quarter at most.
    let placeRoom = min(DisplayText.width(place), max(rest / 4, rest - DisplayText.width(front + recipients)))
    let partyRoom = rest - placeRoom
    let whoRoom = min(DisplayText.width(front), max(partyRoom / 2, partyRoom - DisplayText.width(recipients)))
    let who = front.isEmpty ? "" : shortened(event.shownActors, whoRoom - 3) + " → "
    let whom = shortened(recipients, partyRoom - DisplayText.width(who))
    return who + styles.apply(event.type.style, event.type.rawValue) + styles.apply(event.status.style, status) + whom
      + shortened(place, placeRoom)
  }

  private func shortened(_ text: String, _ width: Int) -> String {
    DisplayText.shortened(DisplayText.cleaned(text), to: width)
  }
}

extension Event {
  /// The day it happened, or the week, month or year; empty where none is told.
  var shownDate: String {
    guard let value = time?.value, TimeRange(timexValue: value) != nil else { return "" }
    return String(value.prefix(10))
  }

  var shownActors: String { actors.map(\.shownName).joined(separator: ", ") }
  var shownRecipients: String { recipients.map(\.shownName).joined(separator: ", ") }
  var shownPlace: String { place.map { $0.name ?? $0.text } ?? "" }
}

extension Event {
  /// As much of the evidence as fits, with the words that made it this event; of a statement, with the first that were said.
  fileprivate func excerpt(_ width: Int) -> String {
    let said = type == .statement ? attribution?.content?.span : nil
    let words = said.map { Span($0.start, min($0.end, $0.start &+ width / 2)) } ?? trigger.span
    let start = max(0, words.start &- evidence.span.start)
    let end = max(start, words.end &- evidence.span.start)
    return DisplayText.excerpt(evidence.text, around: start..<end, to: width)
  }
}

extension Party {
  /// The name people know, else the words of the mention.
  var shownName: String { name ?? text }
}

extension EventType {
  /// Green cooperates, red fights; words are plain, deeds strong or red.
  var style: Styles.Style {
    switch quad {
    case 1: .green
    case 2: .strongGreen
    case 3: .yellow
    default: .strongRed
    }
  }
}

extension EventStatus {
  var style: Styles.Style {
    switch self {
    case .occurred: .plain
    case .ongoing: .bold
    case .scheduled: .blue
    case .possible, .demanded: .magenta
    case .denied: .dim
    }
  }
}

extension String {
  /// Without spaces at the end.
  var trimmingEnd: String {
    var scalars = unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
