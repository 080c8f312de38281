internal import CKernels

/// Reads tensors into the kernels' layout and keeps account of what it allocated.
@unsafe struct WeightsLoader {
  let file: ModelFile
  let width: Int
  let arithmetic: NetworkArithmetic
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

  /// Memory for so many elements, all zero.
  private mutating func allocate<Element: BitwiseCopyable & ExpressibleByIntegerLiteral>(
    _ count: Int, of type: Element.Type
  ) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Element>.stride, alignment: 64)
    unsafe owned.append(memory)
    let elements = unsafe memory.bindMemory(to: type, capacity: count)
    unsafe elements.initialize(repeating: 0, count: count)
    return unsafe elements
  }

  private mutating func bias(_ name: String, count: Int, padded: Int) throws(ModelError) -> UnsafePointer<Float> {
    let bias = unsafe allocate(padded, of: Float.self)
    let given = try unsafe floats("\(name).bias", count: count)
    unsafe bias.update(from: given, count: count)
    return unsafe UnsafePointer(bias)
  }

  /// A layer in the arithmetic of the network: `taps` windows of `inputs` numbers each.
  mutating func layer(
    _ name: String, taps: Int = 1, inputs: Int, columns: Int?
  ) throws(ModelError) -> NetworkWeights.Layer {
    switch unsafe arithmetic {
    case .floats: try unsafe floatLayer(name, inputs: taps * inputs, columns: columns)
    case .bytes: try unsafe byteLayer(name, taps: taps, inputs: inputs, columns: columns)
    }
  }

  mutating func floatLayer(_ name: String, inputs: Int, columns: Int?) throws(ModelError) -> NetworkWeights.Layer {
    let halves = try unsafe file.tensor("\(name).weight", .float16, of: UInt16.self, rows: inputs, columns: columns)
    let source = try unsafe base(halves, name)
    let padded = unsafe newsd_panel_columns(halves.columns)
    let panels = unsafe allocate(padded * inputs, of: Float.self)
    unsafe newsd_pack_halves(source, inputs, halves.columns, panels)
    let bias = try unsafe bias(name, count: halves.columns, padded: padded)
    return unsafe NetworkWeights.Layer(
      panels: .floats(UnsafePointer(panels)), bias: bias, inputs: inputs, columns: halves.columns, stride: padded)
  }

  private mutating func byteLayer(
    _ name: String, taps: Int, inputs: Int, columns: Int?
  ) throws(ModelError) -> NetworkWeights.Layer {
    let rows = taps * inputs
    let halves = try unsafe file.tensor("\(name).weight", .float16, of: UInt16.self, rows: rows, columns: columns)
    let source = try unsafe base(halves, name)
    let padded = unsafe newsd_byte_columns(halves.columns)
    let panels = unsafe allocate(padded * rows, of: Int8.self)
    let scales = unsafe allocate(padded, of: Float.self)
    let starts = unsafe allocate(padded * taps, of: Int32.self)
    unsafe newsd_pack_bytes(source, taps, inputs, halves.columns, panels, scales, starts)
    let bias = try unsafe bias(name, count: halves.columns, padded: padded)
    let matrix = unsafe newsd_byte_matrix(
      panels: panels, scales: scales, starts: starts, bias: bias, taps: taps, inputs: inputs, columns: padded)
    return unsafe NetworkWeights.Layer(
      panels: .bytes(matrix), bias: bias, inputs: rows, columns: halves.columns, stride: padded)
  }

  mutating func blocks() throws(ModelError) -> [NetworkWeights.Block] {
    let dilations = try unsafe file.tensor("blocks.dilations", .uint32, of: UInt32.self).elements
    var blocks: [NetworkWeights.Block] = unsafe []
    for number in dilations.indices {
      let layer = try unsafe layer("blocks.\(number)", taps: 3, inputs: width, columns: 2 * width)
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
