import ArticleReading
import EventCoding
import Glibc
import JSONCoding
import Linguistics
import NewsModel
import NewsService
import Platform

/// `newsd extract`: what the daemon would store, without one.
func extract(_ arguments: ParsedArguments) throws -> Int32 {
  let date = try day(arguments)
  let pipeline = try pipeline(arguments)
  var scratch = NetworkScratch()
  var status: Int32 = 0
  try forEachInput(arguments.operands) { name, bytes, modified in
    do throws(ReadingError) {
      let output = try pipeline.process(
        bytes, name: name, modified: modified, date: date?.description, scratch: &scratch)
      for coded in output.articles {
        if arguments.has("quotes") {
          for quote in pipeline.quotes(of: coded.article, scratch: &scratch) {
            write(quote.jsonBytes + [UInt8(ascii: "\n")])
          }
        } else if arguments.has("explain") {
          write(explanation(pipeline.explain(coded.article, scratch: &scratch), asJSON: arguments.has("json")))
        } else {
          write(coded.jsonBytes + [UInt8(ascii: "\n")])
        }
      }
      for warning in output.warnings { Program.complain("\(name): \(warning)") }
      for rejection in output.rejections { Program.complain("\(name): \(rejection.error)") }
      if !output.rejections.isEmpty { status = 1 }
    } catch {
      Program.complain("\(name): \(error)")
      status = 1
    }
  }
  return status
}

/// Why an article has the events it has, as lines.
private func explanation(_ explanation: ArticleExplanation, asJSON: Bool) -> [UInt8] {
  if asJSON { return explanation.jsonBytes + [UInt8(ascii: "\n")] }
  let title = explanation.article.title ?? explanation.article.id
  let lines = ExplanationText.lines(explanation, width: min(100, Terminal().width), title: title)
  return Array(lines.joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
}

/// The pipeline with the tables that the command line and the configuration it names add.
private func pipeline(_ arguments: ParsedArguments) throws -> Pipeline {
  // Without --config nothing of /etc counts: the same command gives the same events everywhere.
  let configuration = arguments["config"] == nil ? nil : try source(arguments).read()
  var tables = CodingAdditions()
  if let configuration { tables = try CodingAdditions(configuration) }
  for file in arguments.all("actors") { tables.actors.append(try CodingAdditions.table(FilePath(file))) }
  for file in arguments.all("lexicon") { tables.lexicon.append(try CodingAdditions.table(FilePath(file))) }
  return Pipeline(
    reader: ArticleReader(), engine: try LanguageEngine.english(), coder: try tables.coder(),
    minimumConfidence: (configuration ?? Configuration()).minimumConfidence)
}

/// `newsd annotate`: the window on the language engine.
func annotate(_ arguments: ParsedArguments) throws -> Int32 {
  let date = try day(arguments)
  let input = arguments["input"] ?? "text"
  guard ["text", "conllu"].contains(input) else {
    throw UsageError("--input takes text or conllu, found '\(input)'")
  }
  let engine = try LanguageEngine.english()
  var scratch = NetworkScratch()
  var status: Int32 = 0
  try forEachInput(arguments.operands) { name, bytes, modified in
    do {
      var output: [UInt8] = []
      if input == "conllu" {
        var documents = try CoNLLUReader.read(bytes)
        for index in documents.indices {
          documents[index].date = date ?? documents[index].date
          engine.annotateTokens(of: &documents[index], scratch: &scratch)
        }
        CoNLLUWriter.write(documents, over: bytes, into: &output)
      } else {
        let read = try ArticleReader().read(bytes, name: name, modified: modified, date: date?.description)
        for article in read.articles {
          let document = engine.annotate(Array(article.text.utf8), date: article.day, scratch: &scratch)
          CoNLLUWriter.write(document, into: &output)
        }
      }
      write(output)
    } catch {
      Program.complain("\(name): \(error)")
      status = 1
    }
  }
  return status
}

private func day(_ arguments: ParsedArguments) throws -> CalendarDate? {
  guard let text = arguments["date"] else { return nil }
  guard let day = CalendarDate(text) else { throw UsageError("--date takes a day such as 2024-03-04, found '\(text)'") }
  return day
}

/// Hands over the bytes of each file, or of standard input where none or `-` is named. One that cannot be opened ends the run.
private func forEachInput(
  _ names: [String], _ body: (_ name: String, _ bytes: [UInt8], _ modified: CalendarDate?) throws -> Void
) throws {
  let files = KernelFileSystem()
  for name in names.isEmpty ? ["-"] : names {
    if name == "-" {
      let input = FileDescriptor(borrowing: STDIN_FILENO)
      var bytes: [UInt8] = []
      while case let piece = try input.read(upTo: 1 << 16), !piece.isEmpty { bytes += piece }
      try body("standard input", bytes, nil)
    } else {
      let path = FilePath(name)
      let modified = try files.status(of: path).map { CalendarDate(daysSinceEpoch: $0.modified / 86_400_000) }
      try body(name, try files.read(path, limit: 1 << 30, isTrusted: true), modified)
    }
  }
}

/// Writes to standard output; a reader that has gone away ends the program in silence, as it does `cat`.
private func write(_ bytes: [UInt8]) {
  do { try FileDescriptor(borrowing: STDOUT_FILENO).writeAll(bytes) } catch { exit(error.code == EPIPE ? 0 : 1) }
}
