import NewsModel
import Platform

/// Prints one event or article in full.
struct EventPage {
  private let output: Output
  private let styles: Styles
  private let width: Int

  /// Longer lines are hard to read, however wide the terminal is.
  private static let readableWidth = 100

  init(_ invocation: Invocation) {
    output = invocation.output
    styles = invocation.styles
    width = min(invocation.terminal.width, Self.readableWidth)
  }

  /// Prints an event, field by field, and the paragraphs that tell of it.
  func print(_ event: Event, of article: Article) {
    let title = [event.type.rawValue, event.status.rawValue].joined(separator: ", ")
    output.line(styles.apply(.bold, clean(event.id)) + "  " + styles.apply(event.type.style, title))
    for (name, value) in EventFields.all(event) { printField(name, value) }
    output.line()
    printHead(article)
    let told = [event.evidence] + event.mentions
    let text = MarkedText(article.text, marks: marks(event), styles: styles)
    printText(text) { paragraph in told.contains { $0.span.overlaps(paragraph) } }
  }

  /// Prints an article with all evidence marked, and its events.
  func print(_ article: Article, _ events: [Event]) {
    printHead(article)
    let evidence = events.map { MarkedText.Mark(span: $0.evidence.span, style: .underlined, brackets: nil) }
    let triggers = events.map { event in
      MarkedText.Mark(span: event.trigger.span, style: event.type.style, brackets: ("[", " \(event.type.rawValue)]"))
    }
    printText(MarkedText(article.text, marks: evidence + triggers, styles: styles)) { _ in true }
    guard !events.isEmpty else { return }
    output.line()
    let table = EventTable(output, width: width, styles: styles)
    table.printTitles()
    for event in events { table.print(event) }
  }

  private func marks(_ event: Event) -> [MarkedText.Mark] {
    let parties = (event.actors + event.recipients).map { MarkedText.Mark(span: $0.span, style: .cyan) }
    let rest = [event.time?.span, event.place?.span].compactMap { $0 }
      .map { MarkedText.Mark(span: $0, style: .blue) }
    let evidence = MarkedText.Mark(span: event.evidence.span, style: .underlined, brackets: ("»", "«"))
    let trigger = MarkedText.Mark(span: event.trigger.span, style: event.type.style, brackets: ("[", "]"))
    return [evidence] + parties + rest + [trigger]
  }

  private func printHead(_ article: Article) {
    if let title = article.title { output.line(styles.apply(.bold, clean(title))) }
    let date = article.date.map { date in article.dateBasis.map { "\(date) (\($0.rawValue))" } ?? date }
    let parts = [date, article.source, article.url, article.id].compactMap { $0 }
    output.line(styles.apply(.dim, clean(parts.joined(separator: " · "))))
    output.line()
  }

  private func printText(_ text: MarkedText, _ wanted: (Span) -> Bool) {
    for line in text.lines(width: width - 2, wanted: wanted) { output.line(line.isEmpty ? "" : "  " + line) }
  }

  private func printField(_ name: String, _ value: String) {
    let column = 14
    let wrapped = MarkedText(value, marks: [], styles: styles).lines(width: max(20, width - column)).filter {
      !$0.isEmpty
    }
    for (index, line) in wrapped.enumerated() {
      output.line(styles.apply(.dim, DisplayText.padded(index == 0 ? "  \(name)" : "", to: column)) + line)
    }
  }

  private func clean(_ text: String) -> String { DisplayText.cleaned(text) }
}

/// The fields of an event in words.
enum EventFields {
  /// Names and values of what is known, in the order in which one asks: who, to whom, when, where, on whose word.
  static func all(_ event: Event) -> [(name: String, value: String)] {
    var fields: [(String, String)] = []
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { fields.append((name, values.joined(separator: "\n"))) }
    }
    add("who", event.actors.map(words))
    add("to whom", event.recipients.map(words))
    add("when", event.time.map { [words($0)] } ?? [])
    add("where", event.place.map { [words($0)] } ?? [])
    add("how many", event.quantities.map(words))
    add("condition", event.condition.map { ["“\($0.text)”"] } ?? [])
    add("said by", event.attribution.map { [words($0)] } ?? [])
    add("modes", event.modes.isEmpty ? [] : [event.modes.joined(separator: ", ")])
    add("contexts", event.contexts.isEmpty ? [] : [event.contexts.joined(separator: ", ")])
    add("codes", ["CAMEO \(event.cameo), quad \(event.quad), intensity \(event.intensity)"])
    add("confidence", ["\(event.confidence), by the rule \(event.rule)"])
    add("mentions", event.mentions.map { "“\($0.text)”" })
    return fields
  }

  /// `Russia (RUS/GOV), “Moscow”`
  static func words(_ party: Party) -> String {
    let code = [party.code ?? "", party.sector].compactMap { $0 }.joined(separator: "/")
    let name = party.name.map { $0 + (code.isEmpty ? "" : " (\(code))") }
    let quoted = party.name == party.text ? nil : "“\(party.text)”" + (name == nil && !code.isEmpty ? " (\(code))" : "")
    return join([name, quoted, party.role, party.unresolved])
  }

  private static func words(_ time: TimeExpression) -> String {
    let value = time.value.isEmpty ? nil : time.endValue.map { "\(time.value) to \($0)" } ?? time.value
    return join([value, time.text.map { "“\($0)”" }, time.basis.rawValue, time.unresolved])
  }

  private static func words(_ place: Place) -> String {
    let name = place.name.map { $0 + (place.country.map { ", \($0)" } ?? "") }
    let point = place.latitude.flatMap { north in place.longitude.map { east in "\(north), \(east)" } }
    let quoted = place.name == place.text ? nil : "“\(place.text)”"
    return join([name, quoted, place.kind?.rawValue, point.map { "(\($0))" }, place.unresolved])
  }

  private static func words(_ quantity: Quantity) -> String {
    let value = quantity.value.map { (quantity.approximate ? "about " : "") + plain($0) }
    let low = quantity.low.map { "at least " + plain($0) }
    let high = quantity.high.map { "at most " + plain($0) }
    return join(["“\(quantity.text)”", value, low, high, quantity.unit, quantity.counted])
  }

  /// A whole number without its fraction.
  private static func plain(_ number: Double) -> String { Int(exactly: number).map { "\($0)" } ?? "\(number)" }

  private static func words(_ attribution: Attribution) -> String {
    let via = attribution.via.map { "by way of \(words($0))" }
    return join([words(attribution.source), attribution.cue.map { "“\($0)”" }, attribution.kind.rawValue, via])
  }

  private static func join(_ parts: [String?]) -> String { parts.compactMap { $0 }.joined(separator: ", ") }
}
