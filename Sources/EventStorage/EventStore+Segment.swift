package import JSONCoding

extension EventStore {
  /// A store of the articles and events in one segment's lines, read as a restart reads them; its first event has the
  /// sequence 1.
  ///
  /// - Throws: an error with the byte where a line is not what a snapshot writes.
  package static func restoring(segment lines: [UInt8]) throws(JSONError) -> EventStore {
    var blocks = BlockStack()
    blocks.append(try LineIndexer.index(lines, firstEvent: 1))
    return EventStore(blocks)
  }
}
