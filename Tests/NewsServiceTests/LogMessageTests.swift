import NewsService
import Platform
import TestSupport
import Testing

@Suite("Messages with an id") struct LogMessageTests {
  /// The entries of systemd/newsd.catalog: ids and their lines.
  private func entries() throws -> [String: [Substring]] {
    let bytes = try KernelFileSystem().read(FilePath(Repository.path("systemd/newsd.catalog")), limit: 1 << 20)
    var entries: [String: [Substring]] = [:]
    var id = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- ") {
        id = String(line.dropFirst(3))
        #expect(entries[id] == nil, "\(id) stands in the catalog twice")
        entries[id] = []
      } else {
        entries[id, default: []].append(line)
      }
    }
    entries[""] = nil
    return entries
  }

  @Test("are all explained in the catalog, and nothing else is") func catalog() throws {
    #expect(Set(try entries().keys) == Set(LogMessage.allCases.map(\.rawValue)))
  }

  @Test("have ids as sd-id128(3) wants them", arguments: LogMessage.allCases) func ids(message: LogMessage) {
    #expect(message.rawValue.utf8.count == 32)
    #expect(message.rawValue.allSatisfy { $0.isHexDigit && !$0.isUppercase })
  }

  @Test("have a subject and say who defined them") func headers() throws {
    for (id, lines) in try entries() {
      #expect(lines.first?.hasPrefix("Subject: ") == true, "\(id)")
      #expect(lines.contains("Defined-By: newsd"), "\(id)")
    }
  }
}
