/// Rows and columns for people.
struct Table {
  struct Column {
    let title: String
    /// Whether numbers stand in it.
    var alignsRight = false
    /// Columns it may shrink to where the terminal is narrow; nil where it may not.
    var minimum: Int?
    var style = Styles.Style.plain
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row with a text for each column.
  mutating func add(_ cells: [String]) { rows.append(cells.map(DisplayText.cleaned)) }

  /// Prints the table as wide as the terminal at most; the last column has no padding.
  func print(to output: Output, width: Int, styles: Styles) {
    let widths = fittingWidths(width)
    let titles = columns.indices.map { cell(columns[$0].title, $0, widths) }
    output.line(styles.apply(.bold, joined(titles).trimmingEnd))
    for row in rows {
      output.line(joined(row.indices.map { styles.apply(columns[$0].style, cell(row[$0], $0, widths)) }))
    }
  }

  private func joined(_ cells: [String]) -> String { cells.joined(separator: "  ") }

  private func cell(_ text: String, _ index: Int, _ widths: [Int]) -> String {
    let text = DisplayText.shortened(text, to: widths[index])
    if index == columns.count - 1, !columns[index].alignsRight { return text }
    return DisplayText.padded(text, to: widths[index], right: columns[index].alignsRight)
  }

  /// The widths that the texts want, the widest of those that may shrink made narrower until the row fits.
  private func fittingWidths(_ width: Int) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(DisplayText.width(columns[index].title)) { max($0, DisplayText.width($1[index])) }
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0 {
      let shrinkable = columns.indices.filter { widths[$0] > columns[$0].minimum ?? .max }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
