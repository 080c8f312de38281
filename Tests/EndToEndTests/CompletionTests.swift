import Platform
import TestSupport
import Testing

/// The shells complete newsq's command lines; a shell that is not there is passed over with a message.
@Suite("Completion") struct CompletionTests {
  private let scratch = ScratchFolder()

  /// Where a program is; nil, and a message, where it is not.
  private func path(of shell: String) -> String? {
    let path = ["/usr/bin/", "/bin/"].map { $0 + shell }.first {
      (try? KernelFileSystem().status(of: FilePath($0))).flatMap { $0 } != nil
    }
    if path == nil { print("\(shell) is not installed: its completion was not tried") }
    return path
  }

  /// Runs a script in a shell that has the completion in the file `$1`.
  private func run(_ shell: String, _ arguments: [String], _ script: String) throws -> String? {
    guard let program = path(of: shell) else { return nil }
    let made = try ChildProcess.run("newsq", ["completion", shell])
    #expect(made.status == 0 && made.errors.isEmpty)
    try scratch.write(made.output, to: "completion")
    let result = try ChildProcess.run(
      program, arguments + ["-c", script] + (shell == "fish" ? [] : [shell]) + [scratch.path("completion")],
      environment: [
        "PATH": "\(ChildProcess.productFolder):/usr/bin:/bin", "HOME": scratch.path.description, "TERM": "xterm",
      ])
    #expect(result.errors.isEmpty, "\(result.errors)")
    return result.output
  }

  static let lines: [(line: String, words: [String])] = [
    ("newsq ev", ["events"]),
    ("newsq re", ["report", "reload"]),
    ("newsq events --ty", ["--type"]),
    ("newsq events --type CON", ["CONSULT", "CONCEDE"]),
    ("newsq --socket /x events --status den", ["denied"]),
    ("newsq count --by pl", ["place"]),
    ("newsq quarantine re", ["retry"]),
    ("newsq events -o plo", ["plover"]),
    ("newsq help sna", ["snapshot"]),
    ("newsq completion ", ["bash", "fish", "zsh"]),
  ]

  @Test("bash completes commands, options and values", arguments: lines)
  func bash(line: String, words: [String]) throws {
    let found = try run(
      "bash", ["--norc"],
      """
      source "$1"
      line='\(line)'
      read -ra COMP_WORDS <<< "$line"
      [[ $line == *' ' ]] && COMP_WORDS+=('')
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _newsq
      printf '%s\\n' "${COMPREPLY[@]}" | sort
      """)
    if let found { #expect(found == words.sorted().map { $0 + "\n" }.joined()) }
  }

  @Test("bash completes a value behind an equals sign, which it takes for a word of its own")
  func bashEquals() throws {
    let found = try run(
      "bash", ["--norc"],
      "source \"$1\"; COMP_WORDS=(newsq events --type = SANC); COMP_CWORD=4; _newsq; printf '%s' \"${COMPREPLY[@]}\"")
    if let found { #expect(found == "SANCTION") }
  }

  @Test("fish completes commands, options and values", arguments: lines)
  func fish(line: String, words: [String]) throws {
    let found = try run("fish", ["--no-config"], "source $argv[1]; complete -C '\(line)'")
    guard let found else { return }
    let names = found.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(names.sorted() == words.sorted())
  }

  @Test("zsh completes commands, options and values", arguments: lines)
  func zsh(line: String, words: [String]) throws {
    // A real zsh on a terminal of its own: what compadd is given is written down instead of shown.
    let found = try run(
      "zsh", ["-f"],
      """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -D; source '"$1"
      zpty -w shell 'bindkey "^I" complete-word; zstyle ":completion:*" completer _complete'
      zpty -w shell 'compadd() { local -a w; builtin compadd -O w "$@"; (( $#w )) && print -l -- "w:"$^w >> $HOME/words; builtin compadd "$@" }'
      zpty -w shell 'touch $HOME/ready'
      repeat 100; do [[ -e $HOME/ready ]] && break; sleep 0.05; done
      zpty -n -w shell '\(line)'$'\\t'
      repeat 60; do sleep 0.05; [[ -s $HOME/words ]] && break; done
      sleep 0.2
      zpty -d shell
      cat $HOME/words 2>/dev/null
      """)
    guard let found else { return }
    let names = found.split(separator: "\n").filter { $0.hasPrefix("w:") }.map { String($0.dropFirst(2)) }
    #expect(Set(names) == Set(words))
  }
}
