/// The words of an article, or of a part of it, that tell what it is about.
struct MatterCount {
  private(set) var ofPublic = 0
  private(set) var ofPrivate = 0
  /// Words of public affairs that reports of accidents do not use as well.
  private(set) var ofPoliticsAlone = 0
  /// Words of accidents, diseases and forces of nature.
  private(set) var ofMishaps = 0
  /// Words of forces of nature, which count as private.
  private(set) var ofNature = 0
  private(set) var length = 0

  /// Least share of public words among those that tell. Chosen on forty articles of all kinds, of which those with events for an
  /// analyst had 0.68 or more.
  private static let leastShare = 0.6
  /// Fewer words of public affairs do not make an article clearly one about them. Chosen on the same
  /// articles: with fewer, an obituary of a singer is one.
  private static let leastPublic = 6
  /// Fewer words of private matters say nothing.
  private static let leastPrivate = 3
  /// An article with fewer words of public affairs among so many is about none, whatever else it is about. Chosen on the articles
  /// of twelve sheets, of which two with events for an analyst and a third of the others had fewer.
  private static let leastDensity = 1.0 / 80
  /// A shorter text may do without.
  private static let leastLength = 130
  /// A paragraph with as many words of public affairs and hardly others is about them, whatever the article is about: how
  /// ministers answer to a price.
  private static let leastOfParagraph = (words: 4, share: 0.8)
  /// What tells of accidents has so many words of them, and so many times as many as of politics. Chosen on eight hundred
  /// articles: of those above it, three in five have no event for an analyst, and of those below, one in twenty.
  private static let leastOfMishaps = (words: 3, times: 5)

  mutating func add(_ matter: Lexicon.Matter?) {
    length += 1
    switch matter {
    case .public:
      ofPublic += 1
      ofPoliticsAlone += 1
    case .common: ofPublic += 1
    case .private: ofPrivate += 1
    case .nature:
      ofPrivate += 1
      ofNature += 1
      ofMishaps += 1
    case .mishap: ofMishaps += 1
    case nil: break
    }
  }

  private var share: Double { Double(ofPublic) / Double(max(1, ofPublic + ofPrivate)) }

  /// Whether the words are about public affairs.
  var isPublic: Bool {
    let isSparse = length >= Self.leastLength && Double(ofPublic) < Self.leastDensity * Double(length)
    return !isSparse && (ofPrivate < Self.leastPrivate || share >= Self.leastShare)
  }

  /// Whether there are many words of public affairs, and most of those that tell are.
  var isClearlyPublic: Bool { ofPublic >= Self.leastPublic && share >= Self.leastShare }

  /// Whether a single paragraph is about public affairs by itself.
  var isPublicParagraph: Bool {
    ofPublic >= Self.leastOfParagraph.words && share >= Self.leastOfParagraph.share
  }

  /// Whether the words are about an accident, a disease or the weather, and hardly one about what politics makes of it.
  var isOfMishap: Bool {
    ofMishaps >= Self.leastOfMishaps.words && ofMishaps > Self.leastOfMishaps.times * ofPoliticsAlone + 2
  }

  /// Whether the words are about a force of nature and little else that is private: how a country fares in a flood.
  var isMostlyOfNature: Bool {
    ofNature >= Self.leastOfMishaps.words && ofNature >= ofPrivate - ofNature
  }

  static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.ofPublic += b.ofPublic
    sum.ofPrivate += b.ofPrivate
    sum.ofPoliticsAlone += b.ofPoliticsAlone
    sum.ofMishaps += b.ofMishaps
    sum.ofNature += b.ofNature
    sum.length += b.length
    return sum
  }
}
