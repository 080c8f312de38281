import EventCoding
import JSONCoding
import NewsService
import Platform
import SystemdSupport

/// `newsd serve`.
func serve(_ arguments: ParsedArguments) throws -> Int32 {
  let source = try source(arguments)
  // Only of the user's own folders: a path that somebody wrote down and that is missing is a mistake, or a disk not mounted.
  if isUsersOwn {
    let defaults = [("spool", source.base.spoolDirectory), ("state", source.base.stateDirectory)]
    for (option, folder) in defaults where arguments[option] == nil {
      try KernelFileSystem().makeFolders(above: FilePath(folder))
    }
  }
  return Daemon.main(source)
}

/// Whether newsd runs for a user rather than for the machine. Under systemd's unit it is not root either, but is the system's:
/// systemd then names its state folder.
private var isUsersOwn: Bool { Accounts.effectiveUser != 0 && Environment["STATE_DIRECTORY"] == nil }

/// `newsd check-config`.
func checkConfiguration(_ arguments: ParsedArguments) throws -> Int32 {
  let source = try source(arguments)
  let configuration = try source.read()
  let additions = try CodingAdditions(configuration)
  _ = try additions.coder()
  for remark in configuration.unknownAccounts { Program.complain("warning: \(remark)") }
  let files = try source.files()
  if files.isEmpty { print("\(source.file) is not there: all settings are the defaults") }
  for file in files { print("\(file): ok") }
  for table in additions.actors + additions.lexicon { print("\(table.file): ok") }
  return 0
}

/// `newsd describe`.
func describe(_ arguments: ParsedArguments) throws -> Int32 {
  print(JSONValue.object(try Service.describeInterface()).description)
  return 0
}

/// Where the settings come from: /etc for the system's daemon, the user's own folders for anybody else.
func source(_ arguments: ParsedArguments) throws -> ConfigurationSource {
  var base = Configuration()
  var file: FilePath = "/etc/newsd/newsd.conf"
  if isUsersOwn {
    let home = Environment["HOME"] ?? "/"
    base.spoolDirectory = "\(Environment["XDG_DATA_HOME"] ?? home + "/.local/share")/newsd/spool"
    base.stateDirectory = "\(Environment["XDG_STATE_HOME"] ?? home + "/.local/state")/newsd"
    base.socketPath = "\(Environment["XDG_RUNTIME_DIR"] ?? "/tmp")/newsd/newsd.sock"
    file = FilePath("\(Environment["XDG_CONFIG_HOME"] ?? home + "/.config")/newsd/newsd.conf")
  }
  let named = arguments["config"]
  let (spool, state, socket) = try (
    absolute(arguments["spool"]), absolute(arguments["state"]), absolute(arguments["socket"])
  )
  return ConfigurationSource(file: named.map { FilePath($0) } ?? file, isRequired: named != nil, base: base) {
    if let spool { $0.spoolDirectory = spool }
    if let state { $0.stateDirectory = state }
    if let socket { $0.socketPath = socket }
  }
}

/// A path of the command line seen from the root, since messages and clients need it so.
private func absolute(_ path: String?) throws -> String? {
  guard let path else { return nil }
  if path.hasPrefix("/") { return path }
  guard !path.isEmpty else { throw UsageError("a path is empty") }
  return "\(try KernelFileSystem.currentFolder())/\(path)"
}
