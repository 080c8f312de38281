import JSONCoding
import NewsModel
import Platform

/// What the store consists of: the segments in order, and the numbers that come next.
///
/// On disk it is one JSON object whose last member `xxh3` is the checksum of all bytes before that member's comma.
struct Manifest: Sendable, Equatable {
  /// One file of lines.
  struct Segment: Sendable, Equatable {
    var file: String
    var bytes: Int
    /// XXH3 of 64 bits over the file, in hexadecimal: what `xxhsum -H3` prints.
    var checksum: String
    var articles: Int
    var events: Int
    /// Number of the first article and sequence of the first event, or what they would be.
    var firstArticle: Int
    var firstEvent: Int
    /// When the youngest of its articles was written down; retention and merging go by it.
    var written: Timestamp
  }

  /// The only format there is so far.
  static let format = 1
  static let fileName: FilePath = "MANIFEST.json"

  var segments: [Segment] = []
  /// Files that segments named above have replaced, or that are older than is kept: they are removed once this is durable.
  var obsolete: [String] = []
  /// Number in the next segment's name.
  var nextSegment = 1
  var nextArticle = 1
  var nextEvent = 1
  /// Highest claim number that is covered; work on it can go.
  var lastClaim = 0

  /// Articles and events in all segments.
  var articleCount: Int { segments.reduce(0) { $0 + $1.articles } }
  var eventCount: Int { segments.reduce(0) { $0 + $1.events } }
  var byteCount: Int { segments.reduce(0) { $0 + $1.bytes } }

  /// The name of a segment that does not exist yet.
  mutating func takeFileName() -> String {
    defer { nextSegment += 1 }
    let number = String(nextSegment)
    return "segment-\(String(repeating: "0", count: max(0, 8 - number.utf8.count)))\(number).jsonl"
  }

  /// The file's bytes.
  func encoded(written: Timestamp) -> [UInt8] {
    var json = JSONWriter(capacity: 512 + segments.count * 200)
    json.object { json in
      json.member("format", Self.format)
      json.member("written", written.description)
      json.member("next_segment", nextSegment)
      json.member("next_article", nextArticle)
      json.member("next_event", nextEvent)
      json.member("last_claim", lastClaim)
      json.member("segments", segments)
      if !obsolete.isEmpty { json.member("obsolete", obsolete) }
    }
    let body = Array(json.bytes.dropLast())
    return body + Array(",\"xxh3\":\"\(Checksum.hex(body))\"}\n".utf8)
  }

  /// Reads and checks the file's bytes.
  init(parsing bytes: [UInt8]) throws(JSONError) {
    // `,"xxh3":"` sixteen digits `"}` newline.
    let tailLength = 9 + 16 + 3
    self.init()
    var format: Int?
    var json = JSONReader(bytes)
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "format":
        format = try json.readInt()
        guard format == Self.format else {
          throw JSONError(
            "format \(format ?? 0) is not the format \(Self.format) of this newsd", offset: json.offset)
        }
      case "next_segment": nextSegment = try json.readInt()
      case "next_article": nextArticle = try json.readInt()
      case "next_event": nextEvent = try json.readInt()
      case "last_claim": lastClaim = try json.readInt()
      case "segments": segments = try json.readList(Segment.self)
      case "obsolete": try json.readArray { (json) throws(JSONError) in obsolete.append(try json.readString()) }
      default: break
      }
    }
    try json.finish()
    guard format != nil else { throw JSONError("there is no format number", offset: 0) }
    let body = bytes.dropLast(tailLength)
    let tail = Array(",\"xxh3\":\"\(Checksum.hex(Array(body)))\"}\n".utf8)
    guard bytes.suffix(tailLength).elementsEqual(tail) else {
      throw JSONError("the checksum is not that of the bytes before it", offset: body.count)
    }
    try checkNumbers()
  }

  init() {}

  /// Checks that each segment begins where the one before it ends.
  private func checkNumbers() throws(JSONError) {
    guard var article = segments.first?.firstArticle, var event = segments.first?.firstEvent else { return }
    for segment in segments {
      guard segment.firstArticle == article, segment.firstEvent == event else {
        throw JSONError("\(segment.file) does not begin where the segment before it ends", offset: 0)
      }
      article += segment.articles
      event += segment.events
    }
    guard article == nextArticle, event == nextEvent else {
      throw JSONError("the last segment does not end where the next one will begin", offset: 0)
    }
  }
}

extension Manifest.Segment: JSONEncodable, JSONDecodable {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("file", file)
      json.member("bytes", bytes)
      json.member("xxh3", checksum)
      json.member("articles", articles)
      json.member("events", events)
      json.member("first_article", firstArticle)
      json.member("first_event", firstEvent)
      json.member("written", written.description)
    }
  }

  init(from json: inout JSONReader) throws(JSONError) {
    self.init(
      file: "", bytes: 0, checksum: "", articles: 0, events: 0, firstArticle: 0, firstEvent: 0,
      written: Timestamp(seconds: 0))
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "file": file = try json.readString()
      case "bytes": bytes = try json.readInt()
      case "xxh3": checksum = try json.readString()
      case "articles": articles = try json.readInt()
      case "events": events = try json.readInt()
      case "first_article": firstArticle = try json.readInt()
      case "first_event": firstEvent = try json.readInt()
      case "written":
        let offset = json.offset
        guard let time = Timestamp(try json.readString()) else {
          throw JSONError("expected a time such as 2022-01-10T12:30:00Z", offset: offset)
        }
        written = time
      default: break
      }
    }
  }
}
