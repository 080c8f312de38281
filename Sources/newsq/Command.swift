import NewsModel
import Platform
import Spelling

/// One command: a table of these is parser, help, manual and completion in one.
struct Command: Sendable {
  let name: String
  /// What stands after the name, besides options: "ID", "[FILE|-]...".
  var operands = ""
  /// What operands may be, for the shell to complete.
  var operandValues = Option.Values.any
  /// One sentence for the list of commands.
  let summary: String
  /// Options of this command alone.
  var options: [Option] = []
  /// Whether it takes the filters of events.
  var takesFilters = false
  /// Whether it prints events, which PLOVER has a format for.
  var printsEvents = false
  /// Whether `--output` names a file instead of a format.
  var writesFile = false
  /// Further help: paragraphs.
  var details: [String] = []
  /// Command lines that show what it is for.
  var examples: [String] = []
  let run: @Sendable (Invocation) throws(Ending) -> Void

  /// All options it takes.
  var allOptions: [Option] { options + (takesFilters ? Self.filterOptions : []) + commonOptions }

  /// Those of the common options that mean here what they mean everywhere.
  var commonOptions: [Option] { Self.commonOptions.filter { common in !options.contains { $0.name == common.name } } }

  /// Options that every command takes.
  static let commonOptions: [Option] = [
    Option(
      "output", letter: "o", value: "FORMAT", values: .words(OutputFormat.allCases.map(\.rawValue)),
      "table, json, jsonl, csv, or plover for events; the default is table on a terminal and jsonl in a pipe."),
    Option(
      "color", value: "WHEN", values: .words(Terminal.Colour.allCases.map(\.rawValue)),
      "auto, always or never; auto colours on a terminal where NO_COLOR is not set."),
    Option(
      "socket", value: "PATH", values: .files,
      "Socket of newsd; else $NEWSD_SOCKET, /run/newsd/newsd.sock or $XDG_RUNTIME_DIR/newsd/newsd.sock."),
    Option("timeout", value: "SECONDS", "How long to wait for an answer; the default is 60."),
    Option(
      "trace", value: "FILE", values: .files,
      "Add every request and reply to a file, a line each; /dev/stderr shows them."),
    Option("help", letter: "h", "Show help."),
    Option("version", letter: "V", "Show the version."),
  ]

  /// One option for each member of a filter.
  static let filterOptions: [Option] = EventFilter.Member.allCases.map { member in
    Option(
      optionName(member), value: placeholder(member), values: values(member), repeats: member.isList,
      member.summary.prefix(1).uppercased() + member.summary.dropFirst() + ".")
  }

  /// `min-confidence` for `min_confidence`.
  static func optionName(_ member: EventFilter.Member) -> String {
    member.rawValue.split(separator: "_").joined(separator: "-")
  }

  private static func values(_ member: EventFilter.Member) -> Option.Values {
    switch member {
    case .type: .words(EventType.allCases.map(\.rawValue))
    case .status: .words(EventStatus.allCases.map(\.rawValue))
    case .since, .until: .words(["today", "yesterday", "1d", "7d", "30d"])
    default: .any
    }
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
    EventsCommand.command, CountCommand.command, ShowCommand.command, TailCommand.command, ReportCommand.command,
    ExportCommand.command, ArticlesCommand.command, StoriesCommand.command, SubmitCommand.command, SpoolCommands.sync,
    QuarantineCommand.command, DaemonCommands.status, DaemonCommands.stats, DaemonCommands.metrics,
    DaemonCommands.snapshot, DaemonCommands.reload, CallCommands.methods, CallCommands.call,
    CompletionCommand.command, Help.command,
  ]

  /// The command of that name; an ending that says what may have been meant.
  static func named(_ name: String) throws(Ending) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    let hint = Suggestion.hint(for: name, among: all.map(\.name))
    throw Ending(.usage, "unknown command '\(name)'\(hint.isEmpty ? "; 'newsq help' lists all" : hint)")
  }
}

extension Option {
  /// Ends with status 5 where nothing is found.
  static let exitCode = Option("exit-code", "End with status 5 where nothing matches.")
}
