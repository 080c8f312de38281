import ArticleReading
import NewsModel
import Testing

@Suite("What is not story")
struct CleaningTests {
  /// The lines that are left of `lines` between two paragraphs of story.
  private func left(_ lines: String...) throws -> [String] {
    let first = "The dam in the north opened on Monday, officials said."
    let text = try article(([first] + lines + [story, story + " Twice."]).joined(separator: "\n")).text
    return text.split(separator: "\n").map(String.init).filter { $0 != first && !$0.hasPrefix(story) }
  }

  @Test(
    "is dropped",
    arguments: [
      "Also Read: Explained: why the dam matters", "READ ALSO: Five facts", "READ ALSO Five facts about the dam",
      "Read more: the long road to the dam", "Read more about the dam here", "See also | Dams of the world",
      "Related: The last ferry", "Click here for live updates.", "Share this", "Follow us on Twitter and Facebook.",
      "Subscribe to our newsletter for more.", "Sign up for The Morning, our daily mail.", "Advertisement",
      "ADVERTISEMENT", "Story continues below advertisement", "Photo: The dam on Monday", "Image: AFP",
      "FILE PHOTO: The dam in 2019. REUTERS/Jane Doe", "File photo of the dam", "(Photo by Jane Doe/Getty Images)",
      "The dam seen from the air on Monday [Jane Doe/Reuters]", "Workers at the dam. (AP Photo/Jane Doe)",
      "The dam in 2019 (File photo)", "Reporting by Jane Doe in Dorn; Editing by John Roe",
      "(Reporting by Jane Doe, Writing by John Roe)", "Additional reporting by Jim Poe", "(With inputs from AFP)",
      "With agency inputs", "(This story has not been edited by our staff and comes from a feed.)",
      "© 2022 AFP", "Copyright 2022 The Associated Press. All rights reserved.", "Our Standards: The Trust Principles.",
      "— Reuters", "(AFP)", "Xinhua", "AP writer Jim Poe in Dorn contributed to this report.", "* * *", "-----",
      "https://a.example/live", "Tags: dam, water, north", "Last updated: January 10, 2022", "min@daily.example",
      "Video", "Don’t miss: our podcast", "Smoke over the dam on Monday. Photo: AFP",
      "The dam at night | Pic: Jane Doe",
      "With agencies", "With information from AFP", "Reporting by Jane Doe and Jim Poe.",
      "The dam in 2019. Getty Images", "Edited by Jane Doe",
    ])
  func noise(line: String) throws {
    #expect(try left(line) == [])
  }

  @Test(
    "is told from story",
    arguments: [
      "Related firms lost money as well, the bank said.", "Photos of the dam were shown in court.",
      "Share prices fell by two percent on Monday.", "Shares in the firm fell.", "Read the treaty, the minister said.",
      "Reporters without a pass were sent away.", "Images from the scene showed smoke.", "Yes.", "“No,” he said.",
      "Copyright law was not broken, the judge ruled.", "Follow the money, the lawyer told the court.",
      "By Tuesday the army had taken the dam.", "By Monday evening, police had left", "In 2022, nobody knew.",
      "Written by the president's aides, the letter asks for a truce.", "The editor was jailed (for a year).",
      "Watch posts were built along the river.", "Source close to the minister denied it.",
      "More than 40 people were hurt.", "Live ammunition was used, the army said.", "Next week the talks resume.",
      "Reuters reported that the dam was full.", "AFP could not verify the claim.", "Graphic images were banned.",
      "Correction centres will be closed, the ministry said.", "Menus were burnt.",
      "Email from the minister proved it.",
      "Published reports said the opposite.",
      "With agencies warning of famine, the UN called for a truce.", "Reporting by the BBC showed that the dam leaked.",
      "With information from the army, police stormed the house.", "Photos by Reuters showed smoke over the dam.",
      "Getty Images said on Monday that it would sue.",
      "He posted a photo: it showed the dam at night, from above, with a boat.",
      "The suspect (photo below) fled.", "Troops contributed from Kenya arrived.", "Breaking: the dam has burst.",
      "Video footage showed the blast.", "1,200 people fled.",
    ])
  func notNoise(line: String) throws {
    #expect(try left(line) == [line])
  }

  @Test("is a byline at the top, and a date there")
  func top() throws {
    let file = "By Jane Doe and JOHN ROE, Associated Press\nPublished: January 10, 2022, 10:30 am IST\n\(story)"
    let read = try article(file)
    #expect(read.text == story)
    #expect(read.date == "2022-01-10")
    #expect(read.dateBasis == .metadata)
    #expect(read.source == "AP")
    #expect(try article("By JOSÉ DE LA CRUZ\n\(story)").text == story)
    #expect(try article("January 10, 2022, was cold in the north.\n\(story)").date == "2023-06-15")
  }

  @Test("names the source, if nothing else does")
  func source() throws {
    #expect(try article("\(story)\n(With inputs from AFP)").source == "AFP")
    #expect(try article("\(story)\n— Reuters").source == "Reuters")
    #expect(try article("\(story) (ANI)").source == "ANI")
    #expect(try article("\(story)\nWith reporting by Agence France-Presse").source == "AFP")
    #expect(try article("Source: Wire\n\n\(story)\n(With inputs from AFP)").source == "Wire")
    #expect(try article(story).source == nil)
  }

  @Test("is an agency's name behind the last sentence")
  func signOff() throws {
    for sign in [" (ANI)", " [AFP]", " — Reuters", " -- AP", " – dpa", "—AFP", " PTI"] {
      #expect(try article(story + sign).text == story)
    }
    #expect(try article("\(story) The minister reads Reuters.").text.hasSuffix("reads Reuters."))
  }

  @Test("is a paragraph that stood there before")
  func pullQuote() throws {
    #expect(
      try article("\(story)\nThe end is near.\n\(story)\nThe end is near.").text
        == "\(story)\nThe end is near.\nThe end is near.")
  }
}
