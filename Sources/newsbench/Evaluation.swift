import Linguistics

/// Scores the engine on the treebank and the names of the data folder, with the gold tokens, and prints a table.
///
/// - Parameters:
///   - dataFolder: holds `syntax/ud_english_ewt` and `ner/uner_english_ewt`.
///   - bankFile: the names of the Groningen Meaning Bank, as `scripts/export-names.py` writes them.
/// - Returns: whether there was anything to score.
func runEvaluation(dataFolder: String, bankFile: String?) -> Bool {
  guard let network = try? SyntaxNetwork.english() else {
    print("The model in the program is damaged.")
    return false
  }
  let treebank = dataFolder + "/syntax/ud_english_ewt/en_ewt-ud-test.conllu"
  guard let bytes = contents(ofFile: treebank), let gold = try? CoNLLUReader.read(bytes) else {
    print("No treebank to score on: \(treebank) cannot be read.")
    return false
  }
  let found = annotate(gold, network)
  printTrees(found, gold)
  if let names = contents(ofFile: dataFolder + "/ner/uner_english_ewt/en_ewt-ud-test.iob2") {
    printNames("one sentence at a time", found, sentenceIdentifiers(bytes), names)
    printNames("through the document", found.map(NameConsistency.unified), sentenceIdentifiers(bytes), names)
  }
  if let bankFile { evaluateBankNames(network, bankFile) }
  return true
}

/// The documents with everything but the tokens predicted.
private func annotate(_ gold: [Document], _ network: SyntaxNetwork) -> [Document] {
  var scratch = NetworkScratch()
  var found = gold
  for index in found.indices { network.annotate(&found[index], scratch: &scratch) }
  return found
}

private func printTrees(_ found: [Document], _ gold: [Document]) {
  var score = TreeScore()
  for (found, gold) in zip(found, gold) { score.add(found, gold: gold) }
  print("EWT test, gold tokens, \(score.tokens) words")
  let rows = [
    ("UPOS", score.upos), ("XPOS", score.xpos), ("UAS", score.attached),
    ("LAS, universal relations", score.labelled), ("LAS, with subtypes", score.fullyLabelled),
  ]
  for (name, count) in rows { print("  \(score.percent(count, of: score.tokens).twoDigits)  \(name)") }
  print("  \(score.percent(score.lemmas, of: score.lemmaTokens).twoDigits)  lemma, of \(score.lemmaTokens) words")
}

private func printNames(_ title: String, _ found: [Document], _ identifiers: [String], _ bytes: [UInt8]) {
  let sentences = found.flatMap { document in document.sentences.map { (document, $0) } }
  let columns = NameColumn.read(bytes)
  let columnIdentifiers = sentenceIdentifiers(bytes)
  guard sentences.count == identifiers.count, columns.count == columnIdentifiers.count else {
    print("The sentences of UNER-EWT or of the treebank do not all have a sent_id.")
    return
  }
  let column = Dictionary(zip(columnIdentifiers, columns), uniquingKeysWith: { first, _ in first })
  let labels = ["PER", "ORG", "LOC"]
  var scores = Dictionary(uniqueKeysWithValues: (labels + ["all"]).map { ($0, SpanScore()) })
  var skipped = 0
  for ((document, sentence), identifier) in zip(sentences, identifiers) {
    guard let column = column[identifier], sentence.count == column.tokenCount else {
      skipped += 1
      continue
    }
    let names = mainNames(of: document, in: sentence)
    scores["all"]?.add(names, gold: column.names)
    for label in labels {
      scores[label]?.add(names.filter { $0.label == label }, gold: column.names.filter { $0.label == label })
    }
  }
  print("UNER-EWT test, \(title), exact spans: precision, recall, F1")
  if skipped > 0 { print("  \(skipped) sentences have other tokens and are left out") }
  for label in labels + ["all"] {
    guard let score = scores[label] else { continue }
    print("  \(score.precision.twoDigits) \(score.recall.twoDigits) \(score.f1.twoDigits)  \(label)")
  }
}

/// The names of the main classes in a sentence, counted from its first token.
private func mainNames(of document: Document, in sentence: Range<Int>) -> Set<MainName> {
  var names: Set<MainName> = []
  for name in document.names where sentence.contains(name.tokens.lowerBound) {
    guard let main = MainName(name) else { continue }
    let start = main.tokens.lowerBound - sentence.lowerBound
    names.insert(MainName(tokens: start..<start + main.tokens.count, label: main.label))
  }
  return names
}
