import Platform

/// Completion for bash: one function, with a branch for each command.
enum BashCompletion {
  /// The script to be sourced.
  static func script(_ commands: [Command]) -> String {
    """
    # Completion of newsq for bash, made by `newsq completion bash`.
    _newsq() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= i
      # bash takes --type=AGREE for three words.
      if [[ $cur == = ]]; then cur=
      elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
      COMPREPLY=()
      for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
          \(valued(Command.commonOptions)))
            if [[ ${COMP_WORDS[i+1]} == = ]]; then ((i += 2)); else ((i += 1)); fi ;;
          -* | =) ;;
          *) command=${COMP_WORDS[i]}; break ;;
        esac
      done
      case $command in
        '')
    \(values(Command.commonOptions))
          \(words(commands.map(\.name) + names(Command.commonOptions))) ;;
    \(commands.map(branch).joined(separator: "\n"))
      esac
    }
    _newsq_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
    _newsq_files() { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); }
    complete -F _newsq newsq

    """
  }

  private static func branch(_ command: Command) -> String {
    let operands = command.operandValues
    let options = words(names(command.allOptions))
    let rest = operands == .any ? options : "if [[ $cur == -* ]]; then \(options); else \(completion(operands)); fi"
    return """
          \(command.name))
      \(values(command.allOptions))
            \(rest) ;;
      """
  }

  /// The branches for the value of an option.
  private static func values(_ options: [Option]) -> String {
    let branches = options.filter { $0.value != nil }
      .map { "        \(spellings($0).joined(separator: " | "))) \(completion($0.values)); return ;;" }
    return (["      case $prev in"] + branches + ["      esac"]).joined(separator: "\n")
  }

  private static func completion(_ values: Option.Values) -> String {
    switch values {
    case .any: ":"
    case .files: "_newsq_files"
    case .words(let list): words(list)
    case .lines(let line): "_newsq_words \"$(\(line) 2>/dev/null)\""
    }
  }

  private static func words(_ list: [String]) -> String { "_newsq_words \"\(list.joined(separator: " "))\"" }

  private static func names(_ options: [Option]) -> [String] { options.map { "--\($0.name)" } }

  private static func spellings(_ option: Option) -> [String] {
    ["--\(option.name)"] + (option.letter.map { ["-\($0)"] } ?? [])
  }

  private static func valued(_ options: [Option]) -> String {
    options.filter { $0.value != nil }.flatMap(spellings).joined(separator: " | ")
  }
}
