package import NewsModel

/// The whole engine: from bytes to sentences, tokens, tags, lemmas, tree, names and time expressions.
///
/// Immutable and shared by all workers; each worker brings its own `NetworkScratch`.
package struct LanguageEngine: Sendable {
  private let network: SyntaxNetwork

  /// The engine for English, with the weights that are part of the program.
  package static func english() throws(ModelError) -> LanguageEngine {
    LanguageEngine(network: try SyntaxNetwork.english())
  }

  private init(network: SyntaxNetwork) {
    self.network = network
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8; paragraphs end with a newline.
  ///   - date: the day the text was written; without it relative time expressions stay unresolved.
  package func annotate(_ text: [UInt8], date: CalendarDate?, scratch: inout NetworkScratch) -> Document {
    var document = Document(text: text, date: date)
    Tokenizer.tokenize(&document)
    annotateTokens(of: &document, scratch: &scratch)
    return document
  }

  /// Fills in everything but tokens and sentences, which the caller gave.
  package func annotateTokens(of document: inout Document, scratch: inout NetworkScratch) {
    network.annotate(&document, scratch: &scratch)
    NameConsistency.unify(&document)
    TimeRecognizer.recognize(in: &document)
  }
}
