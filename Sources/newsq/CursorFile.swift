import Platform

/// A file that holds the cursor of what was printed.
struct CursorFile {
  let path: FilePath

  /// The cursor; nil where there is no file yet.
  func read() throws(Ending) -> String? {
    do throws(SystemError) {
      let files = KernelFileSystem()
      guard try files.status(of: path) != nil else { return nil }
      let text = String(decoding: try files.read(path, limit: 4096), as: UTF8.self)
      let cursor = text.split { $0 == "\n" || $0 == " " }.first.map(String.init)
      return cursor
    } catch {
      throw Ending(.refused, "\(error)")
    }
  }

  /// Keeps a cursor; after a crash the file has the old or the new one.
  func write(_ cursor: String) throws(Ending) {
    do throws(SystemError) {
      try KernelFileSystem().replaceDurably(path, bytes: Array("\(cursor)\n".utf8), mode: 0o644)
    } catch {
      throw Ending(.refused, "\(error)")
    }
  }
}
