import JSONCoding
import NewsModel
import TestSupport
import Testing

@Suite("What newsq prints") struct NewsqOutputTests {
  private func printed(_ arguments: String..., answer: String = NewsqSamples.events, width: Int = 80) throws -> String {
    let result = try FakeDaemon(answer).newsq(arguments, width: width)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test("On a narrow terminal an event takes two lines: who did what to whom, and the evidence with the id")
  func narrowTable() throws {
    #expect(
      try printed("events", "-o", "table") == """
        2024-03-06  Russia, NATO → CONSULT (scheduled) · Brussels
                    The next talks will be held in Brussels on Wed…  00000000000000aa-01
        2024-W10    中国外交部 → ASSAULT (denied) → a "group", unnamed
                    The [31m envoy left.                             00000000000000aa-02
                    STATEMENT
                    Nobody else spoke.                               00000000000000aa-03

        """)
  }

  @Test("On a wide terminal an event takes one line, and columns stand under their titles")
  func wideTable() throws {
    #expect(
      try printed("events", "-o", "table", width: 160) == """
        DATE        WHO                 TYPE       WHOM             STATUS     PLACE           EVIDENCE                                              ID
        2024-03-06  Russia, NATO        CONSULT                     scheduled  Brussels        The next talks will be held in Brussels on Wednesday  00000000000000aa-01
        2024-W10    中国外交部          ASSAULT    a "group", unn…  denied                     The [31m envoy left.                                  00000000000000aa-02
                                        STATEMENT                   occurred                   Nobody else spoke.                                    00000000000000aa-03

        """)
  }

  @Test("Of long evidence that part is shown in which it says so")
  func excerpt() throws {
    var event = NewsqSamples.bare
    let lead = "After a long night of words that nobody wrote down, and in spite of the rain, the envoys "
    event.evidence = Quote(text: lead + "signed the truce, which holds.", span: Span(100, 219))
    event.trigger = Quote(text: "signed", span: Span(100 + lead.utf8.count, 106 + lead.utf8.count))
    let answer = NewsqSamples.list("events", [event])
    #expect(
      try printed("events", "-o", "table", answer: answer).contains(
        "            …the envoys signed the truce, which holds.  "))
    var statement = event
    let source = Party(text: "the envoys", span: Span(185, 195))
    statement.attribution = Attribution(
      source: source, kind: .indirect, content: Quote(text: lead, span: Span(100, 180)))
    #expect(
      try printed("events", "-o", "table", answer: NewsqSamples.list("events", [statement])).contains(
        "            After a long night"), "of a statement, what was said")
    event.trigger.span = Span(1 << 50, 1 << 51)
    let wrong = NewsqSamples.list("events", [event])
    #expect(
      try printed("events", "-o", "table", answer: wrong).contains("            …the envoys signed") == false)
  }

  @Test("No line is wider than the terminal", arguments: [40, 60, 80, 100, 139, 140, 200, 300])
  func widths(width: Int) throws {
    var long = NewsqSamples.attack
    long.actors += NewsqSamples.talks.actors + long.actors
    long.place = Place(text: String(repeating: "Llanfair", count: 12), span: Span(0, 0))
    long.evidence.text = String(repeating: "中文 and more — ", count: 40)
    let answer = NewsqSamples.list("events", [long, NewsqSamples.talks])
    for line in try printed("events", "-o", "table", answer: answer, width: width).split(separator: "\n") {
      // The samples have no wide characters but these.
      let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x4E00 && $1.value <= 0x9FFF ? 2 : 1) }
      #expect(columns <= max(width, 53), "\(line)")
    }
  }

  @Test("Colour is used when it is asked for, and never spills over a cell")
  func colour() throws {
    let plain = try printed("events", "-o", "table", "--color", "never")
    let coloured = try printed("events", "-o", "table", "--color", "always")
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1;31mASSAULT\u{1B}[0m"))
    var stripped = ""
    var isCode = false
    for scalar in coloured.unicodeScalars {
      if scalar == "\u{1B}" { isCode = true }
      if !isCode { stripped.unicodeScalars.append(scalar) }
      if isCode, scalar == "m" { isCode = false }
    }
    #expect(stripped.split(separator: "\n").map { $0.trimmed } == plain.split(separator: "\n").map { $0.trimmed })
  }

  @Test("In a pipe events are JSON lines, byte for byte what the daemon gave, the oldest first")
  func lines() throws {
    let expected = [NewsqSamples.talks, NewsqSamples.attack, NewsqSamples.bare]
      .map { String(decoding: $0.jsonBytes, as: UTF8.self) + "\n" }.joined()
    #expect(try printed("events") == expected)
    #expect(try printed("events", "-o", "jsonl") == expected)
  }

  @Test("CSV has a line of names, and quotes what must be quoted")
  func csv() throws {
    let lines = try printed("events", "-o", "csv").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[0].hasPrefix("id,article,sequence,type,modes,contexts,cameo,quad,intensity,status,actors,actor_codes,"))
    #expect(
      lines[1]
        == "00000000000000aa-01,00000000000000aa,1,CONSULT,multilateral,diplomatic,046,1,4.0,scheduled,Russia;NATO,RUS/GOV;IGO,,,"
        + "2024-03-06,,Brussels,BEL,50.85,4.35,AFP,talks,The next talks will be held in Brussels on Wednesday,0.84")
    #expect(lines[2].contains(#","a ""group"", unnamed","#))
    // The evidence has a line break, which stands in quotation marks.
    #expect(lines[2].hasSuffix("\"The\u{1B}[31m envoy"))
    #expect(lines[3] == "left.\",0.5")
  }

  @Test("Counts are shown with bars on a terminal, and as values elsewhere")
  func counts() throws {
    let answer =
      #"{"counts":[{"key":["CONSULT"],"count":120},{"key":["AID"],"count":45},{"key":[null],"count":1}],"total":166}"#
    #expect(
      try printed("count", "-o", "table", answer: answer) == """
        TYPE     COUNT
        CONSULT    120  ██████████████████████████████
        AID         45  ███████████▎
        —            1  ▎

        """)
    #expect(
      try printed("count", answer: answer)
        == "{\"type\":\"CONSULT\",\"count\":120}\n{\"type\":\"AID\",\"count\":45}\n{\"type\":null,\"count\":1}\n")
    #expect(try printed("count", "-o", "csv", answer: answer) == "type,count\nCONSULT,120\nAID,45\n,1\n")
  }

  @Test("An event is shown with all that is known of it, and marked in the paragraphs that tell of it")
  func showEvent() throws {
    let answer = NewsqSamples.shown([NewsqSamples.talks], asArticle: false)
    #expect(
      try printed("show", "00000000000000aa-01", "-o", "table", answer: answer) == """
        00000000000000aa-01  CONSULT, scheduled
          who         Russia (RUS/GOV), “Moscow”
                      NATO (IGO), “the alliance”
          when        2024-03-06, “on Wednesday”, relative
          where       Brussels, BEL, city, (50.85, 4.35)
          how many    “two days”, 2, day
          said by     AFP (NGO/JRN), “an agency”, “said”, indirect
          modes       multilateral
          contexts    diplomatic
          codes       CAMEO 046, quad 1, intensity 4.0
          confidence  0.84, by the rule consult.talks

        Talks
        2024-03-04 (metadata) · The Gazette · 00000000000000aa

          »The next [talks] will be held in Brussels on Wednesday«, an agency said.

          …

        """)
    let coloured = try printed("show", "00000000000000aa-01", "-o", "table", "--color", "always", answer: answer)
    #expect(coloured.contains("\u{1B}[4mThe next\u{1B}[0m \u{1B}[32mtalks\u{1B}[0m \u{1B}[4mwill be held in\u{1B}[0m "))
  }

  @Test("An article is shown whole, with its events marked and listed")
  func showArticle() throws {
    let answer = NewsqSamples.shown([NewsqSamples.talks, NewsqSamples.bare], asArticle: true)
    let shown = try printed("show", "00000000000000aa", "-o", "table", answer: answer)
    #expect(shown.contains("  The next [talks CONSULT] will be held in Brussels on Wednesday, an agency\n  said.\n"))
    #expect(shown.contains("\n\n  Nobody else [spoke STATEMENT].\n\n  The envoy left.\n"))
    #expect(shown.hasSuffix("00000000000000aa-03\n"))
  }

  @Test("Spans that do not fit the text do no harm")
  func wrongSpans() throws {
    var event = NewsqSamples.talks
    event.evidence.span = Span(-5, 1 << 40)
    event.trigger.span = Span(60, 3)
    let answer = NewsqSamples.shown([event], asArticle: false)
    #expect(try printed("show", "00000000000000aa-01", "-o", "table", answer: answer).contains("The envoy left."))
  }

  @Test("Articles are listed with date, source, title and number of events")
  func articles() throws {
    let answer = #"{"articles":[{"id":"00000000000000aa","title":"Talks","date":"2024-03-04T10:00:00Z","events":12}]}"#
    #expect(
      try printed("articles", "-o", "table", answer: answer) == """
        DATE        SOURCE  TITLE  EVENTS  ID
        2024-03-04          Talks      12  00000000000000aa

        """)
    #expect(
      try printed("articles", "-o", "csv", answer: answer)
        == "id,title,date,date_basis,source,url,language,file,received,events\n"
        + "00000000000000aa,Talks,2024-03-04T10:00:00Z,,,,,,,12\n")
  }

  @Test("Facts are shown one a line, those of a member of many under both names")
  func facts() throws {
    let answer = #"{"state":"running","stored":{"events":12},"last_snapshot":null,"list":[1,2]}"#
    #expect(
      try printed("stats", "-o", "table", answer: answer)
        == "state          running\nstored events  12\nlast snapshot  \nlist           1, 2\n")
    #expect(try printed("stats", answer: answer) == answer + "\n")
    let sizes = #"{"bytes":0,"segment_bytes":1023,"stored_bytes":1536,"memory":34791424,"restart_needed":[]}"#
    #expect(
      try printed("stats", "-o", "table", answer: sizes)
        == "bytes           0 B\nsegment bytes   1023 B\nstored bytes    1.5 KiB\nmemory          33.1 MiB\n"
        + "restart needed  none\n")
    #expect(try printed("stats", "-o", "csv", answer: #"{"memory":34791424}"#) == "name,value\nmemory,34791424\n")
  }

  @Test("Long work shows on a terminal how far it is, and wipes that away; in a pipe it is silent")
  func progress() throws {
    let scratch = ScratchFolder()
    var left = 12
    let daemon = FakeDaemon { method, _ in
      switch method {
      case "spool.status": return .result(#"{"queue":3}"#)
      case "spool.sync": return .result(#"{"articles":3}"#)
      default:
        left -= 1
        let events = Array(repeating: NewsqSamples.bare, count: 500)
        return .result(NewsqSamples.list("events", events, next: left > 0 ? "\(left)" : nil))
      }
    }
    let export = try daemon.newsqOnTerminal("export -o csv --to '\(scratch.path("all.csv"))'")
    #expect(export == "\r5000 events…\r\u{1B}[K")
    #expect(try scratch.text(of: "all.csv").split(separator: "\n").count == 6_001)
    let sync = try daemon.newsqOnTerminal("sync -o jsonl")
    #expect(sync == "\rwaiting for 3 files to be read…\r\u{1B}[K{\"articles\":3}\r\n")
    let quiet = try daemon.newsq(["sync"])
    #expect(quiet.output == "{\"articles\":3}\n" && quiet.errors.isEmpty)
  }

  @Test(
    "Methods are listed with what they do and, where there is room, their parameters, those that may be left out in brackets"
  )
  func methods() throws {
    let answer =
      #"{"methods":[{"name":"a.b","summary":"Does.","params":[{"name":"id","required":true},{"name":"n","required":false}]}]}"#
    #expect(
      try printed("methods", "-o", "table", answer: answer, width: 140) == """
        METHOD  PARAMETERS  SUMMARY
        a.b     id [n]      Does.

        """)
    #expect(try printed("methods", "-o", "table", answer: answer) == "METHOD  SUMMARY\na.b     Does.\n")
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
