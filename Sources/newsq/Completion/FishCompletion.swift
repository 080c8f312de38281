import Platform

/// Completion for fish: one line for each command, option and operand.
enum FishCompletion {
  /// The script.
  static func script(_ commands: [Command]) -> String {
    let names = commands.map(\.name).joined(separator: " ")
    var lines = [
      "# Completion of newsq for fish, made by `newsq completion fish`.",
      "set -l newsq_commands \(names)", "complete -c newsq -f",
    ]
    for option in Command.commonOptions {
      lines.append(line(option, "not __fish_seen_subcommand_from $newsq_commands"))
    }
    for command in commands {
      lines.append(
        "complete -c newsq -n \"not __fish_seen_subcommand_from $newsq_commands\" -a \(command.name) "
          + "-d \(command.summary.headline.shellQuoted)")
      let condition = "__fish_seen_subcommand_from \(command.name)"
      for option in command.allOptions { lines.append(line(option, condition)) }
      switch command.operandValues {
      case .any: break
      case .files: lines.append("complete -c newsq -n \"\(condition)\" -F")
      case .words, .lines:
        lines.append("complete -c newsq -n \"\(condition)\" -a \(words(command.operandValues).shellQuoted)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ option: Option, _ condition: String) -> String {
    var line = "complete -c newsq -n \"\(condition)\" -l \(option.name)"
    if let letter = option.letter { line += " -s \(letter)" }
    if option.value != nil {
      switch option.values {
      case .any: line += " -x"
      case .files: line += " -r -F"
      case .words, .lines: line += " -x -a \(words(option.values).shellQuoted)"
      }
    }
    return line + " -d \(option.summary.headline.shellQuoted)"
  }

  private static func words(_ values: Option.Values) -> String {
    switch values {
    case .any, .files: ""
    case .words(let list): list.joined(separator: " ")
    case .lines(let line): "(\(line) 2>/dev/null)"
    }
  }
}
