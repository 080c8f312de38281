import JSONCoding
import NewsModel
import Testing

@Suite struct ArticleJSONTests {
  @Test("an article comes back as it was written", arguments: [fullArticle, Article(id: "0", text: "")])
  func roundTrip(_ article: Article) throws {
    #expect(try read(Article.self, json(article)) == article)
  }

  @Test("the text of an article is exactly this")
  func exactText() {
    #expect(
      json(fullArticle)
        == [
          #"{"id":"00ff00ff00ff00ff","title":"Envoys \"meet\"","date":"2024-03-04T10:00:00Z","date_basis":"dateline","#,
          #""source":"example.org","url":"https://example.org/a?b=1&c=/","language":"en","file":"a.json","#,
          #""received":"2024-03-04T11:00:00Z","text":"One.\nZwei: é €."}"#,
        ].joined())
    #expect(json(Article(id: "0", text: "")) == #"{"id":"0","text":""}"#)
  }

  @Test("an article with its events is one line, and comes back")
  func coded() throws {
    let coded = CodedArticle(article: fullArticle, events: [fullEvent, bareEvent], sequence: 5)
    #expect(!json(coded).contains("\n"))
    #expect(json(coded).hasPrefix(#"{"sequence":5,"article":{"#))
    #expect(try read(CodedArticle.self, json(coded)) == coded)
    let fresh = CodedArticle(article: fullArticle, events: [])
    #expect(json(fresh).hasPrefix(#"{"article":{"#) && json(fresh).hasSuffix(#""events":[]}"#))
    #expect(try read(CodedArticle.self, json(fresh)) == fresh)
  }

  @Test("the article's day is the day of its date, however exact that is")
  func day() {
    let day = CalendarDate("2024-03-04")
    #expect(fullArticle.day == day)
    #expect(Article(id: "0", text: "", date: "2024-03-04").day == day)
    #expect(Article(id: "0", text: "", date: "2024-03").day == nil)
    #expect(Article(id: "0", text: "").day == nil)
  }
}
