import Linguistics
import NewsModel

// Words around a post that tell more than the post: "Opposition", "former", "White House".
extension EntityBuilder {
  /// "Attorney General and former party leader Anna Berg": who is something now is not what he was.
  func titleBefore(former last: NameAnalysis.RoleHit) -> Title? {
    let end = last.tokens.lowerBound
    let near = Range(from: max(2, end - 4), upTo: end)
    guard let ending = near.last(where: { Self.endings.contains(document.word($0)) }),
      document.upos[ending - 1] == .cconj, let now = names.role(at: ending - 2), now.role.kind == .person,
      !now.role.isPlural, sentenceOfToken[ending - 2] == sentenceOfToken[ending]
    else { return nil }
    var start = now.tokens.lowerBound
    while start > 0, sentenceOfToken[start - 1] == sentenceOfToken[ending], isTitleWord(start - 1) { start -= 1 }
    // "the minister and former president Berg" may be two.
    guard start == 0 || document.upos[start - 1] != .det else { return nil }
    return title(in: start..<(ending - 1))
  }

  /// "Opposition primary industries spokesman": the opposition before a field of several words.
  func opposition(before start: Int, of hit: NameAnalysis.RoleHit) -> Int? {
    guard hit.role.title.hasPrefix("spokes") || hit.role.title == "leader" else { return nil }
    var token = start - 1
    while token >= 0, start - token < 6, sentenceOfToken[token] == sentenceOfToken[start] {
      switch document.word(token) {
      case "opposition", "shadow": return token
      default: break
      }
      switch document.upos[token] {
      case .noun, .propn, .adj, .cconj: token -= 1
      default: return nil
      }
    }
    return nil
  }

  /// Those who are of a government where its seat stands before them.
  static let counsels: Set<String> = ["lawyer", "attorney", "counsel", "legal adviser", "legal advisor"]

  /// "White House", "Pentagon": a seat or a body of a government right before a post.
  func isOfSeat(before post: Int) -> Bool {
    guard post > 0, let hit = names.hit(at: post - 1) else { return false }
    let owner = tables.actors[hit.sense.actor]
    // "London lawyer"
    let isTown = tables.places.places(document.folded(hit.tokens)).contains(where: { $0.kind == .city })
    return owner.kind == .country && hit.sense.form == .seat && !isTown || owner.kind == .body && owner.sector == "GOV"
  }
}
