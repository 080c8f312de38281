internal import NewsModel

/// Makes the names of a document agree: who was named in full stays a person by the surname alone, and the same words are
/// of the same class wherever they stand.
///
/// The network sees one sentence at a time; this looks at all of them. Time is linear in the names and the proper nouns.
package enum NameConsistency {
  /// Names of one spelling, counted by class.
  private struct Votes {
    var counts = InlineArray<8, UInt16>(repeating: 0)

    mutating func add(_ label: NameSpan.Label) { counts[Int(label.rawValue)] &+= 1 }

    subscript(label: NameSpan.Label) -> Int { Int(counts[Int(label.rawValue)]) }

    /// The class with the most votes; that of `label` where none has more than twice as many.
    func winner(over label: NameSpan.Label) -> NameSpan.Label {
      var best = label
      for other in NameSpan.Label.allCases where self[other] > self[best] { best = other }
      return self[best] > 2 * self[label] ? best : label
    }
  }

  /// The document with its names settled.
  package static func unified(_ document: Document) -> Document {
    var document = document
    unify(&document)
    return document
  }

  /// Settles classes by vote, then adds surnames that were overlooked. Tags and names must be set.
  package static func unify(_ document: inout Document) {
    guard document.names.count > 1 else { return }
    var votes: [UInt64: Votes] = [:]
    var surnames: Set<UInt64> = []
    for name in document.names {
      votes[key(of: name.tokens, in: document), default: Votes()].add(name.label)
      if name.label == .person, let surname = surname(of: name, in: document) { surnames.insert(surname) }
    }
    for index in document.names.indices {
      let name = document.names[index]
      let key = key(of: name.tokens, in: document)
      if name.tokens.count == 1, surnames.contains(key), name.label != .nationality {
        document.names[index].label = .person
      } else if let winner = votes[key]?.winner(over: name.label) {
        document.names[index].label = winner
      }
    }
    if !surnames.isEmpty { addOverlooked(surnames, to: &document) }
  }

  /// The last word of a full name, "Stefanishyna" of "Olga Stefanishyna"; nil where it is no word of its own.
  private static func surname(of name: NameSpan, in document: Document) -> UInt64? {
    guard name.tokens.count >= 2, let last = name.tokens.last, isProper(last, in: document) else { return nil }
    return document.span(last).length >= 3 ? key(of: last..<last + 1, in: document) : nil
  }

  /// Proper nouns outside all names that are the surname of a person named elsewhere become names.
  private static func addOverlooked(_ surnames: Set<UInt64>, to document: inout Document) {
    var names: [NameSpan] = []
    names.reserveCapacity(document.names.count)
    var token = 0
    func addBetween(_ end: Int) {
      while token < end {
        let range = token..<token + 1
        if isProper(token, in: document), surnames.contains(key(of: range, in: document)) {
          names.append(NameSpan(tokens: range, label: .person))
        }
        token += 1
      }
    }
    for name in document.names {
      addBetween(name.tokens.lowerBound)
      names.append(name)
      token = name.tokens.upperBound
    }
    addBetween(document.tokenCount)
    document.names = names
  }

  private static func isProper(_ token: Int, in document: Document) -> Bool {
    let tag = document.xpos[token]
    guard tag == .nnp || tag == .nnps else { return false }
    let first = document.text[Int(document.starts[token])]
    return isUppercase(first) || first >= 0x80
  }

  private static func key(of tokens: Range<Int>, in document: Document) -> UInt64 {
    let span = document.span(tokens)
    return WordTable.hash(document.text, span.start..<span.end)
  }
}
