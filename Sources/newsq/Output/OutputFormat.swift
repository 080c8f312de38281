/// How an answer is printed.
enum OutputFormat: String, CaseIterable {
  /// For people: columns as wide as the terminal.
  case table
  /// The daemon's answer as one JSON text, laid out over lines.
  case json
  /// One JSON value a line.
  case lines = "jsonl"
  /// RFC 4180, with a line of names first.
  case csv
  /// Events as the PLOVER 0.8 manual has them, one JSON value a line.
  case plover
}
