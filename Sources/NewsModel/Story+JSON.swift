package import JSONCoding

extension Story: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      writeHead(to: &json)
      json.member("articles", articles)
      json.member("events", events)
    }
  }

  /// Writes what a list tells of it too.
  func writeHead(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("title", title)
    json.member("first_seen", firstSeen)
    json.member("last_seen", lastSeen)
    json.member("sources", sources)
  }
}

extension Story: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(id: "", articles: [], events: [])
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "id": id = try json.readString()
      case "title": title = try json.readString()
      case "first_seen": firstSeen = try json.readString()
      case "last_seen": lastSeen = try json.readString()
      case "articles": articles = try json.readList(StoryMember.self)
      case "events": events = try json.readList(StoryEvent.self)
      default: try json.skipValue()
      }
    }
  }
}

extension StoryMember: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("title", title)
      json.member("source", source)
      json.member("date", date)
      json.member("url", url)
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) {
    // An article has all of its members and more.
    self.init(try Article(from: &json))
  }
}

extension StoryEvent: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("event", event)
      json.member("first_seen", firstSeen)
      json.member("last_seen", lastSeen)
      json.member("sources", sources)
      json.member("mentions", mentions)
      json.member("changes", changes)
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) {
    let nowhere = Quote(text: "", span: Span(0, 0))
    self.init(event: Event(type: .statement, trigger: nowhere, evidence: nowhere), mentions: [])
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "event": event = try Event(from: &json)
      case "mentions": mentions = try json.readList(StoryMention.self)
      case "changes": changes = try json.readList(StoryChange.self)
      default: try json.skipValue()
      }
    }
  }
}

extension StoryMention: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("event", event)
      json.member("source", source)
      json.member("day", day)
      json.member("trigger", trigger)
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(event: "", source: nil, day: nil, trigger: "")
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "event": event = try json.readString()
      case "source": source = try json.readString()
      case "day": day = try json.readString()
      case "trigger": trigger = try json.readString()
      default: try json.skipValue()
      }
    }
  }
}

extension StoryChange: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("what", what)
      json.member("from", from)
      json.member("to", to)
      json.member("event", event)
      json.member("day", day)
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(what: "", from: "", to: "", event: "", day: nil)
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "what": what = try json.readString()
      case "from": from = try json.readString()
      case "to": to = try json.readString()
      case "event": event = try json.readString()
      case "day": day = try json.readString()
      default: try json.skipValue()
      }
    }
  }
}
