internal import CKernels

// The forward pass. Row 0 of `states` is zero; outputs of the kernels have no such row, so that row r of the states is
// row r − 1 of the scores.
extension SyntaxNetwork {
  /// Embeds the batch's tokens and takes them through the blocks.
  func encode(_ document: Document, _ scratch: inout NetworkScratch) -> UnsafePointer<Float> {
    let width = weights.width
    let rows = scratch.batch.rowCount
    let states = unsafe scratch.states.reserve(rows * width)
    unsafe states.update(repeating: 0, count: width)
    for (tokens, root) in scratch.batch.sentences {
      scratch.rows.removeAll(keepingCapacity: true)
      for token in tokens {
        let form = document.text[Int(document.starts[token])..<Int(document.ends[token])]
        scratch.features.append(rowsOf: form, in: weights.vocabulary, to: &scratch.rows)
      }
      unsafe (states + root * width).update(from: weights.root, count: width)
      unsafe newsd_embed(
        weights.embedding, weights.scales, scratch.rows, tokens.count, TokenFeatures.kindCount,
        weights.embeddingNorm.weight, weights.embeddingNorm.bias, width, states + (root + 1) * width)
    }
    scratch.phases.end(.spelling)
    switch weights.arithmetic {
    case .floats: unsafe applyBlocks(states, &scratch)
    case .bytes: unsafe applyBlocksToBytes(states, &scratch)
    }
    return unsafe UnsafePointer(states)
  }

  private func applyBlocks(_ states: UnsafeMutablePointer<Float>, _ scratch: inout NetworkScratch) {
    let width = weights.width
    let rows = scratch.batch.rowCount
    let convolved = unsafe scratch.convolved.reserve(rows * 2 * width)
    for index in unsafe weights.blocks.indices {
      let block = unsafe weights.blocks[index]
      guard case .floats(let panels) = unsafe block.layer.panels else { continue }
      unsafe scratch.batch.windows(dilation: block.dilation, into: &scratch.windows)
      unsafe newsd_convolve(
        states, width, scratch.windows, rows - 1, 3, width, panels, block.layer.bias, block.layer.columns, convolved)
      unsafe newsd_gate(states + width, convolved, block.norm.weight, block.norm.bias, rows - 1, width)
    }
  }

  /// The same on bytes.
  private func applyBlocksToBytes(_ states: UnsafeMutablePointer<Float>, _ scratch: inout NetworkScratch) {
    let width = weights.width
    let rows = scratch.batch.rowCount
    var bytes = unsafe scratch.bytes.reserve(rows * width)
    var scales = unsafe scratch.byteScales.reserve(rows)
    var newBytes = unsafe scratch.newBytes.reserve(rows * width)
    var newScales = unsafe scratch.newByteScales.reserve(rows)
    unsafe newsd_quantise(states, rows, width, bytes, scales)
    unsafe newsd_quantise(states, 1, width, newBytes, newScales)
    for index in unsafe weights.blocks.indices {
      let block = unsafe weights.blocks[index]
      guard case .bytes(let matrix) = unsafe block.layer.panels else { continue }
      unsafe scratch.batch.windows(dilation: block.dilation, into: &scratch.windows)
      unsafe newsd_gated_block(
        matrix, block.norm.weight, block.norm.bias, scratch.windows, rows - 1, bytes, scales, states + width,
        newBytes + width, newScales + 1)
      unsafe swap(&bytes, &newBytes)
      unsafe swap(&scales, &newScales)
    }
  }

  /// All linear heads of every row but the first.
  func score(_ states: UnsafePointer<Float>, _ scratch: inout NetworkScratch) -> UnsafePointer<Float> {
    let rows = scratch.batch.rowCount - 1
    let scores = unsafe scratch.scores.reserve(rows * weights.heads.stride)
    let width = weights.width
    scratch.setConsecutiveWindows(rows)
    switch unsafe weights.heads.panels {
    case .floats(let panels):
      unsafe newsd_convolve(
        states + width, width, scratch.windows, rows, 1, width, panels, weights.heads.bias, weights.heads.columns,
        scores)
    case .bytes(let matrix):
      let bytes = unsafe scratch.bytes.reserve(rows * width)
      let scales = unsafe scratch.byteScales.reserve(rows)
      unsafe newsd_quantise(states + width, rows, width, bytes, scales)
      unsafe newsd_convolve_bytes(matrix, bytes, scales, scratch.windows, rows, scores)
    }
    return unsafe UnsafePointer(scores)
  }

