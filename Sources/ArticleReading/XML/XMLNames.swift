/// Names of XML elements and attributes as the project writes them.
enum XMLNames {
  /// The name with its namespace's usual prefix; of a namespace that is not known, or forgotten, with the file's own.
  static func name(_ local: String, prefix: String?, namespace: String?) -> String {
    let prefix = namespace.flatMap { prefixes[$0] } ?? prefix ?? ""
    return prefix.isEmpty ? local : "\(prefix):\(local)"
  }

  private static let prefixes = [
    "http://www.w3.org/2005/Atom": "", "http://purl.org/atom/ns#": "", "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "", "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "", "http://iptc.org/std/nar/2006-10-01/": "",
    "http://iptc.org/std/NITF/2006-10-18/": "", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms", "http://www.w3.org/1999/xhtml": "xhtml",
    "http://search.yahoo.com/mrss/": "media", "http://www.w3.org/XML/1998/namespace": "xml",
  ]
}
