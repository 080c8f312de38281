package import NewsModel
package import Platform

/// A file that newsd has taken out of incoming/: its name in work/ is the journal.
///
/// Name in work/: `<sequence, 12 digits>.<attempts>[.<YYYYMMDD>]-<original name>`. The name says everything, so that a claim is one
/// rename and survives any crash.
package struct Claim: Sendable, Hashable, Comparable {
  /// Number of the claim, from 1 and rising; articles are stored in this order.
  package let sequence: Int
  /// How often a process has begun to read it.
  package var attempts: Int
  /// The day that whoever submitted the file gave its articles.
  package let date: CalendarDate?
  /// The name the producer gave the file.
  package let original: FilePath

  package init(sequence: Int, attempts: Int = 0, date: CalendarDate? = nil, original: FilePath) {
    self.sequence = sequence
    self.attempts = attempts
    self.date = date
    self.original = original
  }

  /// Reads a name of work/; nil where it is none.
  package init?(workName: FilePath) {
    let bytes = workName.bytes
    guard let dash = bytes.firstIndex(of: UInt8(ascii: "-")), bytes.count > dash + 1 else { return nil }
    let parts = bytes[..<dash].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let sequence = Int(String(decoding: parts[0], as: UTF8.self)), sequence > 0,
      let attempts = Int(String(decoding: parts[1], as: UTF8.self)), attempts >= 0
    else { return nil }
    var date: CalendarDate?
    if parts.count == 3 {
      let digits = String(decoding: parts[2], as: UTF8.self)
      date = CalendarDate("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))")
      if date == nil { return nil }
    }
    let original = FilePath(bytes: bytes[(dash + 1)...])
    self.init(sequence: sequence, attempts: attempts, date: date, original: original)
    // A claim must find its file again: what only looks like one of our names is none.
    guard self.workName == workName else { return nil }
  }

  /// The file's name in work/.
  package var workName: FilePath {
    let digits = String(sequence)
    let number = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    let day = date.map { "." + $0.description.filter { $0 != "-" } } ?? ""
    return FilePath(bytes: Array("\(number).\(attempts)\(day)-".utf8) + shortened)
  }

  /// The original name, cut where the whole would be longer than a name may be (255 bytes).
  private var shortened: [UInt8] { Array(original.bytes.suffix(230)) }

  package static func < (a: Claim, b: Claim) -> Bool { a.sequence < b.sequence }
}
