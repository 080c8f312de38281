/// The attributes of a tag that reading looks at.
struct HTMLAttributes {
  var classes = ""
  var id = ""
  var role = ""
  var itemprop = ""
  /// `property` or `name`.
  var property = ""
  var content = ""
  var datetime = ""
  var href = ""
  var rel = ""
  var type = ""
  var language = ""
  /// Whether the element is not shown.
  var isHidden = false

  init() {}

  /// Takes one attribute.
  mutating func set(_ name: String, _ value: String) {
    switch name {
    case "class": classes = value
    case "id": id = value
    case "role": role = value
    case "itemprop": itemprop = value
    case "property": property = value
    case "name": if property.isEmpty { property = value }
    case "content": content = value
    case "datetime": datetime = value
    case "href": href = value
    case "rel": rel = value
    case "type": type = value
    case "lang", "xml:lang": language = value
    case "hidden": isHidden = true
    case "aria-hidden": isHidden = isHidden || value == "true"
    case "style": isHidden = isHidden || Self.hides(value)
    default: break
    }
  }

  private static func hides(_ style: String) -> Bool {
    let plain = Array(style.utf8.filter { !$0.isSpace })[...]
    return plain.firstIndex(of: "display:none".bytes) != nil || plain.firstIndex(of: "visibility:hidden".bytes) != nil
  }
}
