/// Named tensors in one run of bytes, as `Training/export.py` writes them.
///
/// ```
/// file      = "newsnet\0" version:u32 count:u32 count*entry tensors        little-endian
/// entry     = name:40 bytes  type:u32  rank:u32  rows:u32  columns:u32  offset:u64  size:u64  reserved:u64
/// ```
/// A tensor begins at a multiple of 64 bytes and is row-major. Nothing is copied: the bytes must outlive the file.
@unsafe struct ModelFile {
  /// A tensor's type, by its number in the file.
  enum Element: UInt32 { case float32, float16, int8, uint8, uint16, uint32 }

  private struct Entry {
    var element: Element
    var rows: Int
    var columns: Int
    var offset: Int
    var size: Int
  }

  private static let magic = Array("newsnet\0".utf8)
  private static let version: UInt32 = 1
  private static let entrySize = 80

  private let bytes: UnsafeRawBufferPointer
  private let entries: [String: Entry]

  init(_ bytes: UnsafeRawBufferPointer) throws(ModelError) {
    guard bytes.count >= 16, unsafe bytes.prefix(8).elementsEqual(Self.magic) else { throw .notAModel }
    let version = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard unsafe version == Self.version else { throw .version(version) }
    let count = unsafe Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard unsafe 16 + count * Self.entrySize <= bytes.count else { throw .notAModel }
    var entries: [String: Entry] = [:]
    for number in 0..<count {
      let (name, entry) = try unsafe Self.entry(in: bytes, at: 16 + number * Self.entrySize)
      entries[name] = entry
    }
    unsafe self.bytes = bytes
    unsafe self.entries = entries
  }

  private static func entry(in bytes: UnsafeRawBufferPointer, at start: Int) throws(ModelError) -> (String, Entry) {
    let name = unsafe String(decoding: bytes[start..<start + 40].prefix { $0 != 0 }, as: UTF8.self)
    func word(_ offset: Int) -> Int { unsafe Int(bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt32.self)) }
    let offset = unsafe bytes.loadUnaligned(fromByteOffset: start + 56, as: UInt64.self)
    let size = unsafe bytes.loadUnaligned(fromByteOffset: start + 64, as: UInt64.self)
    let length = UInt64(bytes.count)
    guard let element = Element(rawValue: UInt32(word(40))), offset % 64 == 0, offset <= length, size <= length - offset
    else { throw .tensor(name) }
    return (name, Entry(element: element, rows: word(48), columns: word(52), offset: Int(offset), size: Int(size)))
  }

  /// A tensor's elements, checked against its type and shape.
  func tensor<Number: BitwiseCopyable>(
    _ name: String, _ element: Element, of type: Number.Type, rows: Int? = nil, columns: Int? = nil
  ) throws(ModelError) -> ModelTensor<Number> {
    guard let entry = unsafe entries[name], entry.element == element, rows ?? entry.rows == entry.rows,
      columns ?? entry.columns == entry.columns,
      entry.size == entry.rows * entry.columns * MemoryLayout<Number>.size
    else { throw .tensor(name) }
    let slice = unsafe UnsafeRawBufferPointer(rebasing: bytes[entry.offset..<entry.offset + entry.size])
    return unsafe ModelTensor(elements: slice.assumingMemoryBound(to: type), rows: entry.rows, columns: entry.columns)
  }

  /// The lines of a text tensor.
  func lines(_ name: String) throws(ModelError) -> [String] {
    let text = try unsafe tensor(name, .uint8, of: UInt8.self).elements
    return unsafe text.split(separator: 0x0A).map { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

/// A tensor inside a model's bytes.
@unsafe struct ModelTensor<Number: BitwiseCopyable> {
  let elements: UnsafeBufferPointer<Number>
  let rows: Int
  let columns: Int
}
