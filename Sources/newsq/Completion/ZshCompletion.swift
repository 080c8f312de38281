import Platform

/// Completion for zsh, by `_arguments`: works sourced after compinit, and as a file `_newsq` in $fpath.
enum ZshCompletion {
  /// The script.
  static func script(_ commands: [Command]) -> String {
    """
    #compdef newsq
    # Completion of newsq for zsh, made by `newsq completion zsh`.
    _newsq() {
      local curcontext=$curcontext state
      typeset -A opt_args
      local -a commands=(
    \(commands.map { "    \("\($0.name):\($0.summary.headline)".shellQuoted)" }.joined(separator: "\n"))
      )
      _arguments -C \\
    \(lines(Command.commonOptions.map(spec)))
        '1:command:->command' '*::argument:->argument' && return
      case $state in
        command) _describe -t commands command commands ;;
        argument)
          case $words[1] in
    \(commands.map(branch).joined(separator: "\n"))
          esac ;;
      esac
    }
    if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _newsq "$@"; else compdef _newsq newsq; fi

    """
  }

  private static func branch(_ command: Command) -> String {
    let operand = action(command.operandValues).map { ["'*:\(command.operands.isEmpty ? "word" : "operand"):\($0)'"] }
    return """
            \(command.name)) _arguments \\
      \(lines(command.allOptions.map(spec) + (operand ?? [])))
              && return ;;
      """
  }

  private static func lines(_ specs: [String]) -> String { specs.map { "      \($0) \\" }.joined(separator: "\n") }

  /// `'*'{-o,--output}'=[summary]:FORMAT:(table json)'`
  private static func spec(_ option: Option) -> String {
    let star = option.repeats ? "*" : ""
    let text = escaped(option.summary.headline)
    let value = option.value.map { ":\($0):\(action(option.values) ?? " ")" } ?? ""
    let equals = option.value == nil ? "" : "="
    guard let letter = option.letter else { return "\(star)--\(option.name)\(equals)[\(text)]\(value)".shellQuoted }
    let plus = option.value == nil ? "" : "+"
    let excluded = option.repeats ? "" : "(-\(letter) --\(option.name))"
    return "\("\(star)\(excluded)-\(letter)\(plus)[\(text)]\(value)".shellQuoted) "
      + "\("\(star)\(excluded)--\(option.name)\(equals)[\(text)]\(value)".shellQuoted)"
  }

  private static func action(_ values: Option.Values) -> String? {
    switch values {
    case .any: nil
    case .files: "_files"
    case .words(let list): "(\(list.joined(separator: " ")))"
    case .lines(let line): "($(\(line) 2>/dev/null))"
    }
  }

  /// Brackets and colons mean something in a specification.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if scalar == "[" || scalar == "]" || scalar == ":" || scalar == "\\" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
  }
}
