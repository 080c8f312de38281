/// Finds the story among a page's blocks.
///
/// Where the page marks the story (`itemprop="articleBody"`, `<article>`, `<main>`) only that part is looked at. In
/// it the story is the run of blocks with the greatest sum, where sentences add their length and links take theirs
/// away. Source: Pasternack and Roth, "Extracting Article Text from the Web with Maximum Subsequence Segmentation",
/// WWW 2009; here without training.
struct MainText {
  /// The story's paragraphs, parted by newlines; empty if the page has none.
  let paragraphs: [UInt8]
  /// Where the story begins in the page's text; at its end, if there is none.
  let start: Int

  /// Less than this in all the visible blocks means that the story is in a part taken for navigation.
  private static let smallestStory = 200

  init(_ builder: HTMLBuilder) {
    let text = builder.text
    var shown: [HTMLBlock] = []
    for evidence in [HTMLRegion.Evidence.name, .element, nil] {
      shown = builder.blocks.filter { !Self.isSkipped($0, builder.regions, from: evidence) }
      if Self.storyBytes(shown, text) >= Self.smallestStory { break }
    }
    let part = Self.markedPart(of: shown, text)
    let story = Self.bestRun(of: part.blocks, text, part.mark).filter { Self.isKept($0, text) }
    start = story.first?.range.lowerBound ?? text.count
    var paragraphs: [UInt8] = []
    for block in story {
      paragraphs += block.scope.block == .pre ? PlainText.unwrapped(text[block.range]) : Array(text[block.range])
      paragraphs.append(0x0A)
    }
    self.paragraphs = paragraphs
  }

  /// All that is shown of a page that is a story and nothing else, its paragraphs parted by newlines.
  static func all(of builder: HTMLBuilder) -> [UInt8] {
    let shown = builder.blocks.filter { !isSkipped($0, builder.regions, from: .name) && $0.linkShare < 0.9 }
    return Array(shown.map { builder.text[$0.range] }.joined(separator: [0x0A]))
  }

  /// Whether the block is in a region that is not story; weaker evidence than `evidence` does not count, nil is none.
  private static func isSkipped(
    _ block: HTMLBlock, _ regions: [HTMLRegion], from evidence: HTMLRegion.Evidence?
  ) -> Bool {
    guard let evidence else { return false }
    var number = Int(block.scope.region)
    while number > 0 {
      let region = regions[number]
      if !region.isPardoned, region.evidence >= evidence { return true }
      number = Int(region.parent)
    }
    return false
  }

  /// How a page marks its story.
  private enum Mark {
    /// As the story's body: all of it is story.
    case body
    /// As an article, which may have more in it.
    case article
    /// Not at all.
    case none
  }

  /// The blocks that the page marks as the story; all of them if it marks none that has any text.
  private static func markedPart(of blocks: [HTMLBlock], _ text: [UInt8]) -> (blocks: [HTMLBlock], mark: Mark) {
    let bodies = blocks.filter { $0.scope.storyBody > 0 }
    if let body = largest(bodies, text, by: \.article), storyBytes(body, text) >= smallestStory {
      return (body, .body)
    }
    let main = blocks.filter(\.scope.isInMain)
    let around = storyBytes(main, text) >= smallestStory ? main : blocks
    let articles = around.filter { $0.scope.article > 0 }
    if let article = largest(articles, text, by: \.article),
      storyBytes(article, text) * 5 >= storyBytes(around, text) * 2
    {
      return storyClass(in: article, text) ?? (article, .article)
    }
    return storyClass(in: around, text) ?? (around, .none)
  }

  /// The blocks in elements of a story's class, if they hold most of the story.
  private static func storyClass(in blocks: [HTMLBlock], _ text: [UInt8]) -> (blocks: [HTMLBlock], mark: Mark)? {
    let marked = blocks.filter(\.scope.isInStoryClass)
    guard marked.count < blocks.count, storyBytes(marked, text) * 5 >= storyBytes(blocks, text) * 4 else { return nil }
    return storyBytes(marked, text) >= smallestStory ? (marked, .article) : nil
  }

  /// The group of blocks with the most story, of all that are alike in `key`.
  private static func largest(
    _ blocks: [HTMLBlock], _ text: [UInt8], by key: KeyPath<HTMLScope, Int32>
  ) -> [HTMLBlock]? {
    var groups: [Int32: [HTMLBlock]] = [:]
    for block in blocks { groups[block.scope[keyPath: key], default: []].append(block) }
    return groups.map { (number: $0.key, bytes: storyBytes($0.value, text), blocks: $0.value) }
      .max { ($0.bytes, $1.number) < ($1.bytes, $0.number) }?.blocks
  }

  private static func storyBytes(_ blocks: [HTMLBlock], _ text: [UInt8]) -> Int {
    blocks.reduce(0) { isParagraph($1, text) ? $0 + $1.range.count : $0 }
  }

  /// Whether the block is prose: long enough, a sentence, and not mostly links.
  private static func isParagraph(_ block: HTMLBlock, _ text: [UInt8]) -> Bool {
    guard block.range.count >= 40, block.linkShare < 0.34, !isHeading(block) else { return false }
    let longEnough = block.scope.block == .p ? 80 : 150
    return block.range.count >= longEnough || text[block.range].endsSentence
  }

  private static func isHeading(_ block: HTMLBlock) -> Bool {
    block.scope.block == .h1 || block.scope.block == .heading
  }

  /// Whether the block is an item of a list in the story: some words, and no link.
  private static func isItem(_ block: HTMLBlock, _ text: [UInt8]) -> Bool {
    block.scope.block == .listItem && block.linkBytes == 0 && text[block.range].words.count >= 5
  }

  /// What a block adds to the sum of its run. Where the page marks its story, links in between say less against what
  /// follows.
  private static func value(_ block: HTMLBlock, _ text: [UInt8], _ mark: Mark) -> Int {
    if isParagraph(block, text) { return block.range.count - 2 * block.linkBytes }
    if block.linkShare < 0.34, text[block.range].endsSentence { return block.range.count / 2 }
    if LineFilter.isNoise(text[block.range]) { return 0 }
    if isItem(block, text) { return 0 }
    // A table of figures has many cells; one of a menu has links.
    if block.scope.block == .cell, mark == .none { return -6 - 4 * block.linkBytes }
    if isHeading(block) { return -10 - block.linkBytes }
    return mark == .article ? -5 - block.linkBytes : -30 - 4 * block.linkBytes
  }

  /// The run of blocks with the greatest sum (Kadane's algorithm).
  private static func bestRun(
    of blocks: [HTMLBlock], _ text: [UInt8], _ mark: Mark
  ) -> ArraySlice<HTMLBlock> {
    guard mark != .body else { return blocks[...] }
    var best = (sum: 0, range: 0..<0)
    var sum = 0
    var start = 0
    for (index, block) in blocks.enumerated() {
      if sum <= 0 { (sum, start) = (0, index) }
      sum += value(block, text, mark)
      if sum > best.sum { best = (sum, start..<index + 1) }
    }
    return blocks[best.range]
  }

  /// Whether a block within the story is story.
  private static func isKept(_ block: HTMLBlock, _ text: [UInt8]) -> Bool {
    if block.scope.block == .pre { return true }
    let isSentence = text[block.range].endsSentence || text[block.range].last == UInt8(ascii: ":")
    if isHeading(block) { return isSentence && block.range.count >= 40 && block.linkBytes == 0 }
    guard block.linkShare < 0.5 else { return false }
    if isItem(block, text) { return true }
    return isSentence || block.range.count >= (block.scope.block == .p ? 40 : 80)
  }
}
