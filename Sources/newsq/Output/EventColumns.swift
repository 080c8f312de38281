import NewsModel

/// The columns of events in CSV: a table of names and values.
enum EventColumns {
  private static let all: [(name: String, value: @Sendable (Event) -> String)] = [
    ("id", { $0.id }),
    ("article", { $0.article }),
    ("sequence", { String($0.sequence) }),
    ("type", { $0.type.rawValue }),
    ("modes", { $0.modes.joined(separator: ";") }),
    ("contexts", { $0.contexts.joined(separator: ";") }),
    ("cameo", { $0.cameo }),
    ("quad", { String($0.quad) }),
    ("intensity", { String($0.intensity) }),
    ("status", { $0.status.rawValue }),
    ("actors", { $0.actors.map(\.shownName).joined(separator: ";") }),
    ("actor_codes", { codes($0.actors) }),
    ("recipients", { $0.recipients.map(\.shownName).joined(separator: ";") }),
    ("recipient_codes", { codes($0.recipients) }),
    ("time", { $0.time?.value ?? "" }),
    ("time_end", { $0.time?.endValue ?? "" }),
    ("place", { $0.shownPlace }),
    ("country", { $0.place?.country ?? "" }),
    ("latitude", { $0.place?.latitude.map { String($0) } ?? "" }),
    ("longitude", { $0.place?.longitude.map { String($0) } ?? "" }),
    ("speaker", { $0.attribution?.source.shownName ?? "" }),
    ("trigger", { $0.trigger.text }),
    ("evidence", { $0.evidence.text }),
    ("confidence", { String($0.confidence) }),
  ]

  /// The line of names.
  static let titles = all.map(\.name)

  /// The fields of an event.
  static func fields(_ event: Event) -> [String] { all.map { $0.value(event) } }

  /// `RUS/GOV;IGO`: one for each party, empty where it has none.
  private static func codes(_ parties: [Party]) -> String {
    parties.map { party in
      [party.code ?? "", party.sector].compactMap { $0 }.joined(separator: "/")
    }.joined(separator: ";")
  }
}
