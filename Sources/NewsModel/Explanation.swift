package import JSONCoding

/// Why an event was coded as it was: which rule fired on which words, how each part was found, and what was rejected.
package struct Explanation: Sendable, Hashable {
  /// One decision on the way to the event.
  package struct Step: Sendable, Hashable {
    /// "rule", "status", "actor", "recipient", "time", "place", "said by", "mention".
    package var part: String
    /// The words of the text it was decided by; empty where there are none.
    package var words: String
    /// What was made of them.
    package var result: String
    /// How.
    package var how: String
    package var rejected: [Rejection]

    package init(part: String, words: String, result: String, how: String, rejected: [Rejection] = []) {
      self.part = part
      self.words = words
      self.result = result
      self.how = how
      self.rejected = rejected
    }
  }

  /// What might have been, and why it was not.
  package struct Rejection: Sendable, Hashable {
    package var what: String
    package var why: String

    package init(what: String, why: String) {
      self.what = what
      self.why = why
    }
  }

  /// Words that might have been an event.
  package struct RejectedWords: Sendable, Hashable {
    package var words: String
    package var span: Span
    /// Each pattern or decision that came to nothing.
    package var reasons: [Rejection]

    package init(words: String, span: Span, reasons: [Rejection]) {
      self.words = words
      self.span = span
      self.reasons = reasons
    }
  }

  /// The event as it is coded now, which is not as it is stored where tables or texts have changed since.
  package var event: Event
  package var steps: [Step]

  package init(event: Event, steps: [Step]) {
    self.event = event
    self.steps = steps
  }
}

/// Why an article has the events it has.
package struct ArticleExplanation: Sendable, Hashable {
  package var article: Article
  package var events: [Explanation]
  package var rejected: [Explanation.RejectedWords]

  package init(article: Article, events: [Explanation], rejected: [Explanation.RejectedWords]) {
    self.article = article
    self.events = events
    self.rejected = rejected
  }

  /// What is said of one event, and of the words in its sentence that are none; nil where the article has no such event.
  package func part(for id: String) -> ArticleExplanation? {
    guard let explanation = events.first(where: { $0.event.id == id }) else { return nil }
    let sentence = explanation.event.evidence.span
    return ArticleExplanation(
      article: article, events: [explanation], rejected: rejected.filter { $0.span.overlaps(sentence) })
  }
}

extension Explanation: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("event", event)
      json.member("steps", steps)
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) {
    let nowhere = Quote(text: "", span: Span(0, 0))
    self.init(event: Event(type: .statement, trigger: nowhere, evidence: nowhere), steps: [])
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "event": event = try Event(from: &json)
      case "steps": steps = try json.readList(Step.self)
      default: try json.skipValue()
      }
    }
  }
}

extension Explanation.Step: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("part", part)
      json.member("words", words)
      json.member("result", result)
      json.member("how", how)
      json.member("rejected", rejected)
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(part: "", words: "", result: "", how: "")
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "part": part = try json.readString()
      case "words": words = try json.readString()
      case "result": result = try json.readString()
      case "how": how = try json.readString()
      case "rejected": rejected = try json.readList(Explanation.Rejection.self)
      default: try json.skipValue()
      }
    }
  }
}

extension Explanation.Rejection: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("what", what)
      json.member("why", why)
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(what: "", why: "")
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "what": what = try json.readString()
      case "why": why = try json.readString()
      default: try json.skipValue()
      }
    }
  }
}

extension Explanation.RejectedWords: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("words", words)
      json.span(span)
      json.member("reasons", reasons)
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(words: "", span: Span(0, 0), reasons: [])
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "words": words = try json.readString()
      case "start": span.start = try json.readInt()
      case "end": span.end = try json.readInt()
      case "reasons": reasons = try json.readList(Explanation.Rejection.self)
      default: try json.skipValue()
      }
    }
  }
}

extension ArticleExplanation: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { writeMembers(to: &$0) }
  }

  /// Writes the members into an object that has others too.
  package func writeMembers(to json: inout JSONWriter) {
    json.member("article", article.id)
    json.member("events", events)
    json.member("rejected", rejected)
  }
}
