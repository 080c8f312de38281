/// The elements of HTML that matter to reading, by what they do to text.
enum HTMLTag: UInt8, Hashable {
  case a, article, aside, blockquote, body, br, div, figure, footer, form, h1, header, heading, html, link, listItem,
    main
  /// A cell of a table.
  case cell
  case meta, nav, p, pre, script, time, title
  /// Any other element that begins a line.
  case block
  /// Any other element within a line.
  case inline
  /// An element whose content is not read as text.
  case invisible
  /// No element of HTML.
  case unknown

  /// The element of a lower-case name.
  init(name: String) { self = Self.names[name] ?? .unknown }

  /// Whether the element begins and ends a line.
  var isBlock: Bool {
    switch self {
    case .a, .br, .inline, .invisible, .link, .meta, .script, .time, .title, .unknown: false
    default: true
    }
  }

  private static let names: [String: HTMLTag] = {
    var names: [String: HTMLTag] = [
      "a": .a, "article": .article, "aside": .aside, "blockquote": .blockquote, "body": .body, "br": .br, "div": .div,
      "figure": .figure, "footer": .footer, "form": .form, "h1": .h1, "header": .header, "html": .html, "link": .link,
      "li": .listItem, "main": .main, "meta": .meta, "nav": .nav, "p": .p, "pre": .pre, "script": .script,
      "time": .time, "title": .title,
    ]
    let groups: [(HTMLTag, String)] = [
      (.heading, "h2 h3 h4 h5 h6"), (.cell, "td th"),
      (
        .block,
        """
        address caption center dd details dialog dir dl dt fieldset figcaption frameset head hgroup hr legend menu \
        ol optgroup search section summary table tbody tfoot thead tr ul
        """
      ),
      (
        .inline,
        """
        abbr acronym area b base basefont bdi bdo big cite code col colgroup data del dfn em font frame i img ins kbd \
        label mark param q rp rt ruby s samp slot small source span strike strong sub sup tt u var wbr
        """
      ),
      (
        .invisible,
        """
        applet audio button canvas datalist embed iframe input map math meter noembed noframes noscript object option \
        output picture progress select style svg template textarea track video
        """
      ),
    ]
    for (tag, list) in groups {
      for name in list.split(separator: " ") { names[String(name)] = tag }
    }
    return names
  }()
}
