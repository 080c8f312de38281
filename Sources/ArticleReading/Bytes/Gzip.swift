import CZlib

/// Unpacks gzip files (RFC 1952), also of several members.
enum Gzip {
  static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B }

  /// Unpacks a file of at most `limit` bytes; what follows the last member is ignored, as gzip does.
  static func unpack(_ bytes: [UInt8], atMost limit: Int) throws(ReadingError) -> [UInt8] {
    var stream = unsafe z_stream()
    let windowBits: Int32 = 15 + 16  // the largest window, a gzip header
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(&stream, windowBits, ZLIB_VERSION, size) == Z_OK else {
      throw ReadingError(.tooLarge, "no memory to unpack the file")
    }
    defer { _ = unsafe inflateEnd(&stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var read = 0
    while true {
      let step = unsafe inflateChunk(&stream, bytes, from: read, into: &chunk)
      read += step.read
      guard output.count + step.written <= limit else {
        throw ReadingError(.tooLarge, "the file unpacks to more than \(limit) bytes; split it", offset: limit)
      }
      output += chunk[..<step.written]
      switch step.status {
      case Z_STREAM_END:
        guard isPacked(Array(bytes[read...].prefix(2))) else { return output }
        _ = unsafe inflateReset(&stream)
      case Z_OK where step.read > 0 || step.written > 0: continue
      case Z_OK, Z_BUF_ERROR:
        throw ReadingError(.truncated, "the gzip file ends too early; hand it over again", offset: read)
      default:
        throw ReadingError(.malformed, "the gzip file is damaged; hand it over again", offset: read)
      }
    }
  }

  /// Unpacks one chunk and tells how many bytes it read and wrote.
  private static func inflateChunk(
    _ stream: inout z_stream, _ bytes: [UInt8], from start: Int, into chunk: inout [UInt8]
  ) -> (status: Int32, read: Int, written: Int) {
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe chunk.withUnsafeMutableBufferPointer { output in
        // zlib does not write to its input, though its C type lacks the `const`. Both buffers outlive the call.
        let available = UInt32(clamping: input.count - start)
        unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress.map { unsafe $0 + start })
        unsafe stream.avail_in = available
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        let status = unsafe inflate(&stream, Z_NO_FLUSH)
        return unsafe (status, Int(available - stream.avail_in), output.count - Int(stream.avail_out))
      }
    }
  }
}
