import CXML2

/// Hands a page's elements and text to a builder, one after the other, so that no tree is ever built.
///
/// Safe, because its pointer to libxml2's context is used only while `parse` runs.
@safe final class HTMLParser {
  private let builder: HTMLBuilder
  private let maximumDepth: Int
  private var context: htmlParserCtxtPtr? = nil
  private var isTooDeep = false
  private var open: [HTMLTag] = []

  private init(_ builder: HTMLBuilder, maximumDepth: Int) {
    self.builder = builder
    self.maximumDepth = maximumDepth
  }

  /// libxml2 wants its tables made once, before threads use them.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Parses a page; faults in the markup are mended, hostile markup is refused.
  static func parse(
    _ page: [UInt8], limits: ReadingLimits, into builder: HTMLBuilder
  ) throws(ReadingError) {
    if let offset = HTMLTagScan.firstTag(in: page, withMoreAttributesThan: limits.attributes) {
      throw ReadingError(.tooLarge, "a tag has more than \(limits.attributes) attributes", at: offset, of: page)
    }
    let parser = HTMLParser(builder, maximumDepth: limits.pageDepth)
    parser.run(page)
    if parser.isTooDeep {
      throw ReadingError(.tooLarge, "elements of the page are nested deeper than \(limits.pageDepth)")
    }
    builder.finish()
  }

  private func run(_ page: [UInt8]) {
    guard Self.isReady, let context = unsafe htmlNewParserCtxt() else { return }
    defer { unsafe htmlFreeParserCtxt(context) }
    unsafe self.context = context
    unsafe context.pointee.sax.pointee = Self.handler()
    // Safe: this object outlives the call below, the only one that uses the pointer.
    unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    let document = unsafe page.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe htmlCtxtReadMemory(context, start, Int32(clamping: bytes.count), nil, "UTF-8", Int32(options))
    }
    if let document = unsafe document { unsafe xmlFreeDoc(document) }
  }

  /// The four events that are wanted; all others are left out, and with them entities, documents and messages.
  private static func handler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElement = { parser, name, attributes in
      unsafe HTMLParser.of(parser)?.startElement(name, attributes)
    }
    unsafe handler.endElement = { parser, _ in unsafe HTMLParser.of(parser)?.endElement() }
    unsafe handler.characters = { parser, text, count in unsafe HTMLParser.of(parser)?.characters(text, count) }
    unsafe handler.ignorableWhitespace = { parser, text, count in
      unsafe HTMLParser.of(parser)?.characters(text, count)
    }
    unsafe handler.cdataBlock = { parser, text, count in unsafe HTMLParser.of(parser)?.characters(text, count) }
    return unsafe handler
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> HTMLParser? {
    // Safe: `parse` hands this very object to libxml2.
    unsafe pointer.map { unsafe Unmanaged<HTMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func startElement(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name = unsafe name, !isTooDeep else { return }
    guard open.count < maximumDepth else {
      isTooDeep = true
      unsafe xmlStopParser(context)
      return
    }
    let tag = unsafe HTMLTag(name: String(cString: name))
    open.append(tag)
    unsafe builder.startElement(tag, Self.attributes(attributes))
  }

  private func endElement() {
    guard let tag = open.popLast() else { return }
    builder.endElement(tag)
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    unsafe builder.add(UnsafeBufferPointer(start: text, count: Int(count)).span)
  }

  /// Names and values take turns; a nil name ends the list, a nil value is no value.
  private static func attributes(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> HTMLAttributes {
    var attributes = HTMLAttributes()
    guard var next = unsafe list else { return attributes }
    while let name = unsafe next.pointee {
      let value = unsafe (next + 1).pointee.map { unsafe String(cString: $0) } ?? ""
      attributes.set(unsafe String(cString: name), value)
      unsafe next += 2
    }
    return attributes
  }
}
