import Platform

/// Help, made from the table of commands.
enum Help {
  static let command = Command(
    name: "help", operands: "[COMMAND]", operandValues: .lines(of: "newsq help --names"),
    summary: "Show help for newsq or one of its commands.",
    options: [
      Option("man", "Print the manual page newsq(1) in roff."),
      Option("names", "Print the names of all commands, one a line."),
    ]
  ) { (invocation) throws(Ending) in
    if invocation.arguments.has("man") { return invocation.output.text(Manual.page) }
    if invocation.arguments.has("names") { return Command.all.forEach { invocation.output.line($0.name) } }
    guard let name = invocation.arguments.operands.first else { return try printOverview() }
    try print(try Command.named(name))
  }

  /// Prints what newsq is and what commands it has.
  static func printOverview() throws(Ending) {
    let output = Output()
    output.line("usage: newsq [OPTIONS] COMMAND [ARGUMENTS]")
    output.line()
    add("Asks newsd, the daemon that reads the news, who did what to whom, when, where, and on whose word.", to: output)
    output.line()
    output.line("commands:")
    let width = Command.all.map(\.name.count).max() ?? 0
    for command in Command.all {
      add(command.summary, behind: "  " + DisplayText.padded(command.name, to: width + 2), to: output)
    }
    output.line()
    output.line("options of every command:")
    output.line(Option.help(Command.commonOptions, width: lineWidth))
    output.line()
    output.line("'newsq help COMMAND' tells more.")
    add(
      "0 done, 1 newsd answered with an error, 2 no daemon, 3 wrong usage, 4 no answer in time, 5 nothing matches, where "
        + "--exit-code is given", behind: "exit status: ", to: output)
    try output.flush()
  }

  /// Prints the help of one command.
  static func print(_ command: Command) throws(Ending) {
    let output = Output()
    output.line("usage: newsq \(command.name) [OPTIONS]\(command.operands.isEmpty ? "" : " " + command.operands)")
    output.line()
    add(command.summary, to: output)
    for paragraph in command.details {
      output.line()
      add(paragraph, to: output)
    }
    section("options", command.options, output)
    section("filters", command.takesFilters ? Command.filterOptions : [], output)
    section("options of every command", command.commonOptions, output)
    if !command.examples.isEmpty {
      output.line()
      output.line("examples:")
      for example in command.examples { output.line("  \(example)") }
    }
    try output.flush()
  }

  private static func section(_ title: String, _ options: [Option], _ output: Output) {
    guard !options.isEmpty else { return }
    output.line()
    output.line("\(title):")
    output.line(Option.help(options, width: lineWidth))
  }

  /// Adds text in as many lines as it takes, all under the start of the first.
  private static func add(_ text: String, behind front: String = "", to output: Output) {
    let lines = MarkedText(text, marks: [], styles: Styles(enabled: false)).lines(width: lineWidth - front.count)
    let indent = String(repeating: " ", count: front.count)
    for (index, line) in lines.enumerated() { output.line((index == 0 ? front : indent) + line) }
  }

  /// A hundred columns read well; a terminal may have less.
  private static let lineWidth: Int = {
    let terminal = Terminal()
    return terminal.isTerminal ? min(100, terminal.width) : 100
  }()
}
