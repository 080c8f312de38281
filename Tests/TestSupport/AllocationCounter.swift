package import Platform

/// Counts the allocations of a program that a test starts: Tests/Faults/allocations.c, preloaded.
package struct AllocationCounter {
  private static let library = PreloadedLibrary.build("Tests/Faults/allocations.c")

  /// Whether the library could be built here.
  package static var isAvailable: Bool { if case .success = library { true } else { false } }

  private let file: FilePath

  /// - Parameter file: where the number is kept.
  package init(file: FilePath) { self.file = file }

  /// Variables for the program whose allocations are to be counted.
  package func environment() throws -> [String: String?] {
    ["LD_PRELOAD": try Self.library.get(), "ALLOCATION_COUNT": file.description]
  }

  /// Allocations since the program's start.
  package func count() throws -> Int {
    try KernelFileSystem().read(file, limit: 8).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
