package import Linguistics
package import NewsModel

/// Finds the political events of an article: who did what to whom, when, where, on whose word, and whether it is told as fact.
///
/// Pure and synchronous; immutable and shared by all workers.
package struct EventCoder: Sendable {
  /// The least confidence of the events that are kept where nobody says otherwise.
  package static let usualConfidence = 0.25

  private let lexicon: Lexicon
  private let tables: EntityTables

  /// The coder for English, with the tables that are part of the program.
  ///
  /// - Parameters:
  ///   - actors: further tables in the format of actors.txt; where two know a name, the last wins.
  ///   - lexicon: further tables in the format of lexicon.txt; the last goes before all others.
  /// - Throws: the first mistake in a table, with file and line.
  package static func english(
    actors: [CodingTable] = [], lexicon: [CodingTable] = []
  ) throws(ResourceError) -> EventCoder {
    var tables = try EntityTables.english()
    for table in actors { try tables.add(actors: table.text, file: table.file) }
    return EventCoder(lexicon: try .english(lexicon), tables: tables)
  }

  private init(lexicon: Lexicon, tables: EntityTables) {
    self.lexicon = lexicon
    self.tables = tables
  }

  /// The events of an article in the order of their triggers, numbered from 01.
  ///
  /// - Parameters:
  ///   - article: gives id and date.
  ///   - document: what the language engine found in the article's text.
  ///   - least: events less sure than this are left out, 0…1.
  package func code(
    _ article: Article, _ document: Document, keeping least: Double = EventCoder.usualConfidence
  ) -> [Event] {
    run(article, document, least, nil).events
  }

  /// Codes an article and tells why its events are what they are.
  ///
  /// The same work as `code`, with somebody who takes notes: the events are the same.
  package func explain(
    _ article: Article, _ document: Document, keeping least: Double = EventCoder.usualConfidence
  ) -> ArticleExplanation {
    let recorder = CodingRecorder()
    let (events, builder) = run(article, document, least, recorder)
    guard let builder else { return ArticleExplanation(article: article, events: [], rejected: []) }
    let explainer = EventExplainer(builder: builder, recorder: recorder)
    return ArticleExplanation(article: article, events: events.map(explainer.explain), rejected: explainer.rejected())
  }

  /// Who says what stands between the quotation marks of an article, in the order of the text, whether or not it is political.
  ///
  /// A word or three in marks are a name or an irony and no quote; a quote that nobody is found to say is left out.
  package func quotes(_ article: Article, _ document: Document) -> [Attribution] {
    guard document.tokenCount > 0 else { return [] }
    let document = TreeRepair.repaired(document, lexicon)
    let resolver = EntityResolver(document: document, article: article, tables: tables)
    let tree = SyntaxTree(resolver, lexicon)
    let quotes = SpeechReader(tree: tree, lexicon: lexicon, resolver: resolver).quotes
    guard let home = HomeCountry(resolver.builder) else { return quotes }
    return quotes.map { quote in
      var quote = quote
      quote.source = home.completed(quote.source)
      return quote
    }
  }

  private func run(
    _ article: Article, _ document: Document, _ least: Double, _ recorder: CodingRecorder?
  ) -> (events: [Event], builder: EventBuilder?) {
    guard document.tokenCount > 0 else { return ([], nil) }
    let document = TreeRepair.repaired(document, lexicon)
    let resolver = EntityResolver(document: document, article: article, tables: tables)
    let tree = SyntaxTree(resolver, lexicon)
    let matcher = PatternMatcher(tree: tree, lexicon: lexicon, resolver: resolver)
    let triggers = matcher.triggers(recorder)
    let speech = SpeechReader(tree: tree, lexicon: lexicon, resolver: resolver)
    let builder = EventBuilder(
      tree: tree, lexicon: lexicon, resolver: resolver, speech: speech,
      status: StatusReader(tree: tree, lexicon: lexicon),
      circumstances: Circumstances(tree: tree, resolver: resolver, lexicon: lexicon),
      numbers: NumberReader(tree: tree), articleDay: article.day ?? document.date,
      triggerAt: Dictionary(triggers.map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first }))
    // Where nobody takes part in what a pattern means, the verb may mean something else.
    var drafts = triggers.compactMap { trigger in
      builder.draft(trigger) ?? matcher.next(after: trigger).flatMap(builder.draft)
    }
    // What will not be kept tells nothing of what is said.
    let matter = PublicMatter(tree, lexicon)
    let kept = drafts.filter { draft in
      !draft.isMention && draft.event.confidence >= EventBuilder.leastShare && matter.objection(to: draft) == nil
    }
    drafts += said(builder, beside: kept, recorder)
    recorder?.note(drafts, of: triggers)
    drafts.removeAll { draft in
      guard let objection = matter.objection(to: draft) else { return false }
      recorder?.note(draft.trigger, objection)
      return true
    }
    drafts = CourseOfLaw(drafts, document).dated(drafts)
    let events = EventAssembly.assemble(
      drafts, article: article, least: least, disaster: matter.tellsOfDisaster ? DisasterRules(lexicon) : nil,
      home: drafts.isEmpty ? nil : HomeCountry(resolver.builder),
      criminals: Criminals(builder: resolver.builder, lexicon: lexicon),
      actors: tables.actors, recorder: recorder)
    return (events, builder)
  }

  /// What the words of others make besides the events that are read from single words: accusations, threats, statements and demands.
  private func said(
    _ builder: EventBuilder, beside kept: [EventDraft], _ recorder: CodingRecorder?
  ) -> [EventDraft] {
    let utterances = builder.speech.utterances
    let deeds = Set(kept.map(\.trigger.token))
    let blames = utterances.compactMap { BlameBuilder(builder: builder).blame($0, coded: deeds) }
    let demands = utterances.flatMap(DemandBuilder(builder: builder).demands)
    let threats = utterances.compactMap(ThreatBuilder(builder: builder).threat)
    let told = kept + blames + threats
    let coded = Set(told.map(\.trigger.token))
    // "said that it was over and had \"failed\"": what one verb introduces in pieces is one statement.
    var cues: Set<Int> = []
    let statements = utterances.filter { !coded.contains($0.cue) }.compactMap { utterance in
      func inside(_ drafts: [EventDraft]) -> [EventDraft] {
        drafts.filter { utterance.content.contains($0.trigger.token) }
      }
      guard !cues.contains(utterance.cue),
        let draft = StatementBuilder(builder: builder).statement(
          utterance, inner: inside(told), asked: inside(demands), recorder)
      else { return EventDraft?.none }
      cues.insert(utterance.cue)
      return draft
    }
    return blames + threats + statements + demands
  }
}
