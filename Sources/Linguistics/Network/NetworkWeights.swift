internal import CKernels

/// The trained parameters in the layout the kernels read; immutable and shared by all workers.
///
/// Embeddings stay where the model's bytes are; matrices are unpacked once into panels of floats.
@safe final class NetworkWeights: @unchecked Sendable {
  /// A matrix in panels with a bias filled up to whole panels.
  @unsafe struct Layer {
    let panels: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
    let inputs: Int
    let columns: Int

    /// Floats from one row of output to the next.
    var stride: Int { unsafe newsd_panel_columns(columns) }
  }

  /// Scale and shift of a layer norm.
  @unsafe struct Norm {
    let weight: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
  }

  /// One gated convolution.
  @unsafe struct Block {
    let layer: Layer
    let norm: Norm
    let dilation: Int
  }

  /// Where each linear head's outputs begin in a row of scores, and how many it has.
  struct HeadColumns {
    let xpos, upos, names, arcDependent, arcHead, arcDistance, arcBias, relationDependent, relationHead: Range<Int>
  }

  let width: Int
  let vocabulary: HashIndex
  let lemmatizer: Lemmatizer
  let labels: LabelInventories
  let columns: HeadColumns
  let embedding: UnsafePointer<Int8>
  let scales: UnsafePointer<Float>
  let root: UnsafePointer<Float>
  let embeddingNorm: Norm
  let blocks: [Block]
  let heads: Layer
  let relation: Layer
  private let owned: [UnsafeMutableRawPointer]

  /// - Precondition: the bytes outlive the weights.
  init(_ file: ModelFile) throws(ModelError) {
    let rows = try unsafe file.tensor("embedding.rows", .int8, of: Int8.self)
    width = unsafe rows.columns
    var loader = unsafe Loader(file: file, width: width)
    do throws(ModelError) {
      unsafe embedding = try unsafe loader.base(rows, "embedding.rows")
      unsafe scales = try unsafe loader.floats("embedding.scales", count: rows.rows)
      unsafe root = try unsafe loader.floats("encoder.root", count: width)
      unsafe embeddingNorm = try unsafe loader.norm("encoder.norm")
      unsafe blocks = try unsafe loader.blocks()
      labels = try unsafe LabelInventories(file)
      unsafe heads = try unsafe loader.layer("heads", inputs: width, columns: nil)
      columns = try unsafe loader.headColumns(labels, total: heads.columns)
      let sides = 3 * columns.relationHead.count
      unsafe relation = try unsafe loader.layer("relation", inputs: sides, columns: labels.relations.count)
      vocabulary = try unsafe HashIndex("vocabulary", in: file, limit: rows.rows)
      lemmatizer = try unsafe Lemmatizer(file)
    } catch {
      unsafe loader.free()
      throw error
    }
    unsafe owned = loader.owned
  }

  deinit {
    for index in unsafe owned.indices { unsafe owned[index].deallocate() }
  }
}

/// Reads tensors into the kernels' layout and keeps account of what it allocated.
@unsafe private struct Loader {
  let file: ModelFile
  let width: Int
  var owned: [UnsafeMutableRawPointer] = unsafe []

  func free() {
    for index in unsafe owned.indices { unsafe owned[index].deallocate() }
  }

  func base<Number>(_ tensor: ModelTensor<Number>, _ name: String) throws(ModelError) -> UnsafePointer<Number> {
    guard let base = unsafe tensor.elements.baseAddress else { throw .tensor(name) }
    return unsafe base
  }

  func floats(_ name: String, count: Int) throws(ModelError) -> UnsafePointer<Float> {
    try unsafe base(file.tensor(name, .float32, of: Float.self, rows: count, columns: 1), name)
  }

  func norm(_ name: String) throws(ModelError) -> NetworkWeights.Norm {
    try unsafe NetworkWeights.Norm(
      weight: floats("\(name).weight", count: width), bias: floats("\(name).bias", count: width))
  }

  private mutating func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
    unsafe owned.append(memory)
    let floats = unsafe memory.bindMemory(to: Float.self, capacity: count)
    unsafe floats.initialize(repeating: 0, count: count)
    return unsafe floats
  }

  mutating func layer(_ name: String, inputs: Int, columns: Int?) throws(ModelError) -> NetworkWeights.Layer {
    let halves = try unsafe file.tensor("\(name).weight", .float16, of: UInt16.self, rows: inputs, columns: columns)
    let source = try unsafe base(halves, name)
    let padded = unsafe newsd_panel_columns(halves.columns)
    let panels = unsafe allocate(padded * inputs)
    unsafe newsd_pack_halves(source, inputs, halves.columns, panels)
    let bias = unsafe allocate(padded)
    let given = try unsafe floats("\(name).bias", count: halves.columns)
    unsafe bias.update(from: given, count: halves.columns)
    return unsafe NetworkWeights.Layer(
      panels: UnsafePointer(panels), bias: UnsafePointer(bias), inputs: inputs, columns: halves.columns)
  }

  mutating func blocks() throws(ModelError) -> [NetworkWeights.Block] {
    let dilations = try unsafe file.tensor("blocks.dilations", .uint32, of: UInt32.self).elements
    var blocks: [NetworkWeights.Block] = unsafe []
    for number in dilations.indices {
      let layer = try unsafe layer("blocks.\(number)", inputs: 3 * width, columns: 2 * width)
      let norm = try unsafe norm("blocks.\(number).norm")
      unsafe blocks.append(NetworkWeights.Block(layer: layer, norm: norm, dilation: Int(dilations[number])))
    }
    return unsafe blocks
  }

  func headColumns(_ labels: LabelInventories, total: Int) throws(ModelError) -> NetworkWeights.HeadColumns {
    let widths = try unsafe file.tensor("heads.widths", .uint32, of: UInt32.self, rows: 9).elements
    var ranges: [Range<Int>] = []
    for index in widths.indices {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<start + Int(unsafe widths[index]))
    }
    let known = [labels.xpos.count, labels.upos.count, labels.names.count]
    guard ranges[8].upperBound == total, ranges.prefix(3).map(\.count) == known, ranges[3].count == ranges[4].count,
      ranges[5].count == DistanceBuckets.count, ranges[6].count == 1, ranges[7].count == ranges[8].count
    else { throw .tensor("heads.widths") }
    return NetworkWeights.HeadColumns(
      xpos: ranges[0], upos: ranges[1], names: ranges[2], arcDependent: ranges[3], arcHead: ranges[4],
      arcDistance: ranges[5], arcBias: ranges[6], relationDependent: ranges[7], relationHead: ranges[8])
  }
}
