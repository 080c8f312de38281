import JSONCoding
import Platform

/// Prints an answer that is one object: its members, one a line.
enum Facts {
  /// Prints in the format that was asked for.
  static func print(_ answer: [UInt8], _ invocation: Invocation) throws(Ending) {
    let output = invocation.output
    switch invocation.format {
    case .json: output.line(JSONWriter.indented(answer))
    case .lines, .plover: output.line(answer)
    case .csv:
      output.line(CSV.line(["name", "value"]))
      for (name, value) in flat(try JSONObject(answer: answer)) { output.line(CSV.line([name, value])) }
    case .table:
      let facts = flat(try JSONObject(answer: answer))
      let width = facts.map { DisplayText.width($0.name) }.max() ?? 0
      for (name, value) in facts {
        output.line(invocation.styles.apply(.dim, DisplayText.padded(name, to: width + 2)) + DisplayText.cleaned(value))
      }
    }
  }

  /// Members of members under both names: `stored events`.
  private static func flat(_ object: JSONObject, below prefix: String = "") -> [(name: String, value: String)] {
    object.members.flatMap { member in
      let name = DisplayText.cleaned(prefix + member.key.split(separator: "_").joined(separator: " "))
      if let object = member.value.object { return flat(object, below: name + " ") }
      return [(name, member.value.words)]
    }
  }
}
