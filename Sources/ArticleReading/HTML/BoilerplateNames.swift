/// Tells by an element's class and id that its text is not the story: "share-bar", "relatedArticles", "cookie_notice".
enum BoilerplateNames {
  /// Whether one of the words in the class or id stands for something beside the story.
  static func matches(classes: String, id: String) -> Bool {
    (!classes.isEmpty && matches(classes)) || (!id.isEmpty && matches(id))
  }

  /// Whether the words say that the element holds comments of readers.
  static func isComment(classes: String) -> Bool {
    var found = false
    eachWord(of: classes) { word, _ in found = found || word == "comment" || word == "comments" }
    return found
  }

  /// Whether the words say that the element is a mark of a footnote within a line.
  static func isReference(classes: String) -> Bool {
    var found = false
    eachWord(of: classes) { word, _ in found = found || word == "reference" || word == "footnote" }
    return found
  }

  /// Whether the words say that the element is the story's text: "article-body", "entry-content", "storyBody".
  static func isStory(classes: String) -> Bool {
    var found = false
    eachWord(of: classes) { word, previous in
      found = found || (storyWords.contains(previous) && textWords.contains(word))
    }
    return found
  }

  private static let storyWords: Set = ["article", "entry", "post", "story", "news"]
  private static let textWords: Set = ["body", "content", "text"]

  private static func matches(_ names: String) -> Bool {
    var found = false
    eachWord(of: names) { word, previous in
      guard !found, !negations.contains(previous) else { return }
      found = words.contains(word) || pairs[previous]?.contains(word) == true
    }
    return found
  }

  /// Calls `body` with each word, in lower case, and the one before it; words end at a capital and at all that is no
  /// letter.
  private static func eachWord(of names: String, _ body: (_ word: String, _ previous: String) -> Void) {
    var previous = ""
    var word: [UInt8] = []
    var wasLower = false
    func finish() {
      guard !word.isEmpty else { return }
      let text = String(decoding: word, as: UTF8.self)
      body(text, previous)
      previous = text
      word.removeAll(keepingCapacity: true)
    }
    for byte in names.utf8 {
      if !byte.isLetter || (byte.isUpper && wasLower) { finish() }
      if byte.isLetter { word.append(byte.lowercased) }
      if byte.isSpace { previous = "" }
      wasLower = byte.isLower
    }
    finish()
  }

  /// "has-sidebar" says something of the page, not of the element.
  private static let negations: Set = ["has", "with", "without", "no", "is", "not", "show", "hide"]

  private static let words: Set<String> = [
    "ad", "ads", "advert", "advertisement", "advertising", "author", "banner", "bio", "breadcrumb", "breadcrumbs",
    "byline",
    "caption", "captions", "carousel", "comment", "comments", "barrier", "consent", "cookie", "cookies", "copyright",
    "credit",
    "credits", "disclaimer", "disqus", "donate", "facebook", "footer", "footnote", "footnotes", "gallery", "gdpr",
    "instagram", "login",
    "masthead",
    "menu", "modal", "nav", "navbar", "navigation", "newsletter", "outbrain", "pagination", "paywall", "player",
    "podcast", "poll", "popular", "popup",
    "promo", "promotion", "recirc", "recommend", "recommendation", "recommendations", "recommended", "related",
    "relatedposts",
    "rating",
    "share", "sharedaddy", "sharing", "sidebar", "signup", "slideshow", "social", "soundcloud", "sponsor", "sponsored",
    "subscribe", "subscription",
    "taboola", "tags", "teaser", "teasers", "thumbcaption", "timestamp", "toolbar", "trending", "tweet",
    "visuallyhidden",
  ]

  /// Words that say so only together.
  private static let pairs: [String: Set<String>] = [
    "also": ["read"], "read": ["more", "next", "also"], "most": ["read", "viewed", "popular", "recent"],
    "more": ["stories", "news", "articles", "from", "on", "links"], "top": ["stories"], "latest": ["news", "stories"],
    "editors": ["picks"], "next": ["article", "story"], "sign": ["up", "in"], "screen": ["reader"], "sr": ["only"],
    "see": ["also"], "you": ["may", "might"], "pull": ["quote"], "topic": ["list"], "tag": ["list", "cloud"],
  ]
}
