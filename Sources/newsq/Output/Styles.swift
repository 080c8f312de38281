/// How words look on a terminal: codes of ECMA-48, or nothing where colour is not wanted.
struct Styles {
  enum Style: Int {
    case plain, bold, dim, underlined
    case red, green, yellow, blue, magenta, cyan
    case strongRed, strongGreen

    /// Parameters of Select Graphic Rendition.
    var code: String {
      switch self {
      case .plain: "0"
      case .bold: "1"
      case .dim: "2"
      case .underlined: "4"
      case .red: "31"
      case .green: "32"
      case .yellow: "33"
      case .blue: "34"
      case .magenta: "35"
      case .cyan: "36"
      case .strongRed: "1;31"
      case .strongGreen: "1;32"
      }
    }
  }

  let enabled: Bool

  init(enabled: Bool) { self.enabled = enabled }

  /// The text in a style.
  func apply(_ style: Style, _ text: String) -> String {
    enabled && style != .plain && !text.isEmpty ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
  }
}
