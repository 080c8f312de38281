import Glibc
import NewsModel

/// How sure a record is: how often a strict reader finds one like it right as a whole, in type, parties with their codes, status and
/// day, and told by no other record.
///
/// A log-linear model of what the record shows of itself, learned on some 2,200 records that readers judged and rounded;
/// docs/confidence.md has the curve.
struct ConfidenceModel {
  /// Bytes of the article's text.
  let length: Int
  let actors: ActorTable

  /// 0…1. What is told in a way that hardly ever makes an event stays below 0.1.
  func confidence(of event: Event) -> Double {
    let value =
      event.confidence < EventBuilder.leastShare ? event.confidence * Self.untold : 1 / (1 + exp(-weight(of: event)))
    return (value * 100).rounded() / 100
  }

  private static let untold = 0.3

  private func weight(of event: Event) -> Double {
    let evidence = event.evidence.span
    let place = Double(event.trigger.span.start) / Double(max(length, 1))
    let size = min(Double(evidence.end - evidence.start) / 400, 1)
    let common = -0.4 * place + (event.actors.count > 1 ? -0.2 : 0)
    if event.type == .statement { return common - 0.6 * size + weight(ofStatement: event) }
    // Who is named in another sentence is often not meant; but it is the article's police that arrest, and its talks that go on.
    let acting = event.type == .coerce || event.type == .consult ? [] : event.actors
    let isFar = (acting + event.recipients).contains { !evidence.contains($0.span) }
    return common - 1.1 * size + (isFar ? -1.3 : 0) + weight(ofRecipientsOf: event)
      + (event.type.isSpeechAct ? weight(ofSpeechBy: event.actors) : weight(ofDeed: event))
  }

  private func weight(ofStatement event: Event) -> Double {
    var sum = 1.1
    if event.attribution?.kind != .indirect { sum -= 0.5 }
    if event.actors.contains(where: isUncoded) { sum -= 1.8 }
    if event.actors.contains(where: isBareName) { sum -= 1.5 }
    if event.actors.contains(where: isState) { sum += 0.6 }
    if !event.recipients.isEmpty { sum -= 0.5 }
    return sum
  }

  /// Of most acts somebody suffers, though he is not told; of meetings, marches and withdrawals nobody need.
  private func weight(ofRecipientsOf event: Event) -> Double {
    guard !event.recipients.isEmpty else {
      return switch event.type {
      case .accuse, .request, .threaten, .support, .coerce, .assault, .sanction, .aid: -0.6
      default: -0.2
      }
    }
    return (event.recipients.contains(where: isUncoded) ? -0.6 : 0)
      + (event.recipients.contains(where: isBareName) ? -0.4 : 0)
  }

  private func weight(ofSpeechBy actors: [Party]) -> Double {
    0.7 + (actors.contains(where: isUncoded) ? -1.2 : 0) + (actors.contains(where: isBareName) ? -0.6 : 0)
  }

  private func weight(ofDeed event: Event) -> Double {
    var sum = -0.3
    if event.actors.isEmpty { sum -= 0.4 }
    if event.actors.contains(where: isState) { sum += 0.3 }
    if let basis = event.time?.basis, basis != .publication { sum += 0.8 }
    return sum
  }

  private func isUncoded(_ party: Party) -> Bool { party.code == nil }

  /// Whether it is a country itself: "Norway".
  private func isCountry(_ party: Party) -> Bool {
    guard party.sector == nil, let country = party.code.flatMap(actors.country) else { return false }
    return actors[country].name == party.name
  }

  private func isState(_ party: Party) -> Bool { party.isOfState || isCountry(party) }

  /// Whether of a person or body nothing is known but the country.
  private func isBareName(_ party: Party) -> Bool {
    party.code != nil && party.sector == nil && party.role == nil && !isCountry(party)
  }
}
