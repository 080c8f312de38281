import CKernels
import Testing

/// Numbers between −1 and 1 that are the same in every run.
private struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(Int64(bitPattern: state) >> 40) / Float(1 << 23)
  }

  mutating func array(_ count: Int) -> [Float] { (0..<count).map { _ in next() } }
}

/// A convolution with random numbers, and what it should give.
private struct Problem {
  let taps: Int
  let inputs: Int
  let columns: Int
  let x: [Float]
  let matrix: [Float]
  let windows: [Int32]
  let bias: [Float]

  init(rows: Int, taps: Int, inputs: Int, columns: Int) {
    var noise = Noise(seed: UInt64(rows * 31 + columns))
    self.taps = taps
    self.inputs = inputs
    self.columns = columns
    // The first row is zero and stands for what is outside.
    x = [Float](repeating: 0, count: inputs) + noise.array(rows * inputs)
    matrix = noise.array(taps * inputs * columns).map { Float(Float16($0)) }
    windows = (0..<rows * taps).map { Int32(($0 * 7) % (rows + 1)) }
    bias = noise.array(columns)
  }

  var rows: Int { windows.count / taps }
  var halves: [UInt16] { matrix.map { Float16($0).bitPattern } }

  func exact(_ row: Int, _ column: Int) -> Float {
    var sum = Double(bias[column])
    for tap in 0..<taps {
      let start = Int(windows[row * taps + tap]) * inputs
      for k in 0..<inputs { sum += Double(x[start + k]) * Double(matrix[(tap * inputs + k) * columns + column]) }
    }
    return Float(sum)
  }

  func inFloats() -> [Float] {
    let width = newsd_panel_columns(columns)
    var panels = [Float](repeating: 0, count: taps * inputs * width)
    var out = [Float](repeating: 0, count: rows * width)
    let bias = bias + [Float](repeating: 0, count: width - columns)
    unsafe newsd_pack_halves(halves, taps * inputs, columns, &panels)
    unsafe newsd_convolve(x, inputs, windows, rows, taps, inputs, panels, bias, columns, &out)
    return out
  }

  func inBytes() -> [Float] {
    let width = newsd_byte_columns(columns)
    var panels = [Int8](repeating: 0, count: taps * inputs * width)
    var scales = [Float](repeating: 0, count: width)
    var starts = [Int32](repeating: 0, count: taps * width)
    unsafe newsd_pack_bytes(halves, taps, inputs, columns, &panels, &scales, &starts)
    var bytes = [UInt8](repeating: 0, count: x.count)
    var rowScales = [Float](repeating: 0, count: rows + 1)
    unsafe newsd_quantise(x, rows + 1, inputs, &bytes, &rowScales)
    var out = [Float](repeating: 0, count: rows * width)
    let bias = bias + [Float](repeating: 0, count: width - columns)
    unsafe panels.withUnsafeBufferPointer { panels in
      unsafe scales.withUnsafeBufferPointer { scales in
        unsafe starts.withUnsafeBufferPointer { starts in
          unsafe bias.withUnsafeBufferPointer { bias in
            let matrix = unsafe newsd_byte_matrix(
              panels: panels.baseAddress, scales: scales.baseAddress, starts: starts.baseAddress,
              bias: bias.baseAddress, taps: taps, inputs: inputs, columns: width)
            unsafe newsd_convolve_bytes(matrix, bytes, rowScales, windows, rows, &out)
          }
        }
      }
    }
    return out
  }
}

@Suite("Kernels")
struct KernelTests {
  @Test("Convolution in floats is exact to five digits, whatever the sizes", arguments: [1, 5, 6, 7, 31], [3, 16, 70])
  func floats(rows: Int, columns: Int) {
    let problem = Problem(rows: rows, taps: 3, inputs: 32, columns: columns)
    let out = problem.inFloats()
    for row in 0..<rows {
      for column in 0..<columns {
        let found = out[row * newsd_panel_columns(columns) + column]
        #expect(abs(found - problem.exact(row, column)) < 1e-4)
      }
    }
  }

  @Test(
    "Convolution in bytes is off by 0.15 at most where sums reach 15, whatever the sizes",
    .enabled(if: newsd_has_byte_products()),
    arguments: [1, 5, 6, 7, 31], [3, 64, 70])
  func bytes(rows: Int, columns: Int) {
    let problem = Problem(rows: rows, taps: 3, inputs: 64, columns: columns)
    let out = problem.inBytes()
    for row in 0..<rows {
      for column in 0..<columns {
        let found = out[row * newsd_byte_columns(columns) + column]
        #expect(abs(found - problem.exact(row, column)) < 0.15)
      }
    }
  }

  @Test("A row of zeros has the scale zero", .enabled(if: newsd_has_byte_products()))
  func zeros() {
    var bytes = [UInt8](repeating: 1, count: 16)
    var scale: Float = 1
    unsafe newsd_quantise([Float](repeating: 0, count: 16), 1, 16, &bytes, &scale)
    #expect(scale == 0)
    #expect(bytes.allSatisfy { $0 == 128 })
  }
}
