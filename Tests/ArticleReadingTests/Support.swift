import ArticleReading
import Glibc
import NewsModel
import Testing

/// The day every test file was last changed, unless the test says otherwise.
let fileDay = CalendarDate("2023-06-15")

func read(
  _ bytes: [UInt8], name: String = "file", modified: CalendarDate? = fileDay, date: String? = nil,
  limits: ReadingLimits = .standard
) throws(ReadingError) -> ReadingResult {
  try ArticleReader(limits: limits).read(bytes, name: name, modified: modified, date: date)
}

/// The one article of a text.
func article(
  _ text: String, name: String = "file", modified: CalendarDate? = fileDay, date: String? = nil
) throws -> Article {
  try article(Array(text.utf8), name: name, modified: modified, date: date)
}

/// The one article of a file.
func article(
  _ bytes: [UInt8], name: String = "file", modified: CalendarDate? = fileDay, date: String? = nil
) throws -> Article {
  let articles = try read(bytes, name: name, modified: modified, date: date).articles
  #expect(articles.count == 1)
  return try #require(articles.first)
}

/// The code with which a file is refused; nil if it is read.
func refusal(of bytes: [UInt8], name: String = "file", limits: ReadingLimits = .standard) -> ReadingError.Code? {
  do {
    _ = try read(bytes, name: name, limits: limits)
    return nil
  } catch {
    return error.code
  }
}

/// A file of the folder Fixtures beside this one.
func fixture(_ name: String, beside file: String = #filePath) throws -> [UInt8] {
  let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[..<$0]) } ?? "."
  guard let stream = unsafe fopen("\(folder)/Fixtures/\(name)", "rb") else {
    Issue.record("no fixture \(name)")
    return []
  }
  defer { _ = unsafe fclose(stream) }
  var bytes: [UInt8] = []
  while case let byte = unsafe getc(stream), byte >= 0 { bytes.append(UInt8(byte)) }
  return bytes
}

/// A paragraph that nothing in it marks as anything but story.
let story = "The president of the republic met the prime minister in the capital on Monday, officials said."

/// One byte many times.
func text(_ byte: UInt8, count: Int) -> [UInt8] { [UInt8](repeating: byte, count: count) }