  /// Floats from one token's arc scores to the next's, in a sentence of so many rows.
  func arcStride(_ length: Int) -> Int { newsd_panel_columns(length) }

  /// Sets `scratch.allHeads`: for each row of the scores the row of its head, both counted from 0.
  func findHeads(_ scores: UnsafePointer<Float>, _ scratch: inout NetworkScratch) {
    let columns = weights.columns
    let stride = unsafe weights.heads.stride
    let width = columns.arcHead.count
    let rows = scratch.batch.rowCount - 1
    let dependents = unsafe scratch.dependents.reserve(rows * width)
    let governors = unsafe scratch.governors.reserve(rows * width)
    let factor = 1 / Float(width).squareRoot()
    unsafe newsd_rectify(scores + columns.arcDependent.lowerBound, stride, rows, width, 1, dependents, width)
    unsafe newsd_rectify(scores + columns.arcHead.lowerBound, stride, rows, width, factor, governors, width)
    scratch.allHeads.removeAll(keepingCapacity: true)
    for (tokens, root) in scratch.batch.sentences {
      let length = tokens.count + 1
      let first = (root - 1) * width
      let padded = arcStride(length)
      let panels = unsafe scratch.panels.reserve(padded * width)
      unsafe newsd_pack_transposed(governors + first, length, width, width, panels)
      let arcs = unsafe scratch.arcs.reserve(length * padded)
      unsafe newsd_convolve(dependents + first, width, scratch.windows, length, 1, width, panels, nil, length, arcs)
      let row = unsafe scores + (root - 1) * stride
      unsafe newsd_bias_arcs(
        arcs, padded, length, row + columns.arcBias.lowerBound, row + columns.arcDistance.lowerBound, stride,
        DistanceBuckets.table, DistanceBuckets.reach, DistanceBuckets.root)
      unsafe scratch.tree.decode(arcs, stride: padded, count: tokens.count, into: &scratch.heads)
      scratch.allHeads.append(Int32(root - 1))
      for head in scratch.heads { scratch.allHeads.append(Int32(root - 1) + head) }
    }
  }

  /// Scores of all relations of every row to its head.
  func scoreRelations(_ scores: UnsafePointer<Float>, _ scratch: inout NetworkScratch) -> UnsafePointer<Float> {
    let columns = weights.columns
    let stride = unsafe weights.heads.stride
    let width = columns.relationHead.count
    let rows = scratch.batch.rowCount - 1
    let dependents = unsafe scratch.dependents.reserve(rows * width)
    let governors = unsafe scratch.governors.reserve(rows * width)
    unsafe newsd_rectify(scores + columns.relationDependent.lowerBound, stride, rows, width, 1, dependents, width)
    unsafe newsd_rectify(scores + columns.relationHead.lowerBound, stride, rows, width, 1, governors, width)
    let sides = unsafe scratch.sides.reserve(rows * 3 * width)
    unsafe newsd_join_sides(dependents, governors, width, scratch.allHeads, rows, width, sides)
    let relations = unsafe scratch.relations.reserve(rows * weights.relation.stride)
    guard case .floats(let panels) = unsafe weights.relation.panels else { return unsafe UnsafePointer(relations) }
    unsafe newsd_convolve(
      sides, 3 * width, scratch.windows, rows, 1, 3 * width, panels, weights.relation.bias, weights.relation.columns,
      relations)
    return unsafe UnsafePointer(relations)
  }
}

extension NetworkScratch {
  /// Makes each row its own window.
  fileprivate mutating func setConsecutiveWindows(_ count: Int) {
    windows.removeAll(keepingCapacity: true)
    for row in 0..<Int32(count) { windows.append(row) }
  }
}
