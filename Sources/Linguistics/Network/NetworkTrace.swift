/// What the network computes on the way to its answers, for one sentence; row 0 is the root.
///
/// Only tests read it: it is compared with what PyTorch computes.
package struct NetworkTrace {
  /// The last block's output.
  package var states: [[Float]] = []
  /// Best score of XPOS, UPOS and names.
  package var best: [[Float]] = []
  /// Score of every head.
  package var arcs: [[Float]] = []
  /// Best relation score to the chosen head.
  package var relations: [Float] = []
}

extension SyntaxNetwork {
  /// Runs one sentence and keeps what came out on the way.
  package func trace(_ document: Document, sentence: Range<Int>, scratch: inout NetworkScratch) -> NetworkTrace {
    scratch.batch.removeAll()
    scratch.batch.append(sentence)
    let length = sentence.count + 1
    var trace = NetworkTrace()
    let states = unsafe encode(document, &scratch)
    let scores = unsafe score(states, &scratch)
    unsafe findHeads(scores, &scratch)
    let arcs = unsafe scratch.arcs.reserve(0)
    let relations = unsafe scoreRelations(scores, &scratch)
    let padded = arcStride(length)
    for row in 0..<length {
      trace.states.append(unsafe copy(states + (row + 1) * weights.width, weights.width))
      let outputs = unsafe copy(scores + row * weights.heads.stride, weights.heads.columns)
      let heads = [weights.columns.xpos, weights.columns.upos, weights.columns.names]
      trace.best.append(heads.map { outputs[$0].max() ?? 0 })
      trace.arcs.append(unsafe copy(arcs + row * padded, length))
      trace.relations.append(
        unsafe copy(relations + row * weights.relation.stride, weights.relation.columns).max() ?? 0)
    }
    scratch.batch.removeAll()
    return trace
  }
}

private func copy(_ floats: UnsafePointer<Float>, _ count: Int) -> [Float] {
  unsafe Array(UnsafeBufferPointer(start: floats, count: count))
}
