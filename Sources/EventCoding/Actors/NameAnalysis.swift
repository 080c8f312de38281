import Linguistics
import NewsModel

/// The names of the tables as they stand in a document, the longest first.
struct NameAnalysis: Sendable {
  /// A name of the tables in the text.
  struct Hit: Sendable, Hashable {
    var tokens: Range<Int>
    var sense: ActorTable.Sense
  }

  private(set) var hits: [Hit] = []
  /// Index into `hits` for each token; −1 where there is none.
  private var hitOfToken: [Int32]

  /// The hit that covers a token.
  func hit(at token: Int) -> Hit? {
    guard hitOfToken.indices.contains(token), hitOfToken[token] >= 0 else { return nil }
    return hits[Int(hitOfToken[token])]
  }

  init(of document: Document, tables: EntityTables) {
    hitOfToken = Array(repeating: -1, count: document.tokenCount)
    for sentence in document.sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        guard let hit = Self.longestHit(from: token, before: sentence.upperBound, document, tables.actors) else {
          token += 1
          continue
        }
        for covered in hit.tokens { hitOfToken[covered] = Int32(hits.count) }
        hits.append(hit)
        token = hit.tokens.upperBound
      }
    }
  }

  private static func longestHit(
    from start: Int, before end: Int, _ document: Document, _ actors: ActorTable
  ) -> Hit? {
    var hash = NameHash()
    var best: Hit?
    let letters = LetterCase(document.bytes(start))
    guard letters.hasLetters else { return nil }
    var token = start
    while token < end {
      hash.append(document.bytes(token))
      guard actors.names.isPrefix(hash) else { break }
      if let sense = actors.names.meanings(hash, letters).first {
        best = Hit(tokens: start..<(token + 1), sense: sense)
      }
      token += 1
    }
    return best
  }
}

extension Document {
  /// The bytes of a token's form.
  func bytes(_ token: Int) -> ArraySlice<UInt8> { text[Int(starts[token])..<Int(ends[token])] }
}
