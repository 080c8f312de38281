import Glibc
import JSONCoding
import JSONRPC
import NewsModel
import Platform

/// A command with its arguments, and where its answer goes.
struct Invocation {
  let arguments: ParsedArguments
  let terminal: Terminal
  let format: OutputFormat
  let styles: Styles
  let output = Output()
  /// Milliseconds to wait for an answer; nil where nobody said.
  private let timeout: Int?

  init(_ command: Command, _ arguments: ParsedArguments) throws(Ending) {
    self.arguments = arguments
    let colour = try Self.choice(Terminal.Colour.self, arguments["color"], "color") ?? .auto
    terminal = Terminal(colour: colour)
    let isFormat = !command.writesFile
    let asked = try isFormat ? Self.choice(OutputFormat.self, arguments["output"], "output") : nil
    format = asked ?? (terminal.isTerminal ? .table : .lines)
    if format == .plover, !command.printsEvents {
      let names = Command.all.filter(\.printsEvents).map(\.name)
      throw Ending(.usage, "-o plover is for commands that print events: \(names.joined(separator: ", "))")
    }
    styles = Styles(enabled: terminal.usesColour)
    timeout = try Self.number(arguments["timeout"], "timeout", 0.001...1_000_000).map { Int($0 * 1000) }
  }

  /// Connects to a newsd that is away, once it is back; gives up after as long as an answer is waited for.
  func reconnect() throws(Ending) -> Connection {
    let clock = SystemClock()
    let deadline = clock.elapsed + (timeout ?? Connection.patience)
    while true {
      do throws(Ending) {
        return try connect()
      } catch {
        guard error.status == .noDaemon, clock.elapsed < deadline else { throw error }
        usleep(200_000)
      }
    }
  }

  /// Connects to newsd.
  func connect() throws(Ending) -> Connection {
    let client = try DaemonAddress.connect(arguments["socket"])
    if let file = arguments["trace"] { client.trace = try Trace(file).note }
    return Connection(client, timeout: timeout)
  }

  /// The whole number of an option.
  func count(_ option: String, default value: Int) throws(Ending) -> Int {
    guard let text = arguments[option] else { return value }
    guard let number = Int(text), number > 0 else {
      throw Ending(.usage, "--\(option) takes a whole number from 1, found '\(text)'")
    }
    return number
  }

  /// The filter that the options make.
  func filter() throws(Ending) -> EventFilter {
    var filter = EventFilter()
    for member in EventFilter.Member.allCases {
      let option = Command.optionName(member)
      for value in arguments.all(option) {
        do throws(EventFilter.ValueError) {
          try filter.add(value, to: member)
        } catch {
          throw Ending(.usage, Self.message(error.message, about: member, as: "--\(option)"))
        }
      }
    }
    return filter
  }

  /// What is wrong with a filter's value, its member called by its option: `--since takes a date` for `since takes a date`.
  private static func message(_ text: String, about member: EventFilter.Member, as option: String) -> String {
    let name = member.rawValue
    let isNamed = text.hasPrefix(name + " ") || text.hasPrefix(name + ":")
    return isNamed ? option + text.dropFirst(name.count) : "\(option): \(text)"
  }

  /// The filter as parameters of a method.
  func filterParameters() throws(Ending) -> JSONObject {
    let text = try filter().jsonBytes
    // What a filter writes is an object.
    return (try? JSONObject(parsing: text)) ?? [:]
  }

  /// The one operand.
  func operand(_ name: String) throws(Ending) -> String {
    let tooMany = "one at a time, found \(arguments.operands.map { "'\($0)'" }.joined(separator: " and "))"
    guard arguments.operands.count == 1 else {
      throw Ending(.usage, arguments.operands.isEmpty ? "\(name) is missing" : tooMany)
    }
    return arguments.operands[0]
  }

  /// Refuses operands.
  func expectNoOperand(_ command: String) throws(Ending) {
    if let word = arguments.operands.first {
      let takesFilters = Command.all.contains { $0.name == command && $0.takesFilters }
      let hint = takesFilters ? "; filters are options, such as --text \(word.shellQuoted)" : ""
      throw Ending(.usage, "\(command) takes no operand, found '\(word)'\(hint)")
    }
  }

  /// Ends with status 5 where nothing was found and the user wants to know.
  func finish(found: Int) throws(Ending) {
    guard found == 0, arguments.has("exit-code") else { return }
    try output.flush()
    throw Ending(.nothing)
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type, _ text: String?, _ option: String
  ) throws(Ending) -> Choice? {
    guard let text else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw Ending(.usage, "--\(option) takes \(words.joined(separator: ", ")), found '\(text)'")
  }

  private static func number(
    _ text: String?, _ option: String, _ range: ClosedRange<Double>
  ) throws(Ending) -> Double? {
    guard let text else { return nil }
    guard let number = Double(text), range.contains(number) else {
      throw Ending(.usage, "--\(option) takes a number above 0, found '\(text)'")
    }
    return number
  }
}
