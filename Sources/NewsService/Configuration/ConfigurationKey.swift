/// One key of newsd.conf: the table below is parser, check and documentation in one.
package struct ConfigurationKey: Sendable {
  package let section: String
  package let name: String
  /// What the key does, as newsd.conf(5) tells it.
  package let summary: String
  /// Sets the value, or says why it cannot.
  let apply: @Sendable (inout Configuration, String) throws(ValueError) -> Void
  /// Takes the value of another configuration.
  let reset: @Sendable (inout Configuration, Configuration) -> Void

  /// What is wrong with a value, without where it stands.
  package struct ValueError: Error, Equatable {
    package let message: String
  }

  /// Every key there is, in the order of the file.
  package static let all: [ConfigurationKey] = [
    path("Spool", "Directory", "Folder with incoming/, work/ and quarantine/.", \.spoolDirectory),
    flag("Spool", "Archive", "Keep the files of finished articles in archive/YYYY-MM-DD/.", \.archive),
    duration("Spool", "SettleTime", "How long a file must have been left alone before it is taken.", \.settleTime, 0),
    duration("Spool", "ScanInterval", "Time between two scans of the spool.", \.scanInterval, 100),
    path("Store", "Directory", "Folder with segments and manifest.", \.stateDirectory),
    duration("Store", "SnapshotInterval", "Time between two snapshots.", \.snapshotInterval, 100),
    duration(
      "Store", "Retention", "How long articles are kept after they came, with a unit: 365d; 0 for ever.", \.retention,
      0,
      needsUnit: true),
    size("Store", "MinimumFree", "Room on the disk below which nothing more is taken.", \.minimumFree),
    path("Socket", "Path", "Unix socket, when systemd does not hand one over.", \.socketPath),
    count("Service", "Workers", "Threads that read articles; 0 leaves the choice to newsd.", 0...64, \.workers),
    choice(
      "Service", "LogLevel", "Least level that is logged.", ["debug", "info", "notice", "warning", "error"], \.logLevel),
    text("Access", "SubmitGroup", "Group whose members may submit articles.", \.submitGroup),
    list("Access", "Admins", "Users with the rights of the daemon's own user.", \.admins),
    path("Coding", "ActorsDirectory", "Folder with further actors.", \.actorsDirectory),
    path("Coding", "LexiconDirectory", "Folder with further words for events.", \.lexiconDirectory),
    fraction("Coding", "MinimumConfidence", "Events below this are not kept.", \.minimumConfidence),
  ]
}

extension ConfigurationKey {
  private typealias Field<Value> = WritableKeyPath<Configuration, Value> & Sendable

  private static func make<Value>(
    _ section: String, _ name: String, _ summary: String, _ field: any Field<Value>,
    apply: @escaping @Sendable (inout Configuration, String) throws(ValueError) -> Void
  ) -> ConfigurationKey {
    ConfigurationKey(
      section: section, name: name, summary: summary, apply: apply,
      reset: { configuration, other in configuration[keyPath: field] = other[keyPath: field] })
  }

  private static func text(
    _ section: String, _ name: String, _ summary: String, _ field: any Field<String>
  ) -> ConfigurationKey {
    make(section, name, summary, field) { (configuration, value) throws(ValueError) in
      configuration[keyPath: field] = value
    }
  }

  private static func path(
    _ section: String, _ name: String, _ summary: String, _ field: any Field<String>
  ) -> ConfigurationKey {
    make(section, name, summary, field) { (configuration, value) throws(ValueError) in
      guard value.hasPrefix("/") else { throw ValueError(message: "needs an absolute path, not '\(value)'") }
      configuration[keyPath: field] = value
    }
  }

  private static func flag(
    _ section: String, _ name: String, _ summary: String, _ field: any Field<Bool>
  ) -> ConfigurationKey {
    make(section, name, summary, field) { (configuration, value) throws(ValueError) in
      switch value.lowercased() {
      case "yes", "true", "on", "1": configuration[keyPath: field] = true
      case "no", "false", "off", "0": configuration[keyPath: field] = false
      default: throw ValueError(message: "needs yes or no, not '\(value)'")
      }
    }
  }

