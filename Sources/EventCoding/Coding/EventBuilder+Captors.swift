import Linguistics
import NewsModel

// Who arrests somebody, where his sentence does not say.
extension EventBuilder {
  /// "Two men were arrested. … Police said": the police of whom the article tells, the nearest before, else the first behind.
  ///
  /// Not those of another country than that in which somebody is arrested.
  func captors(_ trigger: Trigger, of arrested: [Party]) -> [Party] {
    guard trigger.pattern.type == .coerce, trigger.pattern.modes.contains("arrest"), !arrested.isEmpty else {
      return []
    }
    let country = circumstances.place(of: trigger)?.country
    let police = resolver.police.filter { head in
      guard !arrested.contains(where: { $0.span.overlaps(document.span(head)) }) else { return false }
      let code = resolver.parties(at: head).first?.code
      return code == nil || country == nil || code == country
    }
    let nearest = police.last { $0 < trigger.token } ?? police.first
    return without(nearest.map { Array(resolver.parties(at: $0).prefix(1)) } ?? [], arrested)
  }
}
