internal import CEnglish
internal import CKernels

/// The network: tags, tree, lemmas and names of sentences whose tokens are known.
///
/// Immutable; any number of workers may use it at once, each with its own scratch.
package struct SyntaxNetwork: Sendable {
  let weights: NetworkWeights
  let nameDecoder: NameDecoder

  /// The network with the weights for English that are part of the program.
  package static func english(arithmetic: NetworkArithmetic = .fastest) throws(ModelError) -> SyntaxNetwork {
    let bytes = unsafe UnsafeRawBufferPointer(start: newsd_english_model(), count: newsd_english_model_size())
    return try unsafe SyntaxNetwork(model: bytes, arithmetic: arithmetic)
  }

  /// A network from a model's bytes, which must be aligned to 64 and outlive it.
  @unsafe package init(
    model bytes: UnsafeRawBufferPointer, arithmetic: NetworkArithmetic = .fastest
  ) throws(ModelError) {
    weights = try unsafe NetworkWeights(ModelFile(bytes), arithmetic: arithmetic)
    nameDecoder = NameDecoder(tags: weights.labels.names)
  }

  /// Fills upos, xpos, lemmas, heads, relations and names of all sentences of the document; tokens and sentences must be set.
  ///
  /// A sentence longer than 250 tokens is parsed in pieces, whose roots become `parataxis` of the first.
  package func annotate(_ document: inout Document, scratch: inout NetworkScratch) {
    document.prepareForAnnotation()
    scratch.batch.removeAll()
    for sentence in document.sentences {
      var start = sentence.lowerBound
      while start < sentence.upperBound {
        let end = min(sentence.upperBound, start + NetworkLimits.sentence)
        if scratch.batch.rowCount + end - start + 1 > NetworkLimits.rows { flush(&document, &scratch) }
        scratch.batch.append(start..<end)
        start = end
      }
    }
    flush(&document, &scratch)
    for sentence in document.sentences where sentence.count > NetworkLimits.sentence {
      document.joinPieces(of: sentence)
    }
  }

  /// Runs the batch through the network and writes what came out.
  private func flush(_ document: inout Document, _ scratch: inout NetworkScratch) {
    guard !scratch.batch.sentences.isEmpty else { return }
    scratch.phases.start()
    let states = unsafe encode(document, &scratch)
    scratch.phases.end(.blocks)
    let scores = unsafe score(states, &scratch)
    scratch.phases.end(.heads)
    unsafe writeTags(scores, &document, &scratch)
    scratch.phases.end(.tags)
    unsafe writeTrees(scores, &document, &scratch)
    scratch.batch.removeAll()
  }

  private func writeTags(_ scores: UnsafePointer<Float>, _ document: inout Document, _ scratch: inout NetworkScratch) {
    let stride = unsafe weights.heads.stride
    let columns = weights.columns
    for (tokens, root) in scratch.batch.sentences {
      let first = unsafe scores + root * stride
      for (index, token) in tokens.enumerated() {
        let row = unsafe first + index * stride
        let tag = unsafe argmax(row, columns.xpos)
        document.xpos[token] = weights.labels.xpos[tag]
        document.upos[token] = unsafe weights.labels.upos[argmax(row, columns.upos)]
        let form = document.text[Int(document.starts[token])..<Int(document.ends[token])]
        document.lemmas[token] = weights.lemmatizer.lemma(of: form, tag: tag, scratch: &scratch.word)
      }
      unsafe nameDecoder.decode(
        first + columns.names.lowerBound, stride: stride, tokens: tokens, scratch: &scratch.names, into: &document.names
      )
    }
  }

  private func writeTrees(_ scores: UnsafePointer<Float>, _ document: inout Document, _ scratch: inout NetworkScratch) {
    unsafe findHeads(scores, &scratch)
    scratch.phases.end(.arcs)
    let relations = unsafe scoreRelations(scores, &scratch)
    let stride = unsafe weights.relation.stride
    for (tokens, root) in scratch.batch.sentences {
      for (index, token) in tokens.enumerated() {
        let row = root + index
        let head = Int(scratch.allHeads[row]) - root
        document.heads[token] = head < 0 ? -1 : Int32(tokens.lowerBound + head)
        document.relations[token] = head < 0 ? .root : unsafe relation(relations + row * stride)
      }
    }
    scratch.phases.end(.relations)
  }

  /// The best relation of a token that is not a root.
  private func relation(_ scores: UnsafePointer<Float>) -> Relation {
    let labels = weights.labels.relations
    var best = labels.startIndex
    for index in labels.indices where labels[index] != .root {
      if unsafe labels[best] == .root || scores[index] > scores[best] { best = index }
    }
    return labels[best]
  }
}

/// The place of the greatest value in a part of a row, counted from the part's beginning.
private func argmax(_ row: UnsafePointer<Float>, _ columns: Range<Int>) -> Int {
  var best = columns.lowerBound
  for column in columns where unsafe row[column] > row[best] { best = column }
  return best - columns.lowerBound
}

extension Document {
  /// Makes every array that the network fills as long as the tokens.
  fileprivate mutating func prepareForAnnotation() {
    upos = Array(repeating: .x, count: tokenCount)
    xpos = Array(repeating: .xx, count: tokenCount)
    lemmas = Array(repeating: "", count: tokenCount)
    heads = Array(repeating: -1, count: tokenCount)
    relations = Array(repeating: .dep, count: tokenCount)
    names.removeAll()
  }

  /// Hangs the later roots of a sentence parsed in pieces on its first.
  fileprivate mutating func joinPieces(of sentence: Range<Int>) {
    guard let first = sentence.first(where: { heads[$0] < 0 }) else { return }
    for token in sentence where heads[token] < 0 && token != first {
      heads[token] = Int32(first)
      relations[token] = .parataxis
    }
  }
}
