import Glibc
import Linguistics
import Testing

/// A document of sentences given as tokens with spaces between.
private func document(_ sentences: [[String]]) -> Document {
  var document = Document(text: Array(sentences.map { $0.joined(separator: " ") }.joined(separator: "\n").utf8))
  var offset = 0
  for sentence in sentences {
    let first = document.tokenCount
    for token in sentence {
      document.starts.append(Int32(offset))
      offset += token.utf8.count
      document.ends.append(Int32(offset))
      offset += 1
    }
    document.sentences.append(first..<document.tokenCount)
  }
  return document
}

private func annotated(_ sentences: String...) throws -> Document {
  var result = document(sentences.map { $0.split(separator: " ").map(String.init) })
  var scratch = NetworkScratch()
  try SyntaxNetwork.english().annotate(&result, scratch: &scratch)
  return result
}

private func contents(of path: String) throws -> String {
  guard let file = unsafe fopen(path, "r") else { throw FixtureError.cannotOpen(path) }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var byte = unsafe getc(file)
  while byte != EOF {
    bytes.append(UInt8(truncatingIfNeeded: byte))
    byte = unsafe getc(file)
  }
  return String(decoding: bytes, as: UTF8.self)
}

private enum FixtureError: Error {
  case cannotOpen(String)
}

/// A token of `Fixtures/parity.tsv`, which `Training/parity.py` writes.
private struct ParityToken {
  let form: String
  let labels: [String]
  let numbers: [Float]

  init(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    form = fields[0]
    labels = Array(fields[1..<5])
    numbers = fields[5...].compactMap { Float($0) }
  }
}

private func paritySentences() throws -> [[ParityToken]] {
  let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let lines = try contents(of: folder + "/Fixtures/parity.tsv").split(separator: "\n", omittingEmptySubsequences: false)
  return lines.split(separator: "").map { $0.map(ParityToken.init) }
}

@Suite("The network agrees with PyTorch")
struct NetworkParityTests {
  @Test("In floats every number is within a thousandth, and no label differs")
  func numbers() throws {
    let network = try SyntaxNetwork.english(arithmetic: .floats)
    var scratch = NetworkScratch()
    for sentence in try paritySentences() {
      var document = document([sentence.map(\.form)])
      let trace = network.trace(document, sentence: document.sentences[0], scratch: &scratch)
      network.annotate(&document, scratch: &scratch)
      for (index, token) in sentence.enumerated() {
        let row = index + 1
        let found = trace.states[row][..<8] + trace.best[row] + [trace.relations[row]] + trace.arcs[row]
        #expect(found.count == token.numbers.count)
        for (ours, theirs) in zip(found, token.numbers) {
          #expect(abs(ours - theirs) < 1e-3 * max(1, abs(theirs)), "\(token.form)")
        }
        #expect(document.xpos[index].rawValue == token.labels[0])
        #expect(document.upos[index].rawValue == token.labels[1])
        #expect(String(document.heads[index] + 1) == token.labels[2])
        #expect(document.relations[index].rawValue == token.labels[3], "\(token.form)")
      }
    }
  }

  @Test("In bytes the states are within a twentieth in the mean, and one label in fifty may differ")
  func bytes() throws {
    let network = try SyntaxNetwork.english(arithmetic: .bytes)
    var scratch = NetworkScratch()
    var (distance, states, different, labels) = (Float(0), 0, 0, 0)
    for sentence in try paritySentences() {
      var document = document([sentence.map(\.form)])
      let trace = network.trace(document, sentence: document.sentences[0], scratch: &scratch)
      network.annotate(&document, scratch: &scratch)
      for (index, token) in sentence.enumerated() {
        for (ours, theirs) in zip(trace.states[index + 1][..<8], token.numbers[..<8]) {
          distance += abs(ours - theirs)
          states += 1
        }
        let found = [
          document.xpos[index].rawValue, document.upos[index].rawValue, String(document.heads[index] + 1),
          document.relations[index].rawValue,
        ]
        different += zip(found, token.labels).count { $0 != $1 }
        labels += found.count
      }
    }
    #expect(distance / Float(states) < 0.05)
    #expect(different * 50 <= labels, "\(different) of \(labels)")
  }

