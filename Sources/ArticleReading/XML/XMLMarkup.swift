/// XHTML and NITF within XML: elements become the paragraphs that a page shows.
enum XMLMarkup {
  /// The paragraphs of all that is in an element, parted by newlines.
  static func paragraphs(_ element: XMLElement) -> [UInt8] {
    let builder = HTMLBuilder()
    add(element.children, to: builder)
    builder.finish()
    return MainText.all(of: builder)
  }

  private static func add(_ children: [XMLElement.Child], to builder: HTMLBuilder) {
    for child in children {
      switch child {
      case .text(let text): builder.add(text.span)
      case .element(let element): add(element, to: builder)
      }
    }
  }

  private static func add(_ element: XMLElement, to builder: HTMLBuilder) {
    guard !besideStory.contains(element.name) else { return }
    let local = element.name.hasPrefix("xhtml:") ? String(element.name.dropFirst(6)) : element.name
    let tag = nitfTags[local] ?? HTMLTag(name: local.lowercased())
    var attributes = HTMLAttributes()
    for (name, value) in element.attributes { attributes.set(name, value) }
    builder.startElement(tag, attributes)
    add(element.children, to: builder)
    builder.endElement(tag)
  }

  /// What NITF names otherwise than HTML.
  private static let nitfTags: [String: HTMLTag] = [
    "bq": .blockquote, "block": .block, "note": .aside, "media": .figure, "fn": .aside, "pre": .pre,
  ]
  /// Elements of NITF that tell something of the story and are not in it.
  private static let besideStory: Set = [
    "hl2", "byline", "dateline", "distributor", "abstract", "tagline", "copyrite", "media-caption", "media-producer",
    "nitf-table-metadata",
  ]
}
