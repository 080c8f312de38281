import ArticleReading
import NewsModel
import Platform

/// The articles that are measured on.
enum BenchmarkArticles {
  /// Every article in a folder that can be read, in the order of the files' names.
  static func read(_ folder: String) -> [Article] {
    let files = KernelFileSystem()
    let names = ((try? files.names(in: FilePath(folder))) ?? []).sorted()
    return names.flatMap { name -> [Article] in
      guard let bytes = try? files.read(FilePath(folder) / name, limit: 1 << 24) else { return [] }
      return (try? ArticleReader().read(bytes, name: name.description, modified: nil))?.articles ?? []
    }
  }
}
