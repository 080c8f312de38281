import Glibc

/// Reads a whole file; nil if that fails.
func contents(ofFile path: String) -> [UInt8]? {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  let step = 1 << 20
  while true {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: step))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe read(descriptor, buffer.baseAddress?.advanced(by: start), step)
    }
    bytes.removeLast(step - max(0, count))
    if count < 0 { return nil }
    if count == 0 { return bytes }
  }
}
