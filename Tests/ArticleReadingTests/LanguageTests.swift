import ArticleReading
import NewsModel
import Testing

@Suite("Language")
struct LanguageTests {
  @Test(
    "is told by the words and letters of a text",
    arguments: [
      (
        "en",
        "The minister said on Monday that the talks with the union would go on for a week, and that both of the sides were ready."
      ),
      (
        "de",
        "Der Minister sagte am Montag, dass die Gespräche mit der Gewerkschaft eine Woche dauern und dass sich beide Seiten auf das Ende nicht freuen."
      ),
      (
        "fr",
        "Le ministre a dit lundi que les discussions avec le syndicat vont durer une semaine et que les deux parties sont prêtes pour la suite."
      ),
      (
        "es",
        "El ministro dijo el lunes que las conversaciones con el sindicato van a durar una semana y que los dos lados no se fían de la otra parte."
      ),
      (
        "pt",
        "O ministro disse na segunda-feira que as conversas com o sindicato vão durar uma semana e que os dois lados não se entendem em nada do que foi dito."
      ),
      ("ru", "Министр заявил в понедельник, что переговоры с профсоюзом продлятся неделю."),
      ("uk", "Міністр заявив у понеділок, що переговори з профспілкою триватимуть тиждень і їх не зупинять."),
      ("ar", "قال الوزير يوم الاثنين إن المحادثات مع النقابة ستستمر أسبوعا"),
      ("zh", "部长周一表示与工会的谈判将持续一周双方都已准备好继续进行谈判"),
      ("ja", "大臣は月曜日、組合との話し合いは一週間続くと述べました。双方とも準備ができています。"),
    ])
  func languages(language: String, text: String) throws {
    #expect(try article(text).language == language)
  }

  @Test("is und for a text that is not English and in no language that is known")
  func undetermined() throws {
    let finnish = """
      Ministeri kertoi maanantaina, että neuvottelut ammattiliiton kanssa jatkuvat viikon. Molemmat osapuolet ovat valmiita \
      jatkamaan, vaikka kumpikaan ei luota toiseensa. Liiton puheenjohtaja sanoi toimittajille, että palkkoja pitää \
      korottaa heti, eikä vasta ensi vuonna. Hallitus aikoo keskustella asiasta huomenna, kun pääministeri palaa \
      ulkomailta kotimaahan. Työnantajat vastustavat korotuksia jyrkästi.
      """
    #expect(try article(finnish).language == "und")
  }

  @Test("is what the source declares, if the text is too short to tell")
  func declared() throws {
    #expect(try article("Dam opens at noon.").language == nil)
    #expect(try article("{\"language\":\"en_US\",\"text\":\"Dam opens at noon.\"}").language == "en")
    #expect(try article("<html lang='de'><p>\(story) \(story)</p></html>").language == "en")
  }
}
