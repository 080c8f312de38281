import Platform

/// `newsq completion`: what a shell needs to complete command lines of newsq.
enum CompletionCommand {
  static let command = Command(
    name: "completion", operands: "bash|zsh|fish",
    operandValues: .words(Shell.allCases.map(\.rawValue)),
    summary: "Print what a shell needs to complete newsq's commands, options and values.",
    details: [
      "`make install` puts it where the shells look. By hand: source <(newsq completion bash) in ~/.bashrc; the same with zsh in "
        + "~/.zshrc, after compinit; newsq completion fish > ~/.config/fish/completions/newsq.fish."
    ],
    examples: ["source <(newsq completion bash)"]
  ) { (invocation) throws(Ending) in
    let name = try invocation.operand("the name of a shell, bash, zsh or fish,")
    guard let shell = Shell(rawValue: name) else {
      throw Ending(.usage, "completion takes bash, zsh or fish, found '\(name)'")
    }
    switch shell {
    case .bash: invocation.output.text(BashCompletion.script(Command.all))
    case .zsh: invocation.output.text(ZshCompletion.script(Command.all))
    case .fish: invocation.output.text(FishCompletion.script(Command.all))
    }
  }

  private enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }
}

extension String {
  /// What stands before the first full stop or semicolon, and where that is long, before the first colon.
  var headline: String {
    let sentence = part(before: ".;")
    return sentence.utf8.count <= 64 ? sentence : sentence.part(before: ":")
  }

  private func part(before marks: String) -> String {
    let end = utf8.indices.first { index in
      let next = utf8.index(after: index)
      return marks.utf8.contains(utf8[index]) && (next == utf8.endIndex || utf8[next] == UInt8(ascii: " "))
    }
    return String(self[..<(end ?? endIndex)])
  }
}
