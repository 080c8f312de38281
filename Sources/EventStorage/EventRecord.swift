package import JSONCoding
package import NewsModel

/// An event in the store, quoted from its line without a copy.
package struct EventRecord: Sendable {
  let block: Block
  let index: Int

  /// Position among all events of the store, from 1.
  package var sequence: Int { block.firstEvent + index }

  /// The article it was found in.
  package var article: ArticleRecord {
    ArticleRecord(block: block, index: Int(block.columns.events[index].article))
  }

  /// The event as JSON.
  package var json: ArraySlice<UInt8> { block.columns.bytes[block.columns.events[index].json.range] }

  /// The event's id.
  package var id: String { String(decoding: block.columns.bytes[block.columns.events[index].id.range], as: UTF8.self) }

  /// Reads the event in full.
  package func event() throws(JSONError) -> Event {
    var reader = JSONReader(block.columns.bytes, in: block.columns.events[index].json.range)
    return try Event(from: &reader)
  }
}

extension EventRecord: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    block.columns.write(block.columns.events[index].json, to: &json)
  }
}
