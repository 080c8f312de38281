import Linguistics
import NewsModel

// Numbers that stand for people: "two of the ministers", "thousands marched".
extension EntityBuilder {
  /// "Dozens of protesters", "one of Ukraine's deputy prime ministers": those who are counted.
  mutating func resolveQuantity(_ phrase: NounPhrase) -> [Referent] {
    for child in reader.index.children(of: phrase.head)
    where child > phrase.head && reader.preposition(of: child) == "of" {
      return referents(at: nameHead(of: child)).map { referent in
        Referent(tokens: phrase.tokens.union(referent.tokens), entity: referent.entity)
      }
    }
    let counted = resolveCount(phrase)
    if !counted.isEmpty { return counted }
    if names.role(at: phrase.head)?.role.title == "group", document.word(phrase.tokens.lowerBound) == "the",
      phrase.tokens.count == 2, let group = lastAssociation(before: phrase.head)
    {
      return [Referent(tokens: phrase.tokens, entity: group)]
    }
    let pair = resolvePair(phrase)
    return pair.isEmpty ? resolveCrowd(phrase) : pair
  }

  /// "Thousands marched", "hundreds were arrested": people of whom nothing but their number is told, where they are the subject; "the
  /// crowd", "a mob".
  private mutating func resolveCrowd(_ phrase: NounPhrase) -> [Referent] {
    guard let role = names.role(at: phrase.head)?.role else { return [] }
    let isCrowd = role.title == "crowd" || role.title == "mob"
    guard isCrowd || role.isPlural && document.relations[phrase.head].universal == .nsubj else { return [] }
    return [Referent(tokens: phrase.tokens, entity: anonymous(role, kind: .people, code: nil, sector: "CVL"))]
  }
}
