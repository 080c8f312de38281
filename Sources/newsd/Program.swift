import EventCoding
import Glibc
import NewsModel
import NewsService
import Platform
import Spelling

/// The commands of newsd: one table gives parsing, help and suggestions.
struct Command: Sendable {
  let name: String
  /// What stands after the name: "[FILE|-]...".
  let operands: String
  let summary: String
  let options: [Option]
  let run: @Sendable (ParsedArguments) throws -> Int32

  static let configuration = Option(
    "config", value: "FILE", "Configuration file; the drop-ins in FILE.d are read after it.")
  static let date = Option(
    "date", value: "YYYY-MM-DD", "Day of the articles; goes before what they say themselves.")
  static let help = Option("help", letter: "h", "Show this help.")

  static let all = [
    Command(
      name: "serve", operands: "", summary: "Run the daemon (the default).",
      options: [
        configuration, Option("spool", value: "DIR", "Folder with incoming/, work/ and quarantine/."),
        Option("state", value: "DIR", "Folder with segments and manifest."),
        Option("socket", value: "PATH", "Unix socket to answer on, when systemd does not hand one over."),
      ], run: serve),
    Command(
      name: "extract", operands: "[FILE|-]...",
      summary: "Print the events of articles as JSON, one object a line. No daemon is needed.",
      options: [
        date,
        Option("config", value: "FILE", "Take the tables and the least confidence that this configuration names."),
        Option("quotes", "Print who says what in quotation marks, political or not; JSON, one quote a line."),
        Option("explain", "Print why the events are what they are, as text."),
        Option("json", "With --explain: as JSON, one object a line."),
        Option("actors", value: "FILE", repeats: true, "Further actors, as in actors.d."),
        Option("lexicon", value: "FILE", repeats: true, "Further words for events, as in lexicon.d."),
      ], run: extract),
    Command(
      name: "annotate", operands: "[FILE|-]...",
      summary: "Print sentences, tags, trees, names and times as CoNLL-U.",
      options: [
        date, Option("input", value: "text|conllu", "What the files are; conllu keeps its tokens and sentences."),
      ], run: annotate),
    Command(
      name: "check-config", operands: "", summary: "Check the configuration and the tables it names.",
      options: [configuration], run: checkConfiguration),
    Command(
      name: "describe", operands: "",
      summary: "Print what can be asked over the socket, as an OpenRPC 1.3 document. No daemon is needed.",
      options: [], run: describe),
  ]
}

enum Program {
  /// Runs a command line; the exit status: 0 ok, 1 failed, 3 not a command line, 78 a configuration or store that only a person
  /// can mend.
  static func run(_ words: [String]) -> Int32 {
    do {
      return try dispatch(words)
    } catch let error as UsageError {
      complain("\(error); try 'newsd --help'")
      return 3
    } catch let error as ConfigurationError {
      complain("\(error)")
      return 78
    } catch let error as ResourceError {
      complain("\(error)")
      return 78
    } catch {
      complain("\(error)")
      return 1
    }
  }

  private static func dispatch(_ words: [String]) throws -> Int32 {
    if words.first == "--version" {
      print("newsd \(Version.current)")
      return 0
    }
    if words.first == "help", words.dropFirst().first == "--man" {
      let name = words.dropFirst(2).first ?? "newsd"
      guard let page = try Manual.page(name) else { throw UsageError("there is no manual page '\(name)'") }
      print(page, terminator: "")
      return 0
    }
    if let word = words.first, word == "help" || word == "--help" || word == "-h" {
      return try help(words.dropFirst().first)
    }
    let isNamed = words.first.map { !$0.hasPrefix("-") } ?? false
    let command = try command(isNamed ? words[0] : "serve")
    let arguments = try ParsedArguments(words.dropFirst(isNamed ? 1 : 0), options: command.options + [Command.help])
    if arguments.has("help") { return try help(command.name) }
    if command.operands.isEmpty, let stray = arguments.operands.first {
      throw UsageError("newsd \(command.name) takes no operand, found '\(stray)'")
    }
    return try command.run(arguments)
  }

  private static func command(_ name: String) throws -> Command {
    if let command = Command.all.first(where: { $0.name == name }) { return command }
    throw UsageError("unknown command '\(name)'\(Suggestion.hint(for: name, among: Command.all.map(\.name)))")
  }

  private static func help(_ name: String?) throws -> Int32 {
    if let name {
      let command = try command(name)
      print("usage: newsd \(command.name) [options] \(command.operands)\n\n\(command.summary)\n")
      print(Option.help(command.options + [Command.help], width: Terminal().width))
      return 0
    }
    print(
      "newsd \(Version.current): reads the news and answers who did what to whom\n\nusage: newsd [COMMAND] [options]\n")
    for command in Command.all {
      let front = "  \(command.name)"
      print(front + String(repeating: " ", count: 16 - front.count) + command.summary)
    }
    print("\nnewsd help COMMAND tells more. newsq asks a running daemon.")
    return 0
  }

  static func complain(_ message: String) {
    let line = Array("newsd: \(message)\n".utf8)
    _ = try? FileDescriptor(borrowing: STDERR_FILENO).writeAll(line)
  }
}
