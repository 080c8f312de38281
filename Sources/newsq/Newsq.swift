import Glibc
import Platform

/// newsq, the client of newsd: asks, prints the answer, ends.
@main
enum Newsq {
  /// The version of newsq; newsd has the same.
  static let version = "0.1.0"

  static func main() {
    do throws(Ending) {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      if let message = error.message { Message.show(message) }
      exit(error.status.rawValue)
    }
  }

  private static func run(_ words: [String]) throws(Ending) {
    let (name, rest) = try commandName(words)
    guard let name else { return try runWithoutCommand(rest) }
    let command = try Command.named(name)
    let arguments: ParsedArguments
    do {
      arguments = try ParsedArguments(rest, options: command.allOptions)
    } catch {
      throw Ending(.usage, "\(error)")
    }
    if arguments.has("help") { return try Help.print(command) }
    let invocation = try Invocation(command, arguments)
    try command.run(invocation)
    try invocation.output.flush()
  }

  /// Without a command there is only help to give.
  private static func runWithoutCommand(_ words: [String]) throws(Ending) {
    let arguments: ParsedArguments
    do {
      arguments = try ParsedArguments(words, options: Command.commonOptions)
    } catch {
      throw Ending(.usage, "\(error)")
    }
    if arguments.has("version") {
      let output = Output()
      output.line("newsq \(version)")
      return try output.flush()
    }
    if arguments.has("help") { return try Help.printOverview() }
    throw Ending(.usage, "a command is missing, such as 'newsq events'; 'newsq help' lists all")
  }

  /// The first word that is neither an option nor an option's value, and all the others.
  private static func commandName(_ words: [String]) throws(Ending) -> (name: String?, rest: [String]) {
    var index = 0
    while index < words.count {
      let word = words[index]
      guard word.hasPrefix("-"), word != "-" else {
        return (word, Array(words[..<index] + words[(index + 1)...]))
      }
      let takesNext = Command.commonOptions.contains { option in
        option.value != nil && (word == "--\(option.name)" || word == option.letter.map { "-\($0)" })
      }
      index += takesNext ? 2 : 1
    }
    return (nil, words)
  }
}

/// Messages to the user, beside the data.
enum Message {
  /// Writes one line to standard error.
  static func show(_ text: String) {
    let line = Array("newsq: \(DisplayText.cleaned(text))\n".utf8)
    _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
