import Linguistics
import NewsModel
import Testing

/// A table of columns, written with spaces, as CoNLL-U.
private func conllu(_ lines: String...) -> [UInt8] {
  let rows = lines.map { line in
    line.isEmpty || line.hasPrefix("#") ? line : line.split(separator: " ").joined(separator: "\t")
  }
  return Array((rows.joined(separator: "\n") + "\n").utf8)
}

/// The reason why a text is refused.
private func problem(_ bytes: [UInt8]) -> String? {
  do {
    _ = try CoNLLUReader.read(bytes)
    return nil
  } catch {
    return error.description
  }
}

struct CoNLLUReaderTests {
  @Test("Tokens, sentences, tags, heads and relations are those of the columns")
  func columns() throws {
    let documents = try CoNLLUReader.read(
      conllu(
        "# text = NATO warned Russia.",
        "1 NATO NATO PROPN NNP _ 2 nsubj _ _",
        "2 warned warn VERB VBD _ 0 root _ _",
        "3 Russia Russia PROPN NNP _ 2 obj _ SpaceAfter=No",
        "4 . . PUNCT . _ 2 punct _ _"))
    let document = try #require(documents.first)
    #expect(document.text == Array("NATO warned Russia.".utf8))
    #expect((0..<4).map(document.form) == ["NATO", "warned", "Russia", "."])
    #expect(document.sentences == [0..<4])
    #expect(document.lemmas == ["NATO", "warn", "Russia", "."])
    #expect(document.upos == [.propn, .verb, .propn, .punct])
    #expect(document.xpos == [.nnp, .vbd, .nnp, .period])
    #expect(document.heads == [1, -1, 1, 1])
    #expect(document.relations == [.nsubj, .root, .obj, .punct])
  }

  @Test("Columns that are not filled in stay empty, and unknown tags and relations are borne")
  func incomplete() throws {
    let bare = try #require(try CoNLLUReader.read(conllu("1 Hello _ _ _ _ _ _ _ _")).first)
    #expect(bare.tokenCount == 1)
    #expect(
      bare.upos.isEmpty && bare.xpos.isEmpty && bare.lemmas.isEmpty && bare.heads.isEmpty && bare.relations.isEmpty)
    let odd = try #require(
      try CoNLLUReader.read(conllu("1 a a NOUN ??? _ 2 nmod:lvc _ _", "2 b _ FOO NN _ 0 what _ _")).first)
    #expect(odd.upos == [.noun, .x])
    #expect(odd.xpos == [.xx, .nn])
    #expect(odd.relations == [.nmod, .dep])
    #expect(odd.lemmas == ["a", "_"])
  }

  @Test("Multiword tokens and empty nodes are passed over, and the text is that of the line")
  func ranges() throws {
    let document = try #require(
      try CoNLLUReader.read(
        conllu(
          "# text = They don't go",
          "1 They they PRON PRP _ 4 nsubj _ _", "2-3 don't _ _ _ _ _ _ _ _", "2 do do AUX VBP _ 4 aux _ _",
          "3 n't not PART RB _ 4 advmod _ _", "3.1 x x X XX _ _ _ 4:dep _", "4 go go VERB VB _ 0 root _ _")
      ).first)
    #expect((0..<4).map(document.form) == ["They", "do", "n't", "go"])
    #expect(document.starts == [0, 5, 7, 11])
  }

  @Test("Without a text line the text is put together from the words and SpaceAfter")
  func rebuilt() throws {
    let document = try #require(
      try CoNLLUReader.read(
        conllu(
          "1-2 it's _ _ _ _ _ _ _ SpaceAfter=No", "1 it _ _ _ _ _ _ _ _", "2 's _ _ _ _ _ _ _ _", "3 . _ _ _ _ _ _ _ _",
          "",
          "# text = of another sentence", "1 Yes _ _ _ _ _ _ _ _")
      ).first)
    #expect(document.text == Array("it's. Yes".utf8))
    #expect(document.sentences == [0..<3, 3..<4])
  }

  @Test("Documents and paragraphs begin where the comments say so")
  func documents() throws {
    let documents = try CoNLLUReader.read(
      conllu(
        "# newdoc id = one", "# meta::dateCreated = 2022-01-10", "# newpar", "1 A _ _ _ _ _ _ _ _", "",
        "1 B _ _ _ _ _ _ _ _", "",
        "# newpar id = p2", "1 C _ _ _ _ _ _ _ _", "", "# newdoc", "1 D _ _ _ _ _ _ _ _"))
    #expect(documents.map { String(decoding: $0.text, as: UTF8.self) } == ["A B\n\nC", "D"])
    #expect(documents.map(\.paragraphs) == [[0, 2], [0]])
    #expect(documents.map(\.date) == [CalendarDate("2022-01-10"), nil])
  }

  @Test("Carriage returns, a byte order mark and a missing last newline are borne")
  func lineEnds() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("1\tA\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n1\tB\t_\t_\t_\t_\t_\t_\t_\t_".utf8)
    let document = try #require(try CoNLLUReader.read(bytes).first)
    #expect(document.sentences.count == 2)
    #expect(document.text == Array("A B".utf8))
  }

  @Test("What is wrong is said with its line")
  func problems() {
    #expect(
      problem(conllu("# c", "1 A _ _ _"))
        == "line 2: 5 columns; a word has 10, separated by tabs (universaldependencies.org/format)")
    #expect(problem(conllu("1 A _ _ _ _ _ _ _ _", "3 B _ _ _ _ _ _ _ _")) == "line 2: the ID is \"3\"; 2 is next")
    #expect(problem(conllu("x A _ _ _ _ _ _ _ _")) == "line 1: the ID is \"x\"; 1 is next")
    #expect(
      problem(conllu("", "1 A _ _ _ _ 2 dep _ _"))
        == "line 2: the HEAD is \"2\"; a word of this sentence, 1 to 1, or 0 belongs there")
    #expect(problem(Array("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n".utf8)) == "line 1: the FORM is empty")
    #expect(problem(conllu("1 A _ _ _ _ _ _ _ _")) == nil)
  }

  @Test("A text without words has no documents", arguments: ["", "\n\n", "# newdoc\n# newpar\n"])
  func empty(_ text: String) throws { #expect(try CoNLLUReader.read(Array(text.utf8)).isEmpty) }

  @Test("Any bytes end in documents or an error")
  func anyBytes() {
    let source = conllu(
      "# newdoc", "# text = A b", "1 A a X XX _ 2 dep _ Entity=B-ORG", "2-3 bc _ _ _ _ _ _ _ _",
      "2 b b X XX _ 0 root _ _")
    var state: UInt64 = 42
    for _ in 0..<2000 {
      var bytes = source
      state = state &* 6_364_136_223_846_793_005 &+ 1
      bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      if let documents = try? CoNLLUReader.read(bytes) {
        #expect(documents.allSatisfy { $0.ends.count == $0.tokenCount && Int($0.ends.last ?? 0) <= $0.text.count })
      }
    }
  }
}

