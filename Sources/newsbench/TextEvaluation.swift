import Linguistics
import NewsModel

/// Scores tokens and sentences on raw text, and the values of time expressions, and prints a row each.
///
/// Data that is not there is named and left out.
///
/// - Parameter dataFolder: holds `syntax/ud_english_ewt` and `time`.
func runTextEvaluation(dataFolder: String, isVerbose: Bool) {
  evaluateSegmentation("EWT test", dataFolder + "/syntax/ud_english_ewt/en_ewt-ud-test.conllu")
  evaluateTimes("timenorm train", dataFolder + "/time/timenorm/train.tsv")
  if let engine = try? LanguageEngine.english() {
    evaluateTimeCorpora(engine, dataFolder: dataFolder, isVerbose: isVerbose)
  }
}

/// Prints word and sentence F1 on the raw text of a treebank, counted as the CoNLL 2018 script does: spans must be
/// exact.
func evaluateSegmentation(_ name: String, _ path: String) {
  guard let bytes = contents(ofFile: path), let gold = try? CoNLLUReader.read(bytes) else {
    print("No treebank to score raw text on: \(path) cannot be read.")
    return
  }
  var words = SpanScore()
  var sentences = SpanScore()
  for gold in gold {
    var found = Document(text: gold.text)
    Tokenizer.tokenize(&found)
    words.add(Set((0..<found.tokenCount).map(found.span)), gold: Set((0..<gold.tokenCount).map(gold.span)))
    sentences.add(Set(found.sentences.map(found.span)), gold: Set(gold.sentences.map(gold.span)))
  }
  print("\(name), raw text: precision, recall, F1")
  print("  \(words.precision.twoDigits) \(words.recall.twoDigits) \(words.f1.twoDigits)  words")
  print("  \(sentences.precision.twoDigits) \(sentences.recall.twoDigits) \(sentences.f1.twoDigits)  sentences")
}

/// Prints how many time expressions of a table of text, type and value get the right value.
///
/// A line whose text is a whole ISO date equal to its value gives the date of the article that the lines after it are
/// from. Dated cases are those of type DATE whose value is a year, month or day.
func evaluateTimes(_ name: String, _ path: String) {
  guard let bytes = contents(ofFile: path) else {
    print("No time expressions to score: \(path) cannot be read.")
    return
  }
  var date: CalendarDate?
  var dated = CaseScore()
  var all = CaseScore()
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    let columns = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
    guard columns.count == 3 else { continue }
    if columns[0] == columns[2], let written = CalendarDate(columns[0].prefix(10)) {
      date = written
      continue
    }
    let isRight = timeValue(of: columns[0], date: date) == columns[2]
    all.add(isRight)
    if columns[1] == "DATE", isDate(columns[2]) { dated.add(isRight) }
  }
  print("\(name), values of time expressions out of context: right, of")
  print("  \(dated.percent.twoDigits) \(dated.count)  dated cases")
  print("  \(all.percent.twoDigits) \(all.count)  all cases")
}

/// The value of the longest time expression in a phrase.
private func timeValue(of phrase: String, date: CalendarDate?) -> String? {
  var document = Document(text: Array(phrase.utf8), date: date)
  Tokenizer.tokenize(&document)
  TimeRecognizer.recognize(in: &document)
  return document.times.max { $0.tokens.count < $1.tokens.count }?.expression.value
}

/// Whether a value is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
private func isDate(_ value: String) -> Bool {
  let parts = value.utf8.split(separator: UInt8(ascii: "-"))
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  return parts.count <= 3 && parts.first?.count == 4 && parts.allSatisfy { $0.allSatisfy(digits.contains) }
}

/// How many cases are right.
struct CaseScore {
  private(set) var count = 0
  private var right = 0

  mutating func add(_ isRight: Bool) {
    count += 1
    if isRight { right += 1 }
  }

  var percent: Double { count == 0 ? 0 : 100 * Double(right) / Double(count) }
}
