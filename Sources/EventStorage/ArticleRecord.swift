package import JSONCoding
package import NewsModel

/// An article in the store with its events, quoted from its line without a copy.
package struct ArticleRecord: Sendable {
  let block: Block
  let index: Int

  private var row: ArticleRow { block.columns.articles[index] }

  /// Position among all articles of the store, from 1.
  package var number: Int { block.firstArticle + index }

  /// The article's id.
  package var id: String { String(decoding: block.columns.bytes[row.id.range], as: UTF8.self) }

  /// Its claim number in the spool; 0 where it has none.
  package var claim: Int { row.claim }

  /// Its events, in the order of the text.
  package var events: [EventRecord] { block.events(ofArticle: index).map { EventRecord(block: block, index: $0) } }

  /// How many events it has.
  package var eventCount: Int { block.events(ofArticle: index).count }

  /// Sequences of its events.
  package var sequences: Range<Int> {
    let events = block.events(ofArticle: index)
    return block.firstEvent + events.lowerBound..<block.firstEvent + events.upperBound
  }

  /// The article as JSON, text and all.
  package var json: ArraySlice<UInt8> { block.columns.bytes[row.json.range] }

  /// Reads the article in full.
  package func article() throws(JSONError) -> Article {
    var reader = JSONReader(block.columns.bytes, in: row.json.range)
    return try Article(from: &reader)
  }

  /// Writes the article as a list shows it: without its text, with the number of its events.
  package func writeSummary(to json: inout JSONWriter) {
    json.object { json in
      var reader = JSONReader(block.columns.bytes, in: row.json.range)
      // The line was read before, or it would not be here.
      try? reader.readObject { (key, reader) throws(JSONError) in
        guard key != "text" else { return }
        let start = reader.offset
        try reader.skipValue()
        json.key(key)
        json.raw(block.columns.bytes[start..<reader.offset])
      }
      json.member("events", eventCount)
    }
  }
}

extension ArticleRecord: JSONEncodable {
  package func write(to json: inout JSONWriter) { block.columns.write(row.json, to: &json) }
}