struct CoNLLUWriterTests {
  private func written(_ document: Document) -> String {
    var bytes: [UInt8] = []
    CoNLLUWriter.write(document, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A tokenised text is written with its comments, clitics, spaces and offsets")
  func tokens() {
    var document = Document(text: Array("They don't.\nEnd".utf8))
    Tokenizer.tokenize(&document)
    let expected = """
      # newdoc
      # newpar
      # sent_id = 1
      # text = They don't.
      1	They	_	_	_	_	_	_	_	TokenRange=0:4
      2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No|TokenRange=5:10
      2	do	_	_	_	_	_	_	_	TokenRange=5:7
      3	n't	_	_	_	_	_	_	_	TokenRange=7:10
      4	.	_	_	_	_	_	_	_	TokenRange=10:11

      # newpar
      # sent_id = 2
      # text = End
      1	End	_	_	_	_	_	_	_	TokenRange=12:15


      """
    #expect(written(document) == expected)
  }

  @Test("Names stand in MISC and time expressions in front of their sentence")
  func annotations() {
    var document = Document(text: Array("NATO met on \"Monday\" 5 May 2020".utf8), date: CalendarDate("2022-01-10"))
    Tokenizer.tokenize(&document)
    document.names = [NameSpan(tokens: 0..<1, label: .organisation), NameSpan(tokens: 4..<6, label: .event)]
    TimeRecognizer.recognize(in: &document)
    let lines = written(document).split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.hasPrefix("# timex3") } == [
        #"# timex3 = {"text":"Monday","type":"DATE","value":"2022-01-10","basis":"relative","start":13,"end":19}"#,
        #"# timex3 = {"text":"5 May 2020","type":"DATE","value":"2020-05-05","basis":"explicit","start":21,"end":31}"#,
      ])
    #expect(
      lines.filter { $0.contains("Entity=") }.compactMap { $0.split(separator: "\t").last } == [
        "Entity=B-ORG|TokenRange=0:4", "Entity=B-EVENT|SpaceAfter=No|TokenRange=13:19",
        "Entity=I-EVENT|TokenRange=19:20",
      ])
  }

  @Test("What has no value says why, and JSON is escaped")
  func escapes() {
    var document = Document(text: Array("a".utf8))
    Tokenizer.tokenize(&document)
    let expression = TimeExpression(
      text: "\"x\"\\\n\u{1}ł", kind: .date, value: "", endValue: "2022", basis: .relative, span: Span(0, 1),
      unresolved: "no article date")
    document.times = [TimeSpan(tokens: 0..<1, expression: expression)]
    let json =
      #"{"text":"\"x\"\\\n\u0001ł","type":"DATE","end_value":"2022","basis":"relative","start":0,"end":1,"unresolved":"no article date"}"#
    #expect(written(document).contains("# timex3 = \(json)\n"))
  }

  @Test("Every written document is read back as it was")
  func roundTrip() throws {
    var document = Document(text: Array("“We can't,” he said. Russia's $5.\n\nA second\u{A0}paragraph".utf8))
    Tokenizer.tokenize(&document)
    let count = document.tokenCount
    document.upos = Array(repeating: .noun, count: count)
    document.xpos = Array(repeating: .nnp, count: count)
    document.lemmas = (0..<count).map { "l\($0)" }
    document.heads = document.sentences.flatMap { sentence in
      sentence.map { $0 == sentence.lowerBound ? -1 : Int32(sentence.lowerBound) }
    }
    document.relations = Array(repeating: .oblUnmarked, count: count)
    document.names = [NameSpan(tokens: 1..<3, label: .person), NameSpan(tokens: 3..<4, label: .person)]
    let again = try #require(try CoNLLUReader.read(Array(written(document).utf8)).first)
    #expect((0..<count).map(again.form) == (0..<count).map(document.form))
    #expect(again.sentences == document.sentences)
    #expect(again.paragraphs == document.paragraphs)
    #expect(again.upos == document.upos && again.xpos == document.xpos && again.lemmas == document.lemmas)
    #expect(again.heads == document.heads && again.relations == document.relations)
    #expect(again.names == document.names)
    #expect(again.text == document.text)
  }

  @Test("A document without tokens writes nothing")
  func empty() { #expect(written(Document(text: [])).isEmpty) }

  @Test("What was given is filled in: comments, multiword tokens, empty nodes and sentence names stay")
  func filling() throws {
    let given = """
      \u{FEFF}# newdoc id = first
      # sent_id = first-1
      # timex3 = {"text":"old"}
      1-2	We've	_	_	_	_	_	_	_	SpaceAfter=No
      1	We	_	_	_	_	_	_	_	_
      2	've	_	_	_	_	_	_	_	_
      2.1	been	_	_	_	_	_	_	_	_
      3	.	_	_	_	_	_	_	_	_

      # newdoc id = second
      # sent_id = second-1
      1	Monday	_	_	_	_	_	_	_	_

      """
    var documents = try CoNLLUReader.read(Array(given.utf8))
    #expect(documents.count == 2)
    for index in documents.indices {
      documents[index].upos = Array(repeating: .noun, count: documents[index].tokenCount)
    }
    let time = TimeExpression(text: "Monday", kind: .date, value: "2024-03-04", basis: .relative, span: Span(0, 6))
    documents[1].times = [TimeSpan(tokens: 0..<1, expression: time)]
    var bytes: [UInt8] = []
    CoNLLUWriter.write(documents, over: Array(given.utf8), into: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        # newdoc id = first
        # sent_id = first-1
        1-2	We've	_	_	_	_	_	_	_	SpaceAfter=No
        1	We	_	NOUN	_	_	_	_	_	TokenRange=0:2
        2	've	_	NOUN	_	_	_	_	_	TokenRange=2:5
        2.1	been	_	_	_	_	_	_	_	_
        3	.	_	NOUN	_	_	_	_	_	TokenRange=5:6

        # newdoc id = second
        # sent_id = second-1
        # timex3 = {"text":"Monday","type":"DATE","value":"2024-03-04","basis":"relative","start":0,"end":6}
        1	Monday	_	NOUN	_	_	_	_	_	TokenRange=0:6


        """)
  }
}
