import Linguistics
import NewsModel

/// Somebody says something.
struct Utterance: Sendable {
  /// The word of saying.
  var cue: Int
  /// As the text has it: "said", "according to".
  var cueText: String
  var verb: Lexicon.SpeechVerb
  var speakers: [Party]
  var speakerHead: Int
  var addressees: [Party]
  /// What is said, in tokens, without quotation marks at its ends.
  var content: Range<Int>
  var kind: Attribution.Kind
  /// Who passed it on.
  var via: Party?
  /// Whether it is said with the speaker first, or in quotation marks: not a mere note of where a fact comes from.
  var isProminent: Bool

  /// Whether the cue is "according to".
  var isAccording: Bool { cueText.lowercased().hasPrefix("according") }

  /// Whose word an event stands on.
  func attribution(in document: Document) -> Attribution? {
    guard let source = speakers.first else { return nil }
    let span = document.span(content)
    return Attribution(
      source: source, cue: cueText, kind: kind, content: Quote(text: document.string(span), span: span), via: via)
  }
}
