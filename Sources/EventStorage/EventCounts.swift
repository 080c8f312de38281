package import JSONCoding

/// How many events there are under each value of one or more dimensions.
package struct EventCounts: Sendable, Equatable {
  /// One value of each dimension, and its events.
  package struct Entry: Sendable, Equatable {
    /// Nil where an event has no value of the dimension.
    package var key: [String?]
    package var count: Int

    package init(key: [String?], count: Int) {
      self.key = key
      self.count = count
    }
  }

  /// By count, the greatest first; by day, the earliest first.
  package var entries: [Entry]
  /// Events that match; an event with several actors counts under each of them, and once here.
  package var total: Int
  /// Whether no entry was left out for the limit.
  package var isComplete: Bool

  package init(entries: [Entry], total: Int, isComplete: Bool) {
    self.entries = entries
    self.total = total
    self.isComplete = isComplete
  }
}

extension EventCounts: JSONEncodable {
  /// Writes `{"counts": [{"key": ["CONSULT"], "count": 12}], "total": 345, "complete": true}`; a missing value is `null`.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("counts")
      json.array { json in
        for entry in entries { write(entry, to: &json) }
      }
      json.member("total", total)
      json.member("complete", isComplete)
    }
  }

  private func write(_ entry: Entry, to json: inout JSONWriter) {
    json.object { json in
      json.key("key")
      json.array { json in
        for value in entry.key {
          if let value { json.string(value) } else { json.null() }
        }
      }
      json.member("count", entry.count)
    }
  }
}
