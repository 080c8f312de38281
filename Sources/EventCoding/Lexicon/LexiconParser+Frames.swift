import Spelling

// What stands where: the items of a pattern and of a frame.
extension LexiconParser {
  /// A piece of a frame: a slot or a test.
  enum FrameItem {
    case slot(Slot)
    case test(PatternTest)
  }

  /// Blank-separated: the name of a frame, `position=role`, `position:filler,filler` or `position!filler,filler`.
  func items(_ field: String) throws(ResourceError) -> [FrameItem] {
    var result: [FrameItem] = []
    for word in field.split(separator: " ") {
      if let (name, role) = TableLine.sides(String(word), of: "=") {
        let role = try choice(role, SlotRole.self)
        result += Self.words(name).map { .slot(Slot(position: Position($0), role: role)) }
      } else if let (name, list) = TableLine.sides(String(word), of: ":") {
        result.append(.test(try test(name, list, isExcluded: false)))
      } else if let (name, list) = TableLine.sides(String(word), of: "!") {
        result.append(.test(try test(name, list, isExcluded: true)))
      } else if let frame = frames[String(word)] {
        result += frame
      } else {
        throw error(
          "\"\(word)\" is neither a frame nor a slot" + Suggestion.hint(for: String(word), among: frames.keys))
      }
    }
    return result
  }

  private func test(_ name: String, _ list: String, isExcluded: Bool) throws(ResourceError) -> PatternTest {
    var words: Set<String> = []
    var fillers: [PatternTest.Filler] = []
    for item in Self.words(list) {
      switch item {
      case "*": fillers.append(.anything)
      case "@party": fillers.append(.party)
      case "@person": fillers.append(.person)
      case "@group": fillers.append(.group)
      case "@place": fillers.append(.place)
      case "@government": fillers.append(.government)
      case "@wish": fillers.append(.wish)
      case "@suffered": fillers.append(.suffered)
      case "@own": fillers.append(.own)
      case _ where item.hasPrefix("@"):
        throw error("\(item) is not one of @party, @person, @group, @place, @government, @wish, @suffered, @own")
      case _ where item.hasPrefix("%"): words.formUnion(try classWords(item))
      default: words.insert(item)
      }
    }
    if !words.isEmpty { fillers.append(.words(words)) }
    guard !fillers.isEmpty else { throw error("nothing after \"\(name)\"") }
    return PatternTest(position: Position(name), isExcluded: isExcluded, fillers: fillers)
  }
}
