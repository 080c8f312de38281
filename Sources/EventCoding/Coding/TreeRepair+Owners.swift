import Linguistics
import NewsModel

// Whose something is.
extension TreeRepair {
  /// "Anna Lie's appeal was dismissed" with the name as a second subject: with "'s" behind it, it owns what follows.
  mutating func mendOwner(_ mark: Int) {
    guard mark > 0, document.upos[mark - 1] == .propn else { return }
    var name = mark - 1
    // "the Council of Europe's assembly"
    while [.flat, .nmod].contains(document.relations[name]), document.heads[name] >= 0, document.heads[name] < name {
      name = Int(document.heads[name])
    }
    let verb = document.heads[name]
    guard name < mark, verb > mark, document.upos[name] == .propn, document.relations[name].universal == .nsubj
    else { return }
    let owned = (mark + 1..<min(mark + 5, Int(verb))).first {
      document.heads[$0] == verb && document.relations[$0].universal == .nsubj
    }
    guard let owned else { return }
    document.heads[name] = Int32(owned)
    document.relations[name] = .nmodPossessive
    if subjects[Int(verb)] == Int32(name) { subjects[Int(verb)] = Int32(owned) }
  }
}
