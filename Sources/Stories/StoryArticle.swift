package import NewsModel

/// What grouping looks at in an article: its words, whom and where its events name, and its day.
package struct StoryArticle: Sendable {
  /// Position among all articles of the store, from 1; rises from one article to the next.
  let number: Int
  /// Day of the article, counted from 1970-01-01; nil where it has none.
  let day: Int32?
  /// Hashed words, most telling parts counted more, sorted by hash.
  let words: [TermCount]
  let signature: TextSignature
  /// Hashed names and codes of parties and places of the events, sorted, each once.
  let names: [UInt32]

  /// - Parameter number: position among all articles of the store.
  package init(_ article: Article, events: [Event], number: Int) {
    self.number = number
    day = article.day.map { Int32($0.daysSinceEpoch) }
    var reader = WordReader()
    reader.read(article.title ?? "", weight: 2)
    reader.read(article.text, weight: 1)
    words = reader.counts()
    signature = TextSignature(words: reader.sequence)
    var names: Set<UInt32> = []
    for event in events {
      for party in event.actors + event.recipients {
        if let name = party.name ?? party.code { names.insert(WordReader.hash(name)) }
      }
      if let name = event.place?.name { names.insert(WordReader.hash(name)) }
    }
    self.names = names.sorted()
  }
}

/// How often a word stands in a text.
struct TermCount: Sendable, Hashable {
  /// Hash of the word.
  var term: UInt32
  /// Occurrences; those in the title and those that are names count more.
  var count: Float
}
