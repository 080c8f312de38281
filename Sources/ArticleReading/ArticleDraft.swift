/// What a format says of an article, before the text is cleaned and the dates are read.
struct ArticleDraft {
  var title: String?
  /// Paragraphs parted by newlines, with whatever stands between them that is not story.
  var text: [UInt8] = []
  /// What the source gives as the date, the best first.
  var dates: [String] = []
  var source: String?
  var url: String?
  /// The language the source declares: "en", "en-GB".
  var language: String?
}
