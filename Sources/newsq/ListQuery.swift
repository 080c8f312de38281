import JSONCoding
import Platform

/// Asks a method that answers with a list and a cursor, page by page.
struct ListQuery {
  /// What was found.
  struct Found {
    /// JSON texts, the oldest first.
    var items: [[UInt8]] = []
    /// Cursor of what follows; nil where nothing does.
    var next: String?

    /// Prints the list as the daemon would give it in one piece.
    func printDocument(member: String, to output: Output) {
      var json = JSONWriter()
      json.object { json in
        json.key(member)
        json.array { json in for item in items { json.raw(item) } }
        json.member("next", next)
      }
      output.line(JSONWriter.indented(json.bytes))
    }
  }

  /// More than this would make one answer large and late.
  private static let pageSize = 1_000

  private let method: String
  private let member: String
  private let filter: JSONObject
  /// Whether to begin with the oldest instead of the latest.
  var isOldestFirst = false
  /// Counts what is found, page by page.
  var progress: Progress?
  /// Where to go on; nil begins at the end that the order says.
  var cursor: String?

  /// Prepares to ask a method whose result has the list as `member`.
  init(_ method: String, member: String, _ filter: JSONObject) {
    self.method = method
    self.member = member
    self.filter = filter
  }

  /// The options that say which part of a list is wanted.
  static let options = [
    Option("limit", letter: "n", value: "N", "How many at most, the latest; the default is 100."),
    Option("cursor", value: "CURSOR", "Go on after this cursor, which -o json gives as \"next\"."),
    Option("oldest", "Begin with the oldest instead of the latest."),
  ]

  /// Prepares to ask for the part that those options say.
  init(_ method: String, member: String, _ filter: JSONObject, _ invocation: Invocation) {
    self.init(method, member: member, filter)
    isOldestFirst = invocation.arguments.has("oldest")
    cursor = invocation.arguments["cursor"]
  }

  /// Asks until `limit` items are found or there are no more.
  func run(_ connection: Connection, limit: Int) throws(Ending) -> Found {
    var found = Found()
    var parameters = filter
    parameters["order"] = .string(isOldestFirst ? "oldest" : "newest")
    parameters["cursor"] = cursor.map(JSONValue.string)
    repeat {
      parameters["limit"] = .int(min(Self.pageSize, limit - found.items.count))
      let page = try Page(answer: try connection.call(method, parameters), member: member)
      found.items += page.items
      progress?.add(page.items.count, member)
      found.next = page.next
      parameters["cursor"] = page.next.map(JSONValue.string)
    } while found.next != nil && found.items.count < limit
    if !isOldestFirst { found.items.reverse() }
    return found
  }

  private struct Page {
    var items: [[UInt8]] = []
    var next: String?

    init(answer: [UInt8], member: String) throws(Ending) {
      do throws(JSONError) {
        var json = JSONReader(answer)
        try json.readObject { (key, json) throws(JSONError) in
          switch key {
          case member:
            try json.readArray { (json) throws(JSONError) in
              let start = json.offset
              try json.skipValue()
              items.append(Array(answer[start..<json.offset]))
            }
          case "next": next = try json.readString()
          default: break
          }
        }
      } catch {
        throw Ending(.refused, "newsd sent what newsq \(Newsq.version) does not understand: \(error)")
      }
    }
  }
}