  @Test(
    "A sentence's answers do not depend on its neighbours in the batch", arguments: [NetworkArithmetic.floats, .bytes])
  func batches(arithmetic: NetworkArithmetic) throws {
    let sentences = try paritySentences().map { $0.map(\.form) }
    let network = try SyntaxNetwork.english(arithmetic: arithmetic)
    var scratch = NetworkScratch()
    var together = document(sentences + sentences.reversed() + sentences + sentences + sentences)
    network.annotate(&together, scratch: &scratch)
    var first = 0
    for sentence in sentences {
      var alone = document([sentence])
      network.annotate(&alone, scratch: &scratch)
      let last = first + sentence.count
      #expect(Array(together.xpos[first..<last]) == alone.xpos)
      #expect(Array(together.relations[first..<last]) == alone.relations)
      #expect(together.heads[first..<last].map { $0 < 0 ? -1 : $0 - Int32(first) } == alone.heads)
      first = last
    }
  }
}

@Suite("The network's answers")
struct NetworkAnswerTests {
  @Test("A plain sentence of news: who did what to whom")
  func news() throws {
    let document = try annotated("Russian troops shelled a hospital in Kharkiv on Monday .")
    #expect(document.relations[1] == .nsubj)
    #expect(document.heads[1] == 2)
    #expect(document.relations[2] == .root)
    #expect(document.relations[4] == .obj)
    #expect(document.lemmas[1...4] == ["troop", "shell", "a", "hospital"])
    #expect(document.names.contains { $0.tokens == 6..<7 && [.geopolitical, .location].contains($0.label) })
  }

  @Test("A passive has its subject and agent marked")
  func passive() throws {
    let document = try annotated("Three protesters were killed by police in the capital .")
    #expect(document.relations[1] == .nsubjPassive)
    #expect(document.relations[2] == .auxPassive)
    #expect(document.relations[5] == .oblAgent)
    #expect(document.lemmas[3] == "kill")
  }

  @Test(
    "Lemmas of irregular and regular words",
    arguments: [
      ("The ministers met in Geneva .", 2, "meet"), ("He said no .", 1, "say"), ("They fled the city .", 1, "flee"),
      ("Officials criticised the move .", 1, "criticise"), ("The ministries were closed .", 1, "ministry"),
      ("The president vetoed it .", 2, "veto"), ("Rebels seized two towns .", 3, "town"),
      ("The hostages were freed .", 3, "free"), ("The minister lied to parliament .", 2, "lie"),
      ("The army overthrew the government .", 2, "overthrow"), ("Troops besieged the town .", 1, "besiege"),
      ("Peru severed ties with Chile .", 1, "sever"), ("Settlers flouted the ban .", 1, "flout"),
    ])
  func lemmas(sentence: String, token: Int, lemma: String) throws {
    #expect(try annotated(sentence).lemmas[token] == lemma)
  }

  @Test("Every sentence is a tree with one root, whatever the words are")
  func trees() throws {
    var seed: UInt64 = 7
    let words = [
      "the", "said", "Paris", ",", "of", "and", "killed", "to", "42", "\u{201C}", "q\u{E9}x", "is", "?", "that",
    ]
    var sentences: [[String]] = []
    for length in [1, 2, 3, 17, 40, 249, 250, 251, 700] {
      sentences.append(
        (0..<length).map { _ in
          seed = seed &* 6_364_136_223_846_793_005 &+ 1
          return words[Int(seed >> 33) % words.count]
        })
    }
    var document = document(sentences)
    var scratch = NetworkScratch()
    try SyntaxNetwork.english().annotate(&document, scratch: &scratch)
    for sentence in document.sentences {
      #expect(sentence.count { document.heads[$0] == -1 } == 1)
      #expect(sentence.allSatisfy { (document.heads[$0] == -1) == (document.relations[$0] == .root) })
      for token in sentence {
        var node = Int32(token)
        var steps = 0
        while node >= 0, steps <= sentence.count {
          #expect(sentence.contains(Int(node)))
          node = document.heads[Int(node)]
          steps += 1
        }
        #expect(steps <= sentence.count)
      }
    }
    for (name, next) in zip(document.names, document.names.dropFirst()) {
      #expect(name.tokens.upperBound <= next.tokens.lowerBound)
    }
  }

