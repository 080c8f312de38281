/// The words by which a line tells that it is not part of the story, in lower case.
enum NoisePhrases {
  /// Phrases before a colon, a bar or a dash, or alone on the line: "Also Read: …", "Photo | …", "Advertisement".
  static let labels = PhraseTable(
    """
    also read|read also|read more|read|read next|read this|must read|see also|also see|also watch|watch|watch live
    watch now|watch video|listen|listen now|related|related story|related stories|related article|related articles
    related news|related coverage|related content|related topics|related links|more|more on this|more on this story
    more stories|more news|more from|don't miss|don’t miss|recommended|recommended for you|trending|trending now
    photo|photos|photo credit|photo credits|photo courtesy|picture|pictures|picture credit|image|images|image credit
    image credits|image source|image courtesy|video|videos|gallery|photo gallery|in pictures|in pics|in photos
    file|file photo|file image|file picture|representative image|representational image|representative photo
    representational photo|credit|credits|caption|photograph|illustration|graphic|graphics|infographic|pic
    tag|tags|topics|filed under|first published|published|published on|last updated|updated|updated on|posted
    posted on|date|author|authors|editor's note|editor’s note|editors' note|correction|clarification|disclaimer
    follow live|live updates|explore more|up next|next|previous|next article|previous article|next story
    previous story|advertisement|advertisements|story continues below|article continues below|click here
    """)

  /// Lines that are nothing else.
  static let whole = PhraseTable(
    """
    ad|ads|advert|sponsored|sponsored content|promoted|promoted content|share|share this|share this article
    share this story|share article|share on facebook|share on twitter|share on x|tweet|email|e-mail|print|copy link
    link copied|save|comment|comments|leave a comment|post a comment|view comments|add comment|no comments|menu|search
    home|close|loading|subscribe|sign in|sign up|log in|login|register|facebook|twitter|whatsapp|telegram|linkedin
    instagram|pinterest|reddit|youtube|ends|end|enditem|more to come|more to follow|developing story|continue reading
    continue reading below|story continues below advertisement|article continues below advertisement|back to top
    top stories|most read|most popular|latest news|follow us|follow|newsletter|newsletters|opens in new window
    listen to this article|play video|pause|unmute|read full story|read full article|view more|show more|load more
    see more|view all|see all|agencies|news agencies|staff reporter|staff writer|web desk|news desk|our correspondent
    from our correspondent|special correspondent|correspondent|with agencies|wires|wire services|staff|skip to content
    skip to main content|agence france-presse|the associated press|also on|editor's pick|editors' picks|editor’s pick
    """)

  /// Beginnings of lines.
  static let openings = PhraseTable(
    """
    read more about|read more on|read more at|read more here|read the full|read full|also read|read also|see also
    also see|click here|click on the|tap here|sign up for|sign up to|sign up here|subscribe to|subscribe now
    subscribe for|subscribe here|follow us|follow our|follow @|follow the latest|follow all the|share this|share on
    like us on|join our|join us on|download our|download the|get the latest|get all the latest|get latest
    stay updated|stay up to date|stay tuned|stay informed|stay connected|for more news|for more stories
    for more on this|for the latest|for latest|for all the latest|catch all the|catch the latest|check out the latest
    check out our|support our|support independent|register for free|register now|already a subscriber
    already have an account|already registered|this article is for subscribers|to continue reading|continue reading
    to read more|to read the full|story continues|article continues|scroll to continue|enable javascript
    please enable javascript|to play this video|javascript is|we use cookies|this site uses cookies|this website uses cookies
    by clicking|by continuing to|by signing up|by subscribing|your browser|our standards|skip to
    this story has not been edited|this story has been published from|this story was originally
    this story was first published|this article was originally|this article was first published
    this article has been republished|this story is part of|except for the headline|only the headline
    the views expressed|views expressed|opinions expressed|the opinions expressed|contact the author
    contact the reporter|contact the writer|contact us|have a tip|got a tip|thank you for reading|thanks for reading
    advertisement|sponsored by|all rights reserved|file photo|file image|listen to this|watch the video|watch more|watch our
    view this post|a post shared by|©|copyright ©|copyright (c)|copyright 19|copyright 20|(c) 19|(c) 20
    """)

  /// Beginnings of lines that credit people or agencies, and of no sentence.
  static let credits = PhraseTable(
    """
    with inputs from|with input from|inputs from|with agency inputs|source:|sources:|from wire reports
    from wire services|edited and written by
    """)

  /// Beginnings of credits that begin sentences as well: "With agencies warning of famine, …".
  static let likelyCredits = PhraseTable(
    """
    reporting by|additional reporting by|additional reporting|with inputs|with agencies|with reporting by
    with reporting from|with files from|with additional reporting|with contributions from|with information from
    material from|from news services|from staff and wire|written by|writing by|edited by|editing by|compiled by
    translated by|reported by|produced by|photo by|photos by|image by|picture by|photograph by|graphic by
    illustration by|video by|getty images|ap photo|reuters photo
    """)

  /// Words anywhere in a line of moderate length.
  static let anywhere = PhraseTable(
    """
    contributed to this report|contributed to this story|contributed to this article|contributed reporting
    all rights reserved|photo credit:|image credit:|picture credit:|photograph:|has not been edited by
    follow us on|our newsletter|click here
    """)

  /// Words in a bracket at the end, or behind a bar, that show a line to be a picture's caption.
  static let pictureCredits = PhraseTable(
    "photo|photos|image|photograph|ap photo|reuters photo|file photo|file|file image|getty images|via getty images|pic")

  /// Words before a last colon that do so; as they are written.
  static let pictureLabels = [" Photo", " Image", " Picture", " Photograph", " Pic", " Credit"].map(\.bytes)

  /// Ends of captions.
  static let captionEnds = ["file photo", "file photo.", "getty images", "ap photo"].map(\.bytes)
}

/// Phrases by their first byte.
struct PhraseTable {
  private var phrases: [[[UInt8]]] = Array(repeating: [], count: 256)

  /// Takes phrases parted by bars or newlines.
  init(_ list: String) {
    for phrase in list.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
      let bytes = Array(phrase.utf8).map(\.lowercased)
      phrases[Int(bytes.first ?? 0)].append(bytes)
    }
    for index in phrases.indices { phrases[index].sort { $0.count > $1.count } }
  }

  /// Length of the longest phrase that `line` begins with and that ends there with a word; nil if there is none.
  func prefix(of line: Bytes) -> Int? {
    guard let first = line.first else { return nil }
    for phrase in phrases[Int(first.lowercased)] where line.hasPrefix(phrase) {
      let end = line.startIndex + phrase.count
      let isWhole = end == line.endIndex || !line[end].isWord || phrase.last.map { !$0.isLetter } == true
      if isWhole { return phrase.count }
    }
    return nil
  }

  /// Whether a phrase stands anywhere in the line, from a word's beginning to a word's end.
  func isFound(in line: Bytes) -> Bool {
    var wasWord = false
    for index in line.indices {
      let isWord = line[index].isWord
      if isWord, !wasWord, !phrases[Int(line[index].lowercased)].isEmpty, prefix(of: line[index...]) != nil {
        return true
      }
      wasWord = isWord
    }
    return false
  }
}
