import NewsModel
import Platform

/// One command: a table of these is parser, help and completion in one.
struct Command: Sendable {
  let name: String
  /// What stands after the name, besides options: "ID", "[FILE|-]...".
  var operands = ""
  /// One sentence for the list of commands.
  let summary: String
  /// Options of this command alone.
  var options: [Option] = []
  /// Whether it takes the filters of events.
  var takesFilters = false
  /// Further help: paragraphs.
  var details: [String] = []
  /// Command lines that show what it is for.
  var examples: [String] = []
  let run: @Sendable (Invocation) throws(Ending) -> Void

  /// All options it takes.
  var allOptions: [Option] { options + (takesFilters ? Self.filterOptions : []) + Self.commonOptions }

  /// Options that every command takes.
  static let commonOptions: [Option] = [
    Option(
      "output", letter: "o", value: "FORMAT",
      "table, json, jsonl or csv; the default is table on a terminal and jsonl in a pipe."),
    Option("color", value: "WHEN", "auto, always or never; auto colours on a terminal where NO_COLOR is not set."),
    Option(
      "socket", value: "PATH",
      "Socket of newsd; else $NEWSD_SOCKET, /run/newsd/newsd.sock or $XDG_RUNTIME_DIR/newsd/newsd.sock."),
    Option("timeout", value: "SECONDS", "How long to wait for an answer; the default is 60."),
    Option("help", letter: "h", "Show help."),
    Option("version", letter: "V", "Show the version."),
  ]

  /// One option for each member of a filter.
  static let filterOptions: [Option] = EventFilter.Member.allCases.map { member in
    Option(
      optionName(member), value: placeholder(member), repeats: member.isList,
      member.summary.prefix(1).uppercased() + member.summary.dropFirst() + ".")
  }

  /// `min-confidence` for `min_confidence`.
  static func optionName(_ member: EventFilter.Member) -> String {
    member.rawValue.split(separator: "_").joined(separator: "-")
  }

  private static func placeholder(_ member: EventFilter.Member) -> String {
    switch member {
    case .type: "TYPE"
    case .status: "STATUS"
    case .actor, .recipient, .speaker: "WHO"
    case .country: "CODE"
    case .place, .source: "NAME"
    case .article: "ID"
    case .text: "WORDS"
    case .since, .until: "WHEN"
    case .minConfidence: "N"
    }
  }

  /// The commands in the order of the help.
  static let all: [Command] = [
    EventsCommand.command, CountCommand.command, ShowCommand.command, TailCommand.command, ArticlesCommand.command,
    StoriesCommand.command,
    SubmitCommand.command, SpoolCommands.sync, QuarantineCommand.command, DaemonCommands.status, DaemonCommands.stats,
    DaemonCommands.metrics, DaemonCommands.snapshot, DaemonCommands.reload, CallCommands.methods, CallCommands.call,
    Help.command,
  ]
}

extension Option {
  /// Ends with status 5 where nothing is found.
  static let exitCode = Option("exit-code", "End with status 5 where nothing matches.")
}
