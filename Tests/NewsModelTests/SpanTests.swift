import NewsModel
import Testing

@Suite struct SpanTests {
  @Test("a span contains what lies within it, and overlaps what shares a byte")
  func relations() {
    let span = Span(10, 20)
    #expect(span.length == 10)
    #expect(
      span.contains(span) && span.contains(Span(12, 15)) && !span.contains(Span(9, 15)) && !span.contains(Span(15, 21)))
    #expect(span.overlaps(Span(19, 30)) && span.overlaps(Span(0, 11)) && span.overlaps(Span(12, 13)))
    #expect(!span.overlaps(Span(20, 30)) && !span.overlaps(Span(0, 10)))
  }

  @Test("spans stand in the order of their start, then of their end")
  func order() {
    #expect([Span(5, 9), Span(0, 3), Span(5, 6)].sorted() == [Span(0, 3), Span(5, 6), Span(5, 9)])
  }
}
