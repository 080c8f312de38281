package import JSONCoding

/// A news article as newsd keeps it: the text that was read, and what the source said of it.
package struct Article: Sendable, Hashable {
  /// Where the article's date comes from.
  package enum DateBasis: String, Sendable, Hashable, CaseIterable {
    /// The article's own metadata, or the person who submitted it.
    case metadata
    /// The dateline: "GENEVA, Jan 10 (AFP) —".
    case dateline
    /// The file's modification time.
    case file
  }

  /// 16 hexadecimal digits, the hash of the article's bytes: the same bytes are the same article.
  package var id: String
  package var title: String?
  /// What all offsets count in: paragraphs parted by one newline, nothing but the story.
  package var text: String
  /// ISO 8601 date or RFC 3339 time, as exact as the source gives it.
  package var date: String?
  package var dateBasis: DateBasis?
  package var source: String?
  package var url: String?
  /// ISO 639-1.
  package var language: String?
  /// Name of the file that brought it.
  package var file: String?
  /// When newsd took it, RFC 3339 in UTC.
  package var received: String?

  package init(
    id: String, title: String? = nil, text: String, date: String? = nil, dateBasis: DateBasis? = nil,
    source: String? = nil, url: String? = nil, language: String? = nil, file: String? = nil, received: String? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.date = date
    self.dateBasis = dateBasis
    self.source = source
    self.url = url
    self.language = language
    self.file = file
    self.received = received
  }

  /// The day of `date`, the anchor of relative time expressions.
  package var day: CalendarDate? { date.flatMap { CalendarDate($0.prefix(10)) } }
}

extension Article: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("title", title)
      json.member("date", date)
      json.member("date_basis", dateBasis?.rawValue)
      json.member("source", source)
      json.member("url", url)
      json.member("language", language)
      json.member("file", file)
      json.member("received", received)
      json.member("text", text)
    }
  }
}

extension Article: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(id: "", text: "")
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "id": id = try json.readString()
      case "title": title = try json.readString()
      case "date": date = try json.readString()
      case "date_basis": dateBasis = try json.readChoice(DateBasis.self)
      case "source": source = try json.readString()
      case "url": url = try json.readString()
      case "language": language = try json.readString()
      case "file": file = try json.readString()
      case "received": received = try json.readString()
      case "text": text = try json.readString()
      default: try json.skipValue()
      }
    }
  }
}

/// An article with all its events: one line of a segment, and what `newsd extract` prints.
package struct CodedArticle: Sendable, Hashable {
  package var article: Article
  package var events: [Event]
  /// Claim number of the article, from 1 and rising in the order of arrival; 0 before it is stored.
  package var sequence: Int

  package init(article: Article, events: [Event], sequence: Int = 0) {
    self.article = article
    self.events = events
    self.sequence = sequence
  }
}

extension CodedArticle: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      if sequence > 0 { json.member("sequence", sequence) }
      json.member("article", article)
      json.member("events", events)
    }
  }
}

extension CodedArticle: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    self.init(article: Article(id: "", text: ""), events: [])
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "sequence": sequence = try json.readInt()
      case "article": article = try Article(from: &json)
      case "events": events = try json.readList(Event.self)
      default: try json.skipValue()
      }
    }
  }
}
