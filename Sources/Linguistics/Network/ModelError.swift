/// Why a model's bytes cannot be used.
package enum ModelError: Error, Equatable {
  /// The bytes do not begin as a model does, or end too early.
  case notAModel
  /// The model was written for another version of the engine.
  case version(UInt32)
  /// A tensor is not there, or its type, shape or place is wrong.
  case tensor(String)
}
