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
      for (name, value) in flat(try JSONObject(answer: answer)) { output.line(CSV.line([name, value.words])) }
    case .table:
      let facts = flat(try JSONObject(answer: answer))
      let width = facts.map { DisplayText.width($0.name) }.max() ?? 0
      for (name, value) in facts {
        output.line(invocation.styles.apply(.dim, DisplayText.padded(name, to: width + 2)) + shown(value, name))
      }
    }
  }

  /// Members of members under both names: `stored events`.
  private static func flat(_ object: JSONObject, below prefix: String = "") -> [(name: String, value: JSONValue)] {
    object.members.flatMap { member in
      let name = DisplayText.cleaned(prefix + member.key.split(separator: "_").joined(separator: " "))
      if let object = member.value.object { return flat(object, below: name + " ") }
      return [(name, member.value)]
    }
  }

  /// A value as people read it: a list in words, and bytes in the unit that fits.
  private static func shown(_ value: JSONValue, _ name: String) -> String {
    if let list = value.array {
      return list.isEmpty ? "none" : DisplayText.cleaned(list.map(\.words).joined(separator: ", "))
    }
    if name == "memory" || name.hasSuffix("bytes"), let bytes = value.int { return size(bytes) }
    return DisplayText.cleaned(value.words)
  }

  /// `33.2 MiB`; below 1024 bytes, `512 B`.
  private static func size(_ bytes: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    let unit = units.indices.last { bytes >> (10 * $0) > 0 } ?? 0
    guard unit > 0 else { return "\(bytes) B" }
    let tenths = bytes / (1 << (10 * unit) / 10)
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
