import Platform
import Spelling
import Testing

@Suite("Command lines") struct CommandLineTests {
  let options = [
    Option("socket", value: "PATH", "Socket of the daemon."),
    Option("limit", letter: "n", value: "N", "How many."),
    Option("type", value: "T", repeats: true, "Event type."),
    Option("follow", letter: "f", "Go on."),
  ]

  @Test("give values in every usual form") func forms() throws {
    let arguments = try ParsedArguments(
      ["-f", "events", "--socket=/s", "-n", "5", "--type", "A", "--type=B", "--", "--x"], options: options)
    #expect(arguments.operands == ["events", "--x"])
    #expect(arguments["socket"] == "/s")
    #expect(arguments["limit"] == "5")
    #expect(arguments.all("type") == ["A", "B"])
    #expect(arguments.has("follow"))
    #expect(try ParsedArguments(["-n7"], options: options)["limit"] == "7")
    #expect(try ParsedArguments(["-"], options: options).operands == ["-"])
  }

  @Test(
    "that are wrong say how",
    arguments: [
      (["--scoket", "x"], "unknown option --scoket; did you mean --socket?"),
      (["--zzz"], "unknown option --zzz"),
      (["-q"], "unknown option -q"),
      (["--socket"], "option --socket needs a value: --socket PATH"),
      (["--follow=yes"], "option --follow takes no value"),
      (["-n", "1", "-n", "2"], "option --limit is given twice"),
    ])
  func errors(words: [String], message: String) {
    let error = #expect(throws: UsageError.self) { try ParsedArguments(words, options: options) }
    #expect(error?.description == message)
  }

  @Test("are explained in two columns, wrapped") func help() {
    let text = Option.help([Option("socket", value: "PATH", "Socket of the daemon, which is a file.")], width: 40)
    #expect(
      text == "      --socket PATH  Socket of the\n                     daemon, which is a\n                     file.")
  }

  @Test("near words are suggested, far ones are not") func suggestions() {
    #expect(Suggestion.nearest(to: "evnets", among: ["events", "count"]) == "events")
    #expect(Suggestion.nearest(to: "EVENT", among: ["events", "count"]) == "events")
    #expect(Suggestion.nearest(to: "xyz", among: ["events", "count"]) == nil)
  }
}
