/// Makes the index of a block: reads each text once, and stems each distinct word once.
struct WordIndexBuilder {
  private let columns: BlockColumns
  private var entries: [UInt64] = []
  /// Keys of stems by the hash of the word as it is written.
  private var stemKeys: [UInt64: UInt32] = [:]
  /// Keys of names, likewise.
  private var nameKeys: [UInt64: UInt32] = [:]
  private let stemmer = Stemmer()

  private init(_ columns: BlockColumns) {
    self.columns = columns
    entries.reserveCapacity(columns.events.count * 40)
  }

  /// The index of a block's events.
  static func index(_ columns: BlockColumns) -> WordIndex {
    var builder = WordIndexBuilder(columns)
    for index in columns.events.indices { builder.add(UInt32(index)) }
    return WordIndex(builder.entries)
  }

  private mutating func add(_ index: UInt32) {
    let event = columns.events[Int(index)]
    addWords(event.evidence, .stem, index)
    addWords(columns.articles[Int(event.article)].title, .stem, index)
    addWords(event.placeText, .name, index)
    addWords(event.placeName, .name, index)
    for party in Int(event.firstParty)..<Int(event.endOfParties) {
      let party = columns.parties[party]
      addWords(party.text, .name, index)
      addWords(party.name, .name, index)
      if party.code != .none { add(WordIndex.key(.code, UInt64(party.code.value)), index) }
      if party.sector != .none { add(WordIndex.key(.sector, UInt64(party.sector.value)), index) }
    }
  }

  private mutating func add(_ key: UInt32, _ event: UInt32) { entries.append(UInt64(key) << 32 | UInt64(event)) }

  private mutating func addWords(_ content: ByteRange, _ field: WordIndex.Field, _ event: UInt32) {
    let bytes = columns.bytes
    let text = bytes.span.extracting(content.range)
    var index = 0
    while let word = WordScanner.word(in: text, from: index) {
      index = word.upperBound
      let written = hash(text.extracting(word))
      let known = field == .stem ? stemKeys[written] : nameKeys[written]
      if let known {
        add(known, event)
        continue
      }
      let folded = LetterFolding.folded(text.extracting(word))
      let key = WordIndex.key(field, hash((field == .stem ? stemmer.stem(folded) : folded).span))
      if field == .stem { stemKeys[written] = key } else { nameKeys[written] = key }
      add(key, event)
    }
  }
}