  @Test("No tokens, no answers")
  func empty() throws {
    let document = try annotated()
    #expect(document.heads.isEmpty && document.names.isEmpty)
  }
}

@Suite("Spelling")
struct SpellingTests {
  @Test(
    "Typographic signs become plain ones",
    arguments: [
      ("\u{2019}s", "'s"), ("\u{201C}", "\""), ("\u{2014}", "--"), ("\u{2026}", "..."), ("``", "\""), ("''", "\""),
      ("3,450", "0,000"), ("caf\u{E9}", "caf\u{E9}"), ("\u{2212}5", "-0"), ("", ""),
    ])
  func fold(token: String, folded: String) {
    var result: [UInt8] = []
    TokenSpelling.fold(Array(token.utf8)[...], digits: true, into: &result)
    #expect(String(decoding: result, as: UTF8.self) == folded)
  }

  @Test("A cut-off character is copied and not read past its end")
  func truncated() {
    var result: [UInt8] = []
    TokenSpelling.fold([0xE2, 0x80][...], digits: true, into: &result)
    #expect(result == [0xE2, 0x80])
  }
}

@Suite("The tree of greatest weight")
struct MaximumTreeTests {
  /// The best weight of any tree, by trying them all.
  private func bestWeight(_ scores: [Double], size: Int) -> Double {
    var best = -Double.infinity
    var heads = [Int](repeating: 0, count: size)
    func search(_ node: Int, _ weight: Double) {
      guard node < size else {
        if isTree(heads) { best = max(best, weight) }
        return
      }
      for head in 0..<size where head != node {
        heads[node] = head
        search(node + 1, weight + scores[node * size + head])
      }
    }
    search(1, 0)
    return best
  }

  private func isTree(_ heads: [Int]) -> Bool {
    (1..<heads.count).allSatisfy { start in
      var node = start
      for _ in 0..<heads.count where node != 0 { node = heads[node] }
      return node == 0
    }
  }

  @Test("As good as the best of all trees, in random graphs", arguments: 2...6)
  func exhaustive(size: Int) {
    var state = UInt64(size) &* 2_654_435_769 &+ 12_345
    for _ in 0..<100 {
      let scores = (0..<size * size).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / 100_000
      }
      let heads = MaximumTree.heads(scores, size: size)
      #expect(isTree(heads))
      let weight = (1..<size).reduce(0) { $0 + scores[$1 * size + heads[$1]] }
      #expect(abs(weight - bestWeight(scores, size: size)) < 1e-6)
    }
  }
}

@Suite("A model that is damaged")
struct ModelFileTests {
  /// Why these bytes are refused as a model; nil if they are not.
  private func error(_ bytes: [UInt8]) -> ModelError? {
    unsafe bytes.withUnsafeBytes { bytes in
      do throws(ModelError) {
        _ = try unsafe SyntaxNetwork(model: bytes)
        return nil
      } catch {
        return error
      }
    }
  }

  private func header(version: UInt8, count: UInt8) -> [UInt8] {
    Array("newsnet\0".utf8) + [version, 0, 0, 0, count, 0, 0, 0]
  }

  @Test("Bytes that are not a model are refused")
  func notAModel() {
    #expect(error([]) == .notAModel)
    #expect(error([UInt8](repeating: 7, count: 64)) == .notAModel)
    #expect(error(header(version: 1, count: 3)) == .notAModel)
  }

  @Test("A model of another version is refused")
  func version() {
    #expect(error(header(version: 9, count: 0)) == .version(9))
  }

  @Test("A model that lacks a tensor says which")
  func missing() {
    #expect(error(header(version: 1, count: 0)) == .tensor("embedding.rows"))
  }

  @Test("A tensor beyond the end of the file is refused")
  func outside() {
    var entry = [UInt8](repeating: 0, count: 80)
    entry.replaceSubrange(0..<1, with: [0x78])
    entry[57] = 1
    entry[64] = 64
    #expect(error(header(version: 1, count: 1) + entry) == .tensor("x"))
  }
}
