/// An element of XML with all that is in it.
///
/// Names carry the usual prefix of their namespace whatever prefix the file uses: `dc:date`, `content:encoded`,
/// `xhtml:p`. Names of RSS, Atom, NITF and NewsML-G2 have none, so that files that forgot the namespace are read too.
final class XMLElement {
  /// What stands in an element.
  enum Child {
    case element(XMLElement)
    case text([UInt8])
  }

  let name: String
  let attributes: [String: String]
  private(set) var children: [Child] = []

  init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  func append(_ element: XMLElement) { children.append(.element(element)) }

  func append(_ characters: some Sequence<UInt8>) {
    if case .text(var text) = children.last {
      children.removeLast()  // so that the text has one owner and grows in place
      text += characters
      children.append(.text(text))
    } else {
      children.append(.text(Array(characters)))
    }
  }

  // MARK: - Finding

  /// The elements right within this one.
  var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements of a name right within this one.
  func elements(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  /// The first element of each name in turn, each within the one before.
  func element(_ path: String...) -> XMLElement? {
    path.reduce(self as XMLElement?) { parent, name in parent?.elements(name).first }
  }

  /// This element or the first within it, in the file's order, that has the name.
  func first(_ name: String) -> XMLElement? {
    if self.name == name { return self }
    return elements.lazy.compactMap { $0.first(name) }.first
  }

  subscript(_ attribute: String) -> String? { attributes[attribute] }

  // MARK: - Text

  /// All text within, as it is written.
  var text: [UInt8] {
    var text: [UInt8] = []
    appendText(to: &text)
    return text
  }

  private func appendText(to text: inout [UInt8]) {
    for child in children {
      switch child {
      case .text(let characters): text += characters
      case .element(let element): element.appendText(to: &text)
      }
    }
  }

  /// The text as one line of plain text, tags and entities in it resolved; nil if there is none.
  var line: String? {
    let line = Markup.plain(String(decoding: text, as: UTF8.self))
    return line.isEmpty ? nil : line
  }
}
