internal import CKernels

/// The trained parameters in the layout the kernels read; immutable and shared by all workers.
///
/// Embeddings stay where the model's bytes are; matrices are unpacked once into panels of floats or of bytes.
@safe final class NetworkWeights: @unchecked Sendable {
  /// A matrix in panels with a bias filled up to whole panels.
  @unsafe struct Layer {
    /// The numbers that a layer multiplies with.
    @unsafe enum Panels {
      case floats(UnsafePointer<Float>)
      case bytes(newsd_byte_matrix)
    }

    let panels: Panels
    let bias: UnsafePointer<Float>
    let inputs: Int
    let columns: Int
    /// Floats from one row of output to the next.
    let stride: Int
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
  let arithmetic: NetworkArithmetic
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
  init(_ file: ModelFile, arithmetic: NetworkArithmetic) throws(ModelError) {
    let rows = try unsafe file.tensor("embedding.rows", .int8, of: Int8.self)
    width = unsafe rows.columns
    self.arithmetic = arithmetic.supported(width: width)
    var loader = unsafe WeightsLoader(file: file, width: width, arithmetic: self.arithmetic)
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
      unsafe relation = try unsafe loader.floatLayer("relation", inputs: sides, columns: labels.relations.count)
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
