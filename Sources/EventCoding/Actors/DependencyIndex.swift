import Linguistics

/// The children of each token, in order.
struct DependencyIndex: Sendable {
  private var offsets: [Int32]
  private var list: [Int]

  init(_ document: Document) {
    let count = document.tokenCount
    offsets = Array(repeating: 0, count: count + 2)
    for head in document.heads where head >= 0 && Int(head) < count { offsets[Int(head) + 2] += 1 }
    for index in offsets.indices.dropFirst() { offsets[index] += offsets[index - 1] }
    list = Array(repeating: 0, count: Int(offsets[count + 1]))
    for (token, head) in document.heads.enumerated() where head >= 0 && Int(head) < count {
      list[Int(offsets[Int(head) + 1])] = token
      offsets[Int(head) + 1] += 1
    }
  }

  /// The tokens whose head is `token`, in the order of the text.
  func children(of token: Int) -> ArraySlice<Int> {
    list[Int(offsets[token])..<Int(offsets[token + 1])]
  }
}
