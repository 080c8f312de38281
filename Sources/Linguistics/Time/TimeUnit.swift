/// A unit of the calendar or the clock.
enum TimeUnit: Int, Sendable {
  case second, minute, hour, day, week, fortnight, weekend, month, quarter, half, year, decade, century

  /// The TIMEX3 duration of so many of it; nil counts as "some": `P3D`, `PT2H`, `PXW`.
  func duration(_ count: Int?, andHalf: Bool = false) -> String {
    if andHalf, let count { return halfDuration(count) }
    func number(_ factor: Int = 1) -> String { count.map { String($0 * factor) } ?? "X" }
    return switch self {
    case .second: "PT\(number())S"
    case .minute: "PT\(number())M"
    case .hour: "PT\(number())H"
    case .day: "P\(number())D"
    case .week: "P\(number())W"
    case .fortnight: "P\(number(2))W"
    case .weekend: "P\(number())WE"
    case .month: "P\(number())M"
    case .quarter: "P\(number())Q"
    case .half: "P\(number(6))M"
    case .year: "P\(number())Y"
    case .decade: count == nil ? "PXE" : "P\(number(10))Y"
    case .century: count == nil ? "PXC" : "P\(number(100))Y"
    }
  }

  /// The duration of so many hundredths of it; nil for units whose parts have no notation.
  func duration(hundredths: Int) -> String? {
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    func parts(_ large: String, _ small: String, _ size: Int) -> String {
      let count = rest * size / 100
      return (whole > 0 ? "\(whole)\(large)" : "") + (count > 0 ? "\(count)\(small)" : "")
    }
    let decimal = rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(padded(rest, 2))"
    return switch self {
    case .hour where rest * 60 % 100 == 0: "PT" + parts("H", "M", 60)
    case .minute where rest * 60 % 100 == 0: "PT" + parts("M", "S", 60)
    case .year where rest * 12 % 100 == 0: "P" + parts("Y", "M", 12)
    case .hour: "PT\(decimal)H"
    case .minute: "PT\(decimal)M"
    case .second: "PT\(decimal)S"
    case .day: "P\(decimal)D"
    case .week: "P\(decimal)W"
    case .month: "P\(decimal)M"
    case .year: "P\(decimal)Y"
    case .century: "P\(hundredths)Y"
    case .decade where hundredths % 10 == 0: "P\(hundredths / 10)Y"
    default: nil
    }
  }

  /// A half more than `count`: "two and a half years".
  private func halfDuration(_ count: Int) -> String {
    switch self {
    case .minute: "PT\(count)M30S"
    case .hour: count == 0 ? "PT30M" : "PT\(count)H30M"
    case .day: count == 0 ? "PT12H" : "P\(count)DT12H"
    case .year: count == 0 ? "P6M" : "P\(count)Y6M"
    case .decade: "P\(count * 10 + 5)Y"
    case .century: "P\(count * 100 + 50)Y"
    default: "P\(count).5\(letter)"
    }
  }

  private var letter: String {
    switch self {
    case .week, .fortnight: "W"
    case .month: "M"
    default: "Q"
    }
  }
}
