/// The 16 event types of PLOVER 0.8, and `STATEMENT`.
///
/// `STATEMENT` is our extension for CAMEO 01 and 02, which PLOVER drops: somebody says something that is none of the others.
package enum EventType: String, Sendable, Hashable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
  case statement = "STATEMENT"

  /// PLOVER's quad category: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  ///
  /// SANCTION is 4, as its section and the type table of the manual say. A STATEMENT is 1: it is speech and not conflict.
  package var quad: Int {
    switch self {
    case .agree, .consult, .support, .concede, .statement: 1
    case .cooperate, .aid, .retreat: 2
    case .request, .accuse, .reject, .threaten: 3
    case .protest, .sanction, .mobilize, .coerce, .assault: 4
    }
  }

  /// The modes the manual knows for this type.
  package var modes: [String] { Self.scores[self]?.modes.map(\.name) ?? [] }

  /// PLOVER's conflict–cooperation score, from −10 (conflict) to +10 (cooperation).
  ///
  /// With several modes the one farthest from zero counts. Source: "PLOVER conflict–cooperation scores" in the manual;
  /// ACCUSE without a mode has the score of `disapprove`, since the table's +3 contradicts its own modes.
  package func intensity(modes: [String] = []) -> Double {
    guard let row = Self.scores[self] else { return 0 }
    let known = modes.compactMap { mode in row.modes.first { $0.name == mode }?.score }
    return known.max { abs($0) < abs($1) } ?? row.score
  }

  private typealias Row = (score: Double, modes: [(name: String, score: Double)])

  private static let scores: [EventType: Row] = [
    .agree: (2.5, []),
    .consult: (2.5, [("visit", 4), ("third-party", 1), ("multilateral", 4), ("phone", 1.5)]),
    .support: (5, []),
    .concede: (4.5, []),
    .cooperate: (9.5, []),
    .aid: (10, []),
    .retreat: (
      6.5,
      [("withdraw", 8), ("release", 6.5), ("disarm", 10), ("ceasefire", 7.5), ("access", 6.5), ("resign", 4.5)]
    ),
    .request: (0, [("assist", 0.5), ("change", -1), ("yield", -1), ("meet", 0)]),
    .accuse: (-2, [("disapprove", -2), ("investigate", -3.5), ("allege", -3.5)]),
    .reject: (-2, [("assist", -1.5), ("change", -2), ("yield", -2), ("meet", -2)]),
    .threaten: (
      -3.5,
      [
        ("restrict", -3), ("arrest", -3.5), ("relations", -3.5), ("expel", -3.5), ("territory", -4), ("violence", -3.5),
      ]
    ),
    .protest: (
      -5,
      [
        ("demo", -5), ("riot", -7), ("strike", -5), ("hunger", -4.5), ("boycott", -4.5), ("obstruct", -4.5),
        ("vandalize", -5),
      ]
    ),
    .sanction: (-6, [("convict", -6), ("expel", -5.5), ("withdraw", -6), ("discontinue", -6)]),
    .mobilize: (-5.5, [("troops", -6.5), ("weapons", -6.5), ("police", -5.5), ("militia", -6)]),
    .coerce: (
      -7,
      [
        ("seize", -7), ("restrict", -7), ("censor", -6.5), ("curfew", -6.5), ("martial-law", -7.5), ("arrest", -7),
        ("deport", -7), ("withhold", -7), ("misinformation", -6.5), ("cyber", -7),
      ]
    ),
    .assault: (
      -9,
      [
        ("abduct", -8.5), ("beat", -7.5), ("torture", -8.5), ("sexual", -8.5), ("targeted", -9.5), ("destroy", -8.5),
        ("primitive", -8), ("firearms", -9), ("explosives", -9), ("suicide-attack", -9.5), ("aerial", -9.5),
        ("drone", -9.5), ("heavy-weapons", -9.5), ("crowd-control", -7.5), ("unconventional", -10),
      ]
    ),
    .statement: (0, []),
  ]
}

/// Whether an event is told as fact, plan, possibility, demand, or is denied.
///
/// PLOVER names such auxiliary modes (historical, future, hypothetical, negation) and leaves them to the coder.
package enum EventStatus: String, Sendable, Hashable, CaseIterable {
  /// It happened.
  case occurred
  /// It goes on.
  case ongoing
  /// A dated or announced future.
  case scheduled
  /// It may, could, was threatened, or stands in an if-clause.
  case possible
  /// It was asked for or urged.
  case demanded
  /// It is negated or denied.
  case denied
}
