import CXML2

/// Cuts an XML file into records, each handed over as a tree as soon as it is complete.
///
/// The parser is libxml2's; it opens no file and no connection, and expands no entity but XML's own five.
/// Safe, because its pointer to libxml2's context is used only while `read` runs.
@safe final class XMLReader {
  /// A part of the file that may be an article.
  struct Record {
    let element: XMLElement
    /// Where it stands in the text, from the `<` of its start to the `>` of its end.
    let range: Range<Int>
  }

  /// What was read.
  struct Result {
    /// The file's root without its records; nil if not even that could be read.
    var root: XMLElement?
    /// Why reading ended before the end, with the place.
    var fault: ReadingError?
  }

  private let mending: XMLMending
  /// Bytes of the text before the XML.
  private let start: Int
  private let limits: ReadingLimits
  private let recordNames: Set<String>
  private let receive: (Record) -> Void
  private var context: xmlParserCtxtPtr? = nil
  private var open: [XMLElement] = []
  private var root: XMLElement?
  private var fault: ReadingError?
  /// The record that is being read: how deep its element is, where it began, how many elements it has.
  private var record: (depth: Int, start: Int, elements: Int)?
  private var namespaces = 0

  private init(
    _ text: [UInt8], records: Set<String>, limits: ReadingLimits, _ receive: @escaping (Record) -> Void
  ) {
    start = text.firstIndex { !$0.isSpace } ?? 0
    mending = XMLMending(text[start...], limit: limits.xmlMendings)
    self.limits = limits
    recordNames = records
    self.receive = receive
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The file in UTF-8, whatever encoding it declares.
  ///   - records: Names of the elements that are records, but not within one another.
  ///   - receive: Called with each record in turn.
  static func read(
    _ text: [UInt8], records: Set<String>, limits: ReadingLimits, _ receive: @escaping (Record) -> Void
  ) -> Result {
    let reader = XMLReader(text, records: records, limits: limits, receive)
    reader.run()
    return Result(root: reader.root, fault: reader.fault)
  }

  private func run() {
    let text = mending.text
    if let place = mending.excess {
      let message = "it has more than \(limits.xmlMendings) ampersands that stand for themselves"
      fault = ReadingError(.tooLarge, message, offset: place)
      return
    }
    if let offset = HTMLTagScan.firstTag(in: text, withMoreAttributesThan: limits.attributes) {
      let message = "a tag has more than \(limits.attributes) attributes"
      fault = ReadingError(.tooLarge, message, offset: start + mending.original(offset))
      return
    }
    guard HTMLParser.isReady, let context = unsafe xmlNewParserCtxt() else { return }
    defer { unsafe xmlFreeParserCtxt(context) }
    unsafe self.context = context
    unsafe context.pointee.sax.pointee = Self.handler()
    // Safe: this object outlives the call below, the only one that uses the pointer.
    unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue
    let document = unsafe text.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe xmlCtxtReadMemory(context, start, Int32(clamping: bytes.count), nil, nil, Int32(options))
    }
    if let document = unsafe document { unsafe xmlFreeDoc(document) }
    unsafe self.context = nil
  }

  // MARK: - Events

  /// The events that are wanted. That of an entity's declaration is left out, and so none is ever declared.
  private static func handler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = { reader, name, prefix, namespace, declared, _, count, _, attributes in
      guard let reader = unsafe XMLReader.of(reader) else { return }
      let name = unsafe XMLReader.name(name, prefix, namespace)
      unsafe reader.startElement(name, XMLReader.attributes(attributes, Int(count)), declared: Int(declared))
    }
    unsafe handler.endElementNs = { reader, _, _, _ in unsafe XMLReader.of(reader)?.endElement() }
    unsafe handler.characters = { reader, text, count in unsafe XMLReader.of(reader)?.characters(text, count) }
    unsafe handler.ignorableWhitespace = { reader, text, count in
      unsafe XMLReader.of(reader)?.characters(text, count)
    }
    unsafe handler.cdataBlock = { reader, text, count in unsafe XMLReader.of(reader)?.characters(text, count) }
    unsafe handler.serror = { reader, error in
      guard let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL else { return }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "it cannot be read"
      unsafe XMLReader.of(reader)?.fail(message)
    }
    return unsafe handler
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
    // Safe: `run` hands this very object to libxml2.
    unsafe pointer.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func startElement(_ name: String, _ attributes: [String: String], declared: Int) {
    namespaces += declared
    guard fault == nil else { return }
    guard open.count < limits.xmlDepth else {
      return stop("elements are nested deeper than \(limits.xmlDepth)")
    }
    // Each name is looked for among all namespaces that are open.
    guard namespaces <= limits.xmlNamespaces else {
      return stop("namespaces are declared more than \(limits.xmlNamespaces) times")
    }
    let element = XMLElement(name: name, attributes: attributes)
    if record == nil, recordNames.contains(name) {
      let place = place
      record = (open.count, mending.text[..<place].lastIndex(of: UInt8(ascii: "<")) ?? place, 0)
    } else if let parent = open.last {
      parent.append(element)
    } else if root == nil {
      root = element
    }
    record?.elements += 1
    if let record, record.elements > limits.xmlElements {
      return stop("an article has more than \(limits.xmlElements) elements")
    }
    open.append(element)
  }

  private func endElement() {
    guard fault == nil, let element = open.popLast(), let record, open.count == record.depth else { return }
    self.record = nil
    receive(Record(element: element, range: original(record.start)..<original(place)))
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard fault == nil, let element = open.last else { return }
    unsafe element.append(UnsafeBufferPointer(start: text, count: Int(count)))
    if let record, place - record.start > limits.pageBytes {
      stop("an article has more than \(limits.pageBytes) bytes")
    }
  }

  // MARK: - Places and faults

  /// Bytes of the mended text that the parser has read.
  private var place: Int {
    guard let input = unsafe context?.pointee.input else { return 0 }
    return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  private func original(_ place: Int) -> Int { start + mending.original(place) }

  /// Ends reading because of a limit.
  private func stop(_ message: String) {
    fault = ReadingError(.tooLarge, message, offset: original(place))
    unsafe xmlStopParser(context)
  }

  /// Takes the parser's first complaint; it hands over nothing after it.
  private func fail(_ message: String) {
    guard fault == nil else { return }
    let isAtEnd = mending.text[min(place, mending.text.count)...].allSatisfy(\.isSpace)
    let isTruncated = isAtEnd && !(open.isEmpty && root != nil)
    let words = Whitespace.line(message.slice)
    fault = ReadingError(
      isTruncated ? .truncated : .malformed,
      isTruncated ? "the XML ends too early; hand it over again" : "the XML is broken: \(words)",
      offset: original(place))
  }

  // MARK: - C strings

  private static func name(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> String {
    let local = unsafe local.map { unsafe String(cString: $0) } ?? ""
    let prefix = unsafe prefix.map { unsafe String(cString: $0) }
    let namespace = unsafe namespace.map { unsafe String(cString: $0) }
    return XMLNames.name(local, prefix: prefix, namespace: namespace)
  }

  /// Five pointers make an attribute: name, prefix, namespace, start and end of the value.
  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    guard count > 0, let list = unsafe list else { return attributes }
    for index in 0..<count {
      let field = unsafe list + 5 * index
      let name = unsafe name(field[0], field[1], field[2])
      guard let start = unsafe field[3], let end = unsafe field[4] else { continue }
      attributes[name] = unsafe String(
        decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }
    return attributes
  }
}
