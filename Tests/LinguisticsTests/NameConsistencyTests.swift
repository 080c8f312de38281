import Linguistics
import Testing

/// A document of tokens with spaces between, all proper nouns where they begin with a capital, with the given names.
private func document(_ text: String, _ names: [(Range<Int>, NameSpan.Label)]) -> Document {
  var document = Document(text: Array(text.utf8))
  var offset = 0
  for word in text.split(separator: " ") {
    document.starts.append(Int32(offset))
    offset += word.utf8.count
    document.ends.append(Int32(offset))
    offset += 1
    document.xpos.append(word.first?.isUppercase == true ? .nnp : .nn)
  }
  document.sentences = [0..<document.tokenCount]
  document.names = names.map { NameSpan(tokens: $0.0, label: $0.1) }
  return document
}

/// The names after they were settled: words and class.
private func settled(_ text: String, _ names: [(Range<Int>, NameSpan.Label)]) -> [String] {
  let document = NameConsistency.unified(document(text, names))
  return document.names.map { "\(document.string(document.span($0.tokens))) \($0.label.name)" }
}

@Suite("Names hold through a document")
struct NameConsistencyTests {
  @Test("A surname alone is the person who was named in full, before or after")
  func surname() {
    let found = settled(
      "Stefanishyna spoke . Olga Stefanishyna said",
      [(0..<1, .organisation), (3..<5, .person)])
    #expect(found == ["Stefanishyna PERSON", "Olga Stefanishyna PERSON"])
  }

  @Test("A surname that was overlooked becomes a name, and names stay in order")
  func overlooked() {
    let found = settled(
      "Olga Stefanishyna met NATO . Stefanishyna left Kyiv",
      [(0..<2, .person), (3..<4, .organisation), (7..<8, .geopolitical)])
    #expect(found == ["Olga Stefanishyna PERSON", "NATO ORG", "Stefanishyna PERSON", "Kyiv GPE"])
  }

  @Test("Words in small letters are no surname")
  func smallLetters() {
    #expect(settled("Theresa May said may", [(0..<2, .person)]) == ["Theresa May PERSON"])
    #expect(
      settled("Theresa May said may in Kyiv", [(0..<2, .person), (5..<6, .geopolitical)])
        == ["Theresa May PERSON", "Kyiv GPE"])
  }

  @Test("The same words are of the class that more than two thirds of them have")
  func vote() {
    let thrice: [(Range<Int>, NameSpan.Label)] = [
      (0..<1, .geopolitical), (1..<2, .geopolitical), (2..<3, .geopolitical),
    ]
    #expect(settled("Qana Qana Qana Qana", thrice + [(3..<4, .person)]).last == "Qana GPE")
    #expect(settled("Qana Qana Qana", Array(thrice.prefix(2)) + [(2..<3, .person)]).last == "Qana PERSON")
  }

  @Test("A people keeps its class though a person has its name")
  func nationality() {
    let found = settled("Jean German met German officials", [(0..<2, .person), (3..<4, .nationality)])
    #expect(found.last == "German NORP")
  }
}
