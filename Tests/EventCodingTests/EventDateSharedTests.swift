import NewsModel
import Testing

/// Articles of Tuesday, 25 April 2023.
@Suite("Days that words and deeds share with what stands around them")
struct EventDateSharedTests: DatedSamples {
  // MARK: Words

  @Test("What is said in a Saturday speech is said on Saturday, and so is what follows")
  func speechOfDay() throws {
    let text = """
      The prime minister of Norway, Jonas Berg, in a Saturday address to the council, said that Sweden was wrong.

      Berg said that Norway was safe.
      """
    #expect(try time(.accuse, text) == "2023-04-22")
    #expect(try lastTime(.statement, text) == "2023-04-22")
  }

  @Test("Words in a text have the day on which that was given out")
  func text() throws {
    let text = """
      A video released on Saturday by rebels in Mali showed two soldiers of the army.

      In that video, the rebels say that the soldiers are well.
      """
    #expect(try lastTime(.statement, text) == "2023-04-22")
  }

  @Test("An appeal in a speech that took place on Sunday was made on Sunday")
  func appeal() throws {
    let text = "President Dina Boluarte appealed for peace in Peru in a speech which took place on Sunday."
    #expect(try time(.request, text) == "2023-04-23")
  }

  @Test("Whom a newspaper quoted on Sunday spoke on Sunday")
  func quoted() throws {
    let text =
      "The laws of Norway are too old, according to Prime Minister Jonas Berg, quoted by the Oslo Herald on Sunday."
    #expect(try time(.statement, text) == "2023-04-23")
  }

  @Test("What else a speaker says in a relative clause is said on the day of the words above")
  func besides() throws {
    #expect(
      try lastTime(.statement, "“Norway is safe,” said Prime Minister Jonas Berg, who also said that taxes would fall.")
        == "2023-04-25")
    #expect(
      try lastTime(
        .statement, "“Norway is safe,” said Prime Minister Jonas Berg on Sunday, who also said that taxes would fall.")
        == "2023-04-23")
  }

  @Test("The day on which somebody made the remarks is that of the words before")
  func remarks() throws {
    let text = """
      President Dina Boluarte of Peru said that Chile is no friend. She made the remarks in Lima on Sunday.
      """
    #expect(try time(.statement, text) == "2023-04-23")
  }

  @Test("Who is questioned on a day answers on it")
  func asked() throws {
    let text = """
      On Saturday reporters questioned Prime Minister Jonas Berg of Norway on the war.

      Berg said that no soldier would leave.
      """
    #expect(try lastTime(.statement, text) == "2023-04-22")
  }

  @Test("What is said during one's own protest is said on the day of the arrest that ended it")
  func ownScene() throws {
    let text = """
      Norwegian activist Anna Lund was arrested in Oslo on Sunday.

      “The war is wrong,” said Lund during her protest.
      """
    #expect(try lastTime(.statement, text) == "2023-04-23")
  }

  @Test("What is told of that time has the time of the sentence before")
  func thatTime() throws {
    let text = """
      Norway had to close a bridge in October 2021 after a storm. At that time, Prime Minister Jonas Berg told the Oslo Herald \
      that Sweden had not helped.
      """
    #expect(try lastTime(.statement, text) == "2021-10")
  }

  // MARK: Deeds

  @Test("A deed told for the first time inside another has that one's day")
  func host() throws {
    #expect(
      try time(.assault, "Commander Jonas Berg was hurt on Saturday in an American airstrike on Kabul.") == "2023-04-22"
    )
    #expect(
      try time(.agree, "Last month a strike in Oslo led to an agreement between Norway and Sweden.") == "2023-03")
  }

  @Test("A clause without a tense has the day of the verb above, however that is known")
  func participle() throws {
    let text = """
      On Saturday President Emmanuel Macron met miners in Lyon. He attacked Marine Le Pen, accusing her of lies.
      """
    #expect(try lastTime(.accuse, text) == "2023-04-22")
  }

  @Test("A time of day is on the day that the paragraph told, also in a clause")
  func clock() throws {
    let text = """
      The bombing in Oslo, which came in the early hours of Sunday morning, hurt nobody. Three Norwegian men were arrested at \
      2:25am BST by armed police.
      """
    #expect(try lastTime(.coerce, text) == "2023-04-23T02:25")
  }

  @Test("Deeds joined in a clause with “when” are on the day of the verb above")
  func joined() throws {
    let text = "Eleven people died in Lima on Sunday when protesters surrounded and set fire to the Chilean embassy."
    #expect(try time(.assault, text) == "2023-04-23")
  }

  @Test("“This past weekend” is the one that is over")
  func weekend() throws {
    #expect(try time(.protest, "This past weekend, teachers protested in Oslo.") == "2023-W16-WE")
  }

  @Test("A member since 2001 who is fined is not fined in 2001")
  func since() throws {
    #expect(
      try time(.sanction, "Anna Lund, a senator of Chile since 2001, was fined by a court.") == "2023-04-25")
  }

  // MARK: No day

  @Test(
    "What is repeated always, was done before the words or long lasted has no day",
    arguments: [
      (EventType.statement, "Prime Minister Jonas Berg has always claimed that Norway is safe."),
      (.sanction, "Norwegian journalist Anna Lund spent four years in prison."),
      (.accuse, "Lawyers of Norway first accused the police of theft."),
    ])
  func none(_ type: EventType, _ text: String) throws { #expect(try time(type, text) == nil) }

  @Test("What somebody is said to have done was before, but for the news that an article begins with")
  func saidToHaveDone() throws {
    let later = """
      The parliament of Mali met.

      Rebels are alleged to have shot two soldiers of Mali.
      """
    #expect(try lastTime(.assault, later) == nil)
  }

  @Test("What papers show was before them")
  func papers() throws {
    #expect(try time(.threaten, "The report shows that Norway threatened Sweden with war.") == nil)
  }

  @Test("A denial in the present perfect is an answer to the news, wherever it stands")
  func denial() throws {
    let text = """
      Protesters marched in Oslo.

      They went home.

      Prime Minister Jonas Berg has denied that the police of Norway fired. Sweden has criticised Norway.
      """
    #expect(try lastTime(.reject, text) == "2023-04-25")
    #expect(try lastTime(.accuse, text) == nil)
  }
}
