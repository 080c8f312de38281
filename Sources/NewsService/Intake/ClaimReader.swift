import ArticleReading
import Linguistics
import NewsModel
import Platform
import Spooling

/// Does on a worker's thread what a claimed file needs: read, code, or set aside with the reason.
struct ClaimReader: Sendable {
  let spool: Spool
  let pipeline: Pipeline
  let clock: any Clock
  /// Bytes of a file at most.
  var fileLimit = ReadingLimits.standard.fileBytes

  /// What became of a claim.
  enum Outcome: Sendable {
    /// It was read; the articles are to be stored.
    case articles([CodedArticle])
    /// It lies in quarantine under that name.
    case quarantined(FilePath, ReadingError)
    /// It was submitted by a client, who is told instead.
    case rejected(ReadingError)
    /// The disk did not let it be read or set aside; it is to be tried again later.
    case stuck(SystemError)
  }

  /// A claim as work/ has it now, and what became of it.
  typealias Result = (claim: Claim, outcome: Outcome)

  /// Reads a file, which is marked in work/ as long as that lasts: a file that brings the process down shows by its marks.
  ///
  /// - Parameter isSubmitted: whether a client waits for the answer; then what cannot be read is dropped and not set aside.
  func process(_ claim: Claim, isSubmitted: Bool = false, scratch: inout NetworkScratch) -> Result {
    if claim.attempts >= Self.attempts { return (claim, setAsidePoison(claim)) }
    var claim = claim
    do throws(SystemError) {
      claim = try spool.beginAttempt(claim)
      let outcome = read(claim, isSubmitted: isSubmitted, scratch: &scratch)
      switch outcome {
      case .articles, .rejected: return (try spool.endAttempt(claim), outcome)
      case .quarantined, .stuck: return (claim, outcome)
      }
    } catch {
      return (claim, .stuck(error))
    }
  }

  /// So often may a process end while it reads a file.
  private static let attempts = 2

  private func read(_ claim: Claim, isSubmitted: Bool, scratch: inout NetworkScratch) -> Outcome {
    do throws(SystemError) {
      let bytes: [UInt8]
      do throws(SystemError) {
        bytes = try spool.read(claim, limit: fileLimit)
      } catch {
        guard let reason = unreadable(error) else { throw error }
        return try setAside(claim, reason)
      }
      do throws(ReadingError) {
        let modified = try? spool.modified(claim).map { CalendarDate(daysSinceEpoch: $0 / 86_400_000) }
        let output = try pipeline.process(
          bytes, name: claim.original.description, modified: modified, date: claim.date?.description, scratch: &scratch)
        for warning in output.warnings { Log.write(.debug, "\(claim.original): \(warning)") }
        // Where a part cannot be set aside, the file is tried again as a whole: doing it twice changes nothing.
        do throws(SystemError) { try setAside(output, of: claim) } catch { return .stuck(error) }
        return .articles(output.articles)
      } catch {
        if isSubmitted { return .rejected(error) }
        return try setAside(claim, error)
      }
    } catch {
      return .stuck(error)
    }
  }

  /// Sets aside a file that brought the process down again and again.
  private func setAsidePoison(_ claim: Claim) -> Outcome {
    let reason = ReadingError(
      ReadingError.Code(rawValue: "poison"),
      "newsd ended \(claim.attempts) times while it read this file; please report it, and keep the file")
    do {
      return try setAside(claim, reason)
    } catch {
      return .stuck(error)
    }
  }

  private func setAside(_ claim: Claim, _ error: ReadingError) throws(SystemError) -> Outcome {
    .quarantined(try spool.quarantine(claim, reason: reason(error)), error)
  }

  /// Sets aside the parts that could not be read; the file's other articles go on.
  private func setAside(_ output: Pipeline.Output, of claim: Claim) throws(SystemError) {
    for (index, part) in output.rejections.enumerated() {
      let place = part.error.line.map { "line\($0)" } ?? "part\(index + 1)"
      try spool.quarantine(part: part.bytes, as: claim.original + ".\(place)", reason: reason(part.error))
    }
  }

  private func reason(_ error: ReadingError) -> QuarantineReason {
    QuarantineReason(
      code: error.code.rawValue, message: error.message, offset: error.offset,
      time: Timestamp(seconds: clock.now / 1_000).description)
  }

  /// Faults of the file itself, not of the disk.
  private func unreadable(_ error: SystemError) -> ReadingError? {
    switch error.code {
    case 13: ReadingError(ReadingError.Code(rawValue: "unreadable"), "newsd may not read it: check its owner and mode")
    case 22, 40, 6:
      ReadingError(
        ReadingError.Code(rawValue: "not_a_file"), "it is a link, a FIFO or a device: hand over the file itself")
    case 27: ReadingError(.tooLarge, "the file has more than \(fileLimit) bytes; split it")
    default: nil
    }
  }
}
