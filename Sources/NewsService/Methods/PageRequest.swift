import EventStorage
import JSONCoding
import JSONRPC
import NewsModel
import Platform

/// What a call asks for that lists records page by page.
struct PageRequest: Sendable {
  let filter: EventFilter
  let now: Timestamp
  let order: StoreOrder
  /// Where to go on.
  let position: Int?
  let limit: Int
  /// Members that are wanted; all where there are none.
  let fields: Set<String>

  /// - Parameter first: the oldest position there still is: what followed an older cursor is gone.
  init(_ arguments: Arguments, notBefore first: Int = 0, now: Timestamp) throws(RPCError) {
    filter = try FilterParameters.filter(in: arguments)
    self.now = now
    order = arguments.string("order") == "oldest" ? .oldest : .newest
    position = try FilterParameters.position(in: arguments, notBefore: first)
    limit = arguments.int("limit") ?? 100
    fields = Set(arguments.strings("fields"))
  }

  /// Finds a page and answers with it: at once, or on a thread where that would take long.
  ///
  /// - Parameters:
  ///   - name: the member of the answer that has the records.
  ///   - find: finds the page; one that is cut for want of effort is not answered with.
  ///   - write: writes a record.
  @Loop
  func run<Record>(
    _ name: String, _ service: Service, _ find: @escaping @Sendable (Effort) -> Page<Record>,
    write: @escaping @Sendable (Record, inout JSONWriter) -> Void
  ) -> Work {
    service.query { effort in
      var effort = effort
      guard effort.spend(limit * Effort.ofWriting) else { return nil }
      let page = find(effort)
      return page.isCut ? nil : answer(name, page, write)
    }
  }

  /// The answer: the records under a name, and where to go on.
  private func answer<Record>(_ name: String, _ page: Page<Record>, _ write: (Record, inout JSONWriter) -> Void)
    -> [UInt8]
  {
    var json = JSONWriter(capacity: 1_024 * page.records.count)
    json.object { json in
      json.key(name)
      json.array { json in for record in page.records { write(record, &json) } }
      json.member("next", page.next.map(String.init))
    }
    return json.bytes
  }
}
