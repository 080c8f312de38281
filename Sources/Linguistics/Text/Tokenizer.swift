/// Cuts a text into paragraphs, sentences and tokens after the conventions of Universal Dependencies for English.
///
/// Source of the conventions: the training parts of the English Web Treebank and of GUM. Clitics are tokens ("do"
/// "n't", "Russia" "'s"), hyphens part words except after a prefix ("US" "-" "backed", but "anti-war"), abbreviations,
/// numbers and addresses stay whole.
package enum Tokenizer {
  /// Fills in `starts`, `ends`, `sentences` and `paragraphs` from `document.text`.
  ///
  /// Takes any bytes; what is not UTF-8 becomes part of a word. A newline ends a paragraph, unless the text is one
  /// whose lines were broken at a fixed width: there only an empty line does. One pass, time linear in the length.
  package static func tokenize(_ document: inout Document) {
    var splitter = TokenSplitter(text: document.text)
    splitter.run()
    document.sentences = SentenceSplitter.split(splitter.tokens, paragraphs: splitter.paragraphs, text: document.text)
    document.starts = splitter.tokens.starts
    document.ends = splitter.tokens.ends
    document.paragraphs = splitter.paragraphs
  }
}
