import ArticleReading
package import EventStorage
package import NewsModel
package import Platform
import Spooling

/// What clients ask for.
extension Intake {
  /// Stores what a client sends as if it had come through incoming/: durable before it is read.
  ///
  /// - Returns: what was stored, in the order of the articles.
  /// - Throws: `ReadingError` where it cannot be read, `SystemError` where the disk does not take it.
  package func submit(_ bytes: [UInt8], name: FilePath, date: CalendarDate?) async throws -> [Appended] {
    lastClaim += 1
    let sequence = lastClaim
    inFlight.insert(sequence)
    let spool = self.spool
    let reader = reader()
    let result = await workers.run { scratch -> Result<ClaimReader.Result, SystemError> in
      do throws(SystemError) {
        let claim = try spool.submit(bytes, name: name, date: date, as: sequence)
        return .success(reader.process(claim, isSubmitted: true, scratch: &scratch))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .failure(let error):
      finished[sequence] = { self.inFlight.remove(sequence) }
      commit()
      if error.isDiskFull { pause(.full, "read-only: \(error)") }
      throw error
    case .success(let read):
      var stored: [Appended] = []
      finish(read) { stored = $0 }
      while answered < sequence { await changed.wait() }
      if case .rejected(let error) = read.outcome { throw error }
      if case .stuck(let error) = read.outcome { throw error }
      return stored
    }
  }

  /// Reads an article and stores nothing.
  package func extract(_ bytes: [UInt8], name: String, date: CalendarDate?) async throws -> [CodedArticle] {
    let pipeline = self.pipeline
    let result = await workers.run { scratch -> Result<[CodedArticle], ReadingError> in
      do throws(ReadingError) {
        return .success(
          try pipeline.process(bytes, name: name, modified: nil, date: date?.description, scratch: &scratch).articles)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Codes an article anew, by the tables of now, and tells why its events are what they are. Stores nothing.
  package func explain(_ article: Article) async -> ArticleExplanation {
    let pipeline = self.pipeline
    return await workers.run { scratch in pipeline.explain(article, scratch: &scratch) }
  }

  /// Who says what stands in the quotation marks of an article. Stores nothing.
  package func quotes(_ article: Article) async -> [Attribution] {
    let pipeline = self.pipeline
    return await workers.run { scratch in pipeline.quotes(of: article, scratch: &scratch) }
  }

  /// Returns when everything that is in incoming/ now is stored or set aside.
  package func sync() async throws {
    let spool = self.spool
    let names = try await disk.run { _ in Result { try spool.candidates().map(\.name) } }.get()
    await scan()
    // Each name is looked at until it is claimed, and then never again: there may be many.
    for name in names {
      while pending.contains(name) || unsettled.contains(name) { await changed.wait() }
    }
    let target = lastClaim
    while answered < target { await changed.wait() }
  }
}
