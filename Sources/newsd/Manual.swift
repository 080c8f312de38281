import NewsService
import Platform

/// The manual pages that come from newsd's own tables.
enum Manual {
  /// The page of that name; nil where there is none.
  static func page(_ name: String) throws -> String? {
    switch name {
    case "newsd": program.roff
    case "newsd.conf": configuration.roff
    case "newsd-rpc": ProtocolManual.page(try Service.describeInterface()).roff
    default: nil
    }
  }

  private static var program: ManualPage {
    var page = ManualPage(
      "newsd", section: 8, version: Version.current,
      summary: "read the news as it arrives and keep who did what to whom")
    page.heading("Synopsis")
    page.paragraph("newsd [COMMAND] [OPTIONS] [FILE|-]...")
    page.heading("Description")
    page.paragraph(
      "newsd watches a spool folder for news articles, finds the events in them, keeps these in memory with snapshots on disk, and "
        + "answers JSON-RPC 2.0 on a Unix socket. newsq(1) asks it. It needs no network.")
    page.paragraph(
      "Under systemd the units newsd.socket and newsd.service run it. Without root `newsd serve` uses the user's own folders, "
        + "after the XDG Base Directory Specification.")
    page.heading("Commands")
    for command in Command.all {
      page.subheading("newsd \(command.name)\(command.operands.isEmpty ? "" : " \(command.operands)")")
      page.paragraph(command.summary)
      page.options(command.options)
    }
    page.heading("Signals")
    page.item("SIGTERM, SIGINT", "Take a last snapshot and end.")
    page.item("SIGHUP", "Read configuration and tables anew, as newsq reload does.")
    page.heading("Exit status")
    page.item("0", "Done.")
    page.item("1", "Something failed; the log says what.")
    page.item("3", "A command line that cannot be followed.")
    page.item(
      "74",
      "The disk failed, so that newsd cannot know what is on it. Nothing that was handed over is lost; see newsd-spool(7)."
    )
    page.item("78", "A configuration, table or store that only a person can mend; the message names file and place.")
    page.heading("Files")
    page.item("/etc/newsd/newsd.conf, /etc/newsd/newsd.conf.d/*.conf", "Configuration, see newsd.conf(5).")
    page.item("/var/spool/newsd", "The spool, see newsd-spool(7).")
    page.item("/var/lib/newsd", "Segments and their manifest.")
    page.item("/run/newsd/newsd.sock", "The socket, see newsd-rpc(7).")
    page.seeAlso(["newsq(1)", "newsd.conf(5)", "newsd-rpc(7)", "newsd-spool(7)", "systemd.service(5)"])
    return page
  }

  private static var configuration: ManualPage {
    var page = ManualPage("newsd.conf", section: 5, version: Version.current, summary: "configuration of newsd")
    page.heading("Synopsis")
    page.paragraph("/etc/newsd/newsd.conf, /etc/newsd/newsd.conf.d/*.conf")
    page.heading("Description")
    page.paragraph(
      "The files have the syntax of systemd's own: sections in brackets, KEY=VALUE lines, comments after # or ;. Drop-ins are read "
        + "after the file, in the order of their names, and a later setting wins. Times have a unit (500ms, 60s, 5min, 2h); a bare "
        + "number counts seconds. The file that is installed shows every key with its default.")
    page.paragraph(
      "Check a change with `newsd check-config`, then `systemctl reload newsd`: everything is read and checked first, and where "
        + "anything is wrong all stays as it was. Keys that need a restart are named by the reload.")
    var section = ""
    for key in ConfigurationKey.all {
      if key.section != section { page.heading("[\(key.section)]") }
      section = key.section
      page.item("\(key.name)=", key.summary)
    }
    page.heading("Further tables")
    page.paragraph(
      "Files *.txt in actors.d add actors, in the format of the table that newsd has built in; see docs/coding.md in the sources."
    )
    page.seeAlso(["newsd(8)", "systemd.syntax(7)", "systemd.time(7)"])
    return page
  }
}
