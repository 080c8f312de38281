internal import CKernels

/// The numbers that the network's large matrices are multiplied in.
package enum NetworkArithmetic: Sendable {
  /// 32-bit floats, as in training; for every processor.
  case floats
  /// Bytes, each row and column with a scale of its own; for processors with AVX-512 VNNI.
  case bytes

  /// The fastest that this processor has.
  package static var fastest: NetworkArithmetic { newsd_has_byte_products() ? .bytes : .floats }

  /// This, or floats where processor or matrices of that width do not fit the kernels on bytes.
  func supported(width: Int) -> NetworkArithmetic {
    let fits = width % 32 == 0 && width <= Int(newsd_widest)
    return self == .bytes && fits && newsd_has_byte_products() ? .bytes : .floats
  }
}
