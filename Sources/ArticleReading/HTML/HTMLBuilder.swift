/// Turns the start and end of elements and the text between them into blocks and metadata.
///
/// The page's tree is not kept: a stack of what encloses the present place is all that choosing the story needs.
final class HTMLBuilder {
  /// The page's text, white space collapsed, block after block.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [HTMLBlock] = []
  /// Regions by their number; number 0 stands for none.
  private(set) var regions = [HTMLRegion(parent: 0, evidence: .name)]
  private(set) var metadata = HTMLMetadata()

  private var scopes = [HTMLScope()]
  private var articles: Int32 = 0
  private var storyBodies: Int32 = 0
  private var captured: [UInt8] = []
  private var blockStart = 0
  private var linkBytes = 0
  private var brokeLine = false
  private let keepsLines: Bool

  /// - Parameter keepsLines: Whether a newline in the text ends a line on the page.
  init(keepsLines: Bool = false) { self.keepsLines = keepsLines }

  private var scope: HTMLScope { scopes[scopes.count - 1] }

  // MARK: - Elements

  func startElement(_ tag: HTMLTag, _ attributes: HTMLAttributes) {
    metadata.add(tag, attributes, isInArticle: scope.article > 0)
    if tag == .br { breakLine() }
    if tag.isBlock { finishBlock() }
    var scope = self.scope
    enter(tag, attributes, &scope)
    mark(tag, attributes, &scope)
    scopes.append(scope)
  }

  func endElement(_ tag: HTMLTag) {
    guard scopes.count > 1 else { return }
    if tag.isBlock { finishBlock() }
    let left = scopes.removeLast()
    if left.capture != .none, left.capture != scope.capture { finishCapture(left.capture) }
  }

  func finish() { finishBlock() }

  /// What an element means by itself.
  private func enter(_ tag: HTMLTag, _ attributes: HTMLAttributes, _ scope: inout HTMLScope) {
    if tag.isBlock { scope.block = tag }
    switch tag {
    case .a: scope.isInLink = true
    case .article:
      articles += 1
      scope.article = articles
    case .main: scope.isInMain = true
    case .invisible: scope.isHidden = true
    case .script:
      scope.isHidden = true
      if attributes.type.hasPrefix("application/ld+json") { scope.capture = .linkedData }
    case .title where metadata.title == nil && !scope.isHidden: scope.capture = .title
    case .title: scope.isHidden = true
    case .h1 where metadata.heading == nil && !scope.isHidden: scope.capture = .heading
    default: break
    }
  }

  /// What an element's attributes and place say of the story.
  private func mark(_ tag: HTMLTag, _ attributes: HTMLAttributes, _ scope: inout HTMLScope) {
    if attributes.isHidden { scope.isHidden = true }
    if attributes.role == "main" { scope.isInMain = true }
    if tag.isBlock {
      if BoilerplateNames.isStory(classes: attributes.classes) { scope.isInStoryClass = true }
    } else if BoilerplateNames.isReference(classes: attributes.classes) {
      scope.isHidden = true
    }
    let isBody = attributes.itemprop.split(separator: " ").contains("articleBody")
    if isBody {
      storyBodies += 1
      scope.storyBody = storyBodies
    }
    if isBody || tag == .main || tag == .h1 || tag == .article { pardon(scope.region, by: tag, isBody: isBody) }
    if let evidence = Self.evidence(tag, attributes), !isBody {
      regions.append(HTMLRegion(parent: scope.region, evidence: evidence))
      scope.region = Int32(regions.count - 1)
    }
  }

  private static func evidence(_ tag: HTMLTag, _ attributes: HTMLAttributes) -> HTMLRegion.Evidence? {
    switch tag {
    case .nav, .aside, .footer, .header, .form, .figure: return .element
    case .html, .body, .main: return nil
    case .article: return BoilerplateNames.isComment(classes: attributes.classes) ? .name : nil
    default: break
    }
    if sideRoles.contains(attributes.role) { return .element }
    return BoilerplateNames.matches(classes: attributes.classes, id: attributes.id) ? .name : nil
  }

  private static let sideRoles: Set = [
    "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "alertdialog",
  ]

  /// Takes regions back that turn out to enclose the story: a page all in one form, or a class that meant the layout.
  private func pardon(_ region: Int32, by tag: HTMLTag, isBody: Bool) {
    var number = Int(region)
    while number > 0 {
      let isLayout = regions[number].evidence == .name && tag != .article
      if isBody || isLayout { regions[number].isPardoned = true }
      number = Int(regions[number].parent)
    }
  }

  // MARK: - Text

  func add(_ characters: Span<UInt8>) {
    let scope = self.scope
    if scope.capture != .none {
      for index in characters.indices { captured.append(characters[index]) }
    }
    guard !scope.isHidden, scope.capture != .title else { return }
    let before = text.count
    var start = 0
    for index in characters.indices where keepsLines && characters[index] == 0x0A {
      append(characters.extracting(start..<index))
      finishBlock()
      start = index + 1
    }
    append(characters.extracting(start..<characters.count))
    if scope.isInLink { linkBytes += text.count - before }
  }

  private func append(_ characters: Span<UInt8>) {
    let start = scope.block == .pre ? nil : blockStart
    if Self.append(characters, to: &text, collapsingFrom: start) { brokeLine = false }
  }

  /// Appends text, runs of white space as one space unless `start` is nil, and tells whether there was more than space.
  private static func append(
    _ characters: Span<UInt8>, to text: inout [UInt8], collapsingFrom start: Int?
  ) -> Bool {
    var hasWords = false
    for index in characters.indices {
      let byte = characters[index]
      if let start, byte.isSpace {
        if text.count > start, text[text.count - 1] != 0x20 { text.append(0x20) }
      } else {
        text.append(byte)
        hasWords = true
      }
    }
    return hasWords
  }

  /// A `<br>`: the second of two, or one behind a sentence's end, ends a paragraph; any other is a space.
  private func breakLine() {
    if scope.block == .pre { return text.append(0x0A) }
    let line = text[blockStart...].trimmed
    if brokeLine || line.endsSentence {
      finishBlock()
    } else if !line.isEmpty {
      text.append(0x20)
      brokeLine = true
    }
  }

  private func finishBlock() {
    defer {
      blockStart = text.count
      linkBytes = 0
      brokeLine = false
    }
    let line = text[blockStart...].trimmed
    guard !line.isEmpty else { return }
    blocks.append(HTMLBlock(range: line.startIndex..<line.endIndex, linkBytes: linkBytes, scope: scope))
  }

  private func finishCapture(_ capture: HTMLScope.Capture) {
    metadata.add(capture, captured)
    captured.removeAll(keepingCapacity: true)
  }
}
