import Platform

/// The manual page newsq(1), made from the table of commands.
enum Manual {
  /// The page in roff.
  static var page: String {
    var page = ManualPage("newsq", section: 1, version: Newsq.version, summary: "ask newsd what happened in the news")
    page.heading("Synopsis")
    page.paragraph("newsq [OPTIONS] COMMAND [ARGUMENTS]")
    page.heading("Description")
    page.paragraph(
      "newsq asks newsd(8), the daemon that reads the news, who did what to whom, when, where, and on whose word. It prints the "
        + "answer on standard output and messages on standard error.")
    page.paragraph(
      "On a terminal the answer is a table as wide as the terminal, elsewhere JSON Lines; -o chooses. NO_COLOR and --color=never "
        + "turn colours off.")
    page.heading("Commands")
    for command in Command.all { add(command, to: &page) }
    page.heading("Filters")
    page.paragraph(
      "A filter may be given more than once: one of its values must fit. Different filters must all fit. WHEN is a date, month or "
        + "year, an RFC 3339 time, or counts from now: 3d, 12h, today, yesterday, +2w.")
    page.options(Command.filterOptions)
    page.heading("Options of every command")
    page.options(Command.commonOptions)
    page.heading("Exit status")
    for (status, meaning) in ExitStatus.meanings { page.item(String(status.rawValue), meaning) }
    page.heading("Environment")
    page.item("NEWSD_SOCKET", "Socket of newsd, where --socket is not given.")
    page.item("NO_COLOR", "No colours, where it is set and not empty.")
    page.item("COLUMNS", "Width of tables.")
    page.seeAlso(["newsd(8)", "newsd.conf(5)", "newsd-rpc(7)", "newsd-spool(7)"])
    return page.roff
  }

  private static func add(_ command: Command, to page: inout ManualPage) {
    page.subheading("newsq \(command.name)\(command.operands.isEmpty ? "" : " \(command.operands)")")
    page.paragraph(command.summary + (command.takesFilters ? " Takes all filters." : ""))
    for paragraph in command.details { page.paragraph(paragraph) }
    page.options(command.options)
    if !command.examples.isEmpty { page.example(command.examples) }
  }
}

extension ExitStatus {
  /// The statuses in words, for help and manual.
  static let meanings: [(ExitStatus, String)] = [
    (.success, "Done."), (.refused, "newsd answered with an error, or a file or the output failed."),
    (.noDaemon, "No daemon, or the connection was lost."), (.usage, "A command line that cannot be followed."),
    (.timeout, "No answer in time."), (.nothing, "Nothing matched, and --exit-code was given."),
  ]
}
