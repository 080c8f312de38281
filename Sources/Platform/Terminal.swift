import CLinux
import Glibc

/// What a program knows of the terminal it writes to.
package struct Terminal: Sendable {
  package enum Colour: String, Sendable, CaseIterable {
    case auto, always, never
  }

  /// Whether standard output is a terminal.
  package let isTerminal: Bool
  /// Columns; 80 where nobody says.
  package let width: Int
  /// Whether to use colour: as asked, else on a terminal where NO_COLOR is not set (see no-color.org).
  package let usesColour: Bool

  package init(colour: Colour = .auto) {
    isTerminal = isatty(STDOUT_FILENO) == 1
    let columns = Environment["COLUMNS"].flatMap { Int($0) } ?? Int(newsd_terminal_width(STDOUT_FILENO))
    width = columns > 20 ? columns : 80
    switch colour {
    case .always: usesColour = true
    case .never: usesColour = false
    case .auto: usesColour = isTerminal && (Environment["NO_COLOR"] ?? "").isEmpty && Environment["TERM"] != "dumb"
    }
  }
}

/// The environment of the process.
package enum Environment {
  /// A variable's value; nil where it is not set.
  package static subscript(name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
