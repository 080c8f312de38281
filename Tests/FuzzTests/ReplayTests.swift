import FuzzTargets
import Glibc
import TestSupport
import Testing

/// The files of Corpus/<target>: what the fuzzer starts from, and all that ever broke something.
@Suite("Fuzzing", .timeLimit(.minutes(5)))
struct ReplayTests {
  @Test("The corpus breaks nothing", arguments: FuzzTarget.allCases)
  func corpus(target: FuzzTarget) {
    let files = Corpus.files(of: target)
    #expect(files.count >= 3)
    for file in files { target.run(file.bytes) }
  }

  /// The fuzzer proper runs for hours with `make fuzz`; this is what every change must stand.
  @Test("Three thousand changed files of the corpus break nothing", arguments: FuzzTarget.allCases)
  func changed(target: FuzzTarget) {
    let files = Corpus.files(of: target).map(\.bytes)
    var mutator = Mutator(files: files, seed: 20_261_125)
    for _ in 0..<3_000 { target.run(mutator.next()) }
  }
}

/// Makes files that are nearly right out of right ones; the same ones on every run.
private struct Mutator {
  private let files: [[UInt8]]
  private var numbers: SplitMix

  init(files: [[UInt8]], seed: UInt64) {
    self.files = files.filter { !$0.isEmpty }
    numbers = SplitMix(seed: seed)
  }

  mutating func next() -> [UInt8] {
    var file = files[number(below: files.count)]
    for _ in 0...number(below: 4) { change(&file) }
    return file
  }

  private mutating func change(_ file: inout [UInt8]) {
    guard !file.isEmpty else { return }
    let place = number(below: file.count)
    let length = min(1 + number(below: 64), file.count - place)
    switch number(below: 7) {
    case 0: file[place] ^= 1 << UInt8(number(below: 8))
    case 1: file[place] = UInt8(number(below: 256))
    case 2: file.removeSubrange(place..<place + length)
    case 3: file.insert(contentsOf: file[place..<place + length], at: number(below: file.count))
    case 4: file.removeLast(file.count - place)
    case 5:  // a piece of another file
      let other = files[number(below: files.count)]
      let start = number(below: other.count)
      file.insert(contentsOf: other[start..<min(start + length, other.count)], at: place)
    default:
      file.insert(contentsOf: Array("<>&\"'\\{}[]:,;=?\n\0\u{FF}".utf8).shuffled(using: &self).prefix(3), at: place)
    }
  }

  private mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}

extension Mutator: RandomNumberGenerator {
  mutating func next() -> UInt64 { numbers.next() }
}

enum Corpus {
  /// The files of a target's folder beside this source file, by name.
  static func files(of target: FuzzTarget, beside file: String = #filePath) -> [(name: String, bytes: [UInt8])] {
    let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[..<$0]) } ?? "."
    let path = "\(folder)/Corpus/\(target.rawValue)"
    return names(in: path).sorted().compactMap { name in bytes(of: "\(path)/\(name)").map { (name, $0) } }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // Safe: the entry lives until the next call, and its name is copied.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let stream = unsafe fopen(path, "rb") else { return nil }
    defer { _ = unsafe fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = unsafe getc(stream), byte >= 0 { bytes.append(UInt8(byte)) }
    return bytes
  }
}