  private static func count(
    _ section: String, _ name: String, _ summary: String, _ range: ClosedRange<Int>, _ field: any Field<Int>
  ) -> ConfigurationKey {
    make(section, name, summary, field) { (configuration, value) throws(ValueError) in
      guard let number = Int(value), range.contains(number) else {
        throw ValueError(
          message: "needs a whole number from \(range.lowerBound) to \(range.upperBound), not '\(value)'")
      }
      configuration[keyPath: field] = number
    }
  }

  private static func fraction(
    _ section: String, _ name: String, _ summary: String, _ field: any Field<Double>
  ) -> ConfigurationKey {
    make(section, name, summary, field) { (configuration, value) throws(ValueError) in
      guard let number = Double(value), (0...1).contains(number) else {
        throw ValueError(message: "needs a number from 0 to 1, not '\(value)'")
      }
      configuration[keyPath: field] = number
    }
  }

  private static func choice(
    _ section: String, _ name: String, _ summary: String, _ words: [String], _ field: any Field<String>
  ) -> ConfigurationKey {
    make(section, name, summary, field) { (configuration, value) throws(ValueError) in
      guard words.contains(value) else {
        throw ValueError(message: "needs one of \(words.joined(separator: ", ")), not '\(value)'")
      }
      configuration[keyPath: field] = value
    }
  }

  private static func list(
    _ section: String, _ name: String, _ summary: String, _ field: any Field<[String]>
  ) -> ConfigurationKey {
    make(section, name, summary, field) { (configuration, value) throws(ValueError) in
      configuration[keyPath: field] = value.split(separator: " ").map(String.init)
    }
  }

  private static func duration(
    _ section: String, _ name: String, _ summary: String, _ field: any Field<Int>, _ least: Int,
    needsUnit: Bool = false
  ) -> ConfigurationKey {
    make(section, name, summary, field) { (configuration, value) throws(ValueError) in
      // Days are meant as a rule, and seconds would delete everything.
      if needsUnit, value != "0", value.allSatisfy(\.isNumber) {
        throw ValueError(message: "needs a unit, such as \(value)d or \(value)h: a bare number would count seconds")
      }
      guard let milliseconds = Self.milliseconds(value) else {
        throw ValueError(message: "needs a time such as 500ms, 60s, 5min or 2h, not '\(value)'")
      }
      guard milliseconds >= least else { throw ValueError(message: "needs at least \(least)ms, not '\(value)'") }
      configuration[keyPath: field] = milliseconds
    }
  }

  private static func size(
    _ section: String, _ name: String, _ summary: String, _ field: any Field<Int>
  ) -> ConfigurationKey {
    make(section, name, summary, field) { (configuration, value) throws(ValueError) in
      guard let bytes = Self.bytes(value) else {
        throw ValueError(message: "needs a number of bytes such as 500K, 64M or 2G, not '\(value)'")
      }
      configuration[keyPath: field] = bytes
    }
  }

  /// Reads a number of bytes as systemd does: a whole number, with K, M, G or T to the base 1024.
  static func bytes(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let shifts = ["": 0, "K": 10, "M": 20, "G": 30, "T": 40]
    guard let number = Int(digits), let shift = shifts[String(text.dropFirst(digits.count))],
      number < 1 << 20 || shift == 0
    else { return nil }
    return number << shift
  }

  /// Reads a time span of systemd.time(7) with one unit; a bare number counts seconds.
  static func milliseconds(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    let factors = [
      "": 1_000.0, "ms": 1, "s": 1_000, "sec": 1_000, "min": 60_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
      "day": 86_400_000, "days": 86_400_000, "w": 604_800_000, "weeks": 604_800_000,
    ]
    guard let number = Double(digits), let factor = factors[String(unit)], number * factor < 1e12 else { return nil }
    return Int(number * factor)
  }
}
