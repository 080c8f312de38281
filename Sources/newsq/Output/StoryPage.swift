import NewsModel
import Platform

/// Prints one story in full: its articles, then its events with who tells of them and what changed.
struct StoryPage {
  private let output: Output
  private let styles: Styles
  private let width: Int

  init(_ invocation: Invocation) {
    output = invocation.output
    styles = invocation.styles
    width = invocation.terminal.width
  }

  func print(_ story: Story) {
    output.line(styles.apply(.bold, clean(story.id)) + "  " + clean(story.title ?? ""))
    let days = [story.firstSeen, story.lastSeen == story.firstSeen ? nil : story.lastSeen].compactMap { $0 }
    let parts = [days.joined(separator: " to "), story.sources.joined(separator: ", ")].filter { !$0.isEmpty }
    output.line(styles.apply(.dim, clean(parts.joined(separator: " · "))))
    output.line()
    var articles = Table([
      Table.Column(title: "DATE", style: .cyan), Table.Column(title: "SOURCE", minimum: 8),
      Table.Column(title: "TITLE", minimum: 12), Table.Column(title: "ID", style: .dim),
    ])
    for article in story.articles {
      articles.add([String((article.date ?? "").prefix(10)), article.source ?? "", article.title ?? "", article.id])
    }
    articles.print(to: output, width: width, styles: styles)
    guard !story.events.isEmpty else { return }
    output.line()
    let table = EventTable(output, width: width, styles: styles)
    table.printTitles()
    for told in story.events {
      table.print(told.event)
      printNotes(told)
    }
  }

  /// Below an event: who else tells of it, and what changed.
  private func printNotes(_ told: StoryEvent) {
    if told.mentions.count > 1 {
      let others = told.mentions.map(\.event).filter { $0 != told.event.id }
      let sources = told.sources.isEmpty ? "" : " (\(told.sources.joined(separator: ", ")))"
      note("told \(told.mentions.count) times\(sources): also \(others.joined(separator: ", "))")
    }
    for change in told.changes {
      note("\(change.what): \(change.from), later \(change.to)\(change.day.map { " (\($0))" } ?? ""), \(change.event)")
    }
  }

  private func note(_ text: String) {
    let lines = MarkedText(clean(text), marks: [], styles: styles).lines(width: max(20, width - 6))
    for (index, line) in lines.enumerated() {
      output.line(styles.apply(.dim, (index == 0 ? "    └ " : "      ") + line))
    }
  }

  private func clean(_ text: String) -> String { DisplayText.cleaned(text) }
}
