import NewsModel

/// Tells whether two events of one article are one.
enum SameEvent {
  /// - Parameters:
  ///   - isElsewhere: whether the sentences of the two name towns, and no town in common.
  ///   - today: the article's day.
  static func isSame(_ a: Event, _ b: Event, isElsewhere: Bool, today: Timestamp?) -> Bool {
    if isSameResignation(a, b) || isSameAbduction(a, b) { return true }
    guard a.type == b.type, a.type != .statement, agree(a.status, b.status), agree(a.time, b.time) else { return false }
    // "was arrested, and his van was seized"
    if a.type == .coerce, a.modes.contains("seize") != b.modes.contains("seize"), a.trigger.text != b.trigger.text {
      return false
    }
    if a.type == .assault, isPastAndPresent(a, b, today) || isPastAndPresent(b, a, today) { return false }
    if !isElsewhere, isSameIncident(a, b) { return true }
    if isSameCharge(a, b) || isSameDemand(a, b) || isSameCase(a, b, today) { return true }
    if isSameAccused(a, b) || isSaidAgain(a, b) { return true }
    guard agree(a.place, b.place), agree(a.actors, b.actors) || isSameFate(a, b) || isSameCompany(a, b) else {
      return false
    }
    // "blew himself up, killing 12": one deed told in two words.
    let isDeed = a.type == .assault || a.type == .protest
    let isOneDeed = isDeed && a.evidence.span == b.evidence.span && !a.actors.isEmpty
    guard agree(a.recipients, b.recipients) || isOneDeed && (a.recipients.isEmpty || b.recipients.isEmpty) else {
      return false
    }
    // "fighting went on in Darfur", "attacked near Khartoum": two deeds, unless both say to whom.
    let isViolent = a.type == .assault || a.type == .coerce || a.type == .sanction
    if isViolent, a.recipients.isEmpty, b.recipients.isEmpty, a.evidence.span != b.evidence.span,
      a.trigger.text != b.trigger.text
    {
      return false
    }
    // Two demands of the same government are the same only when they ask the same.
    guard a.type.isSpeechAct else { return true }
    // "demands surrender, demands to be heard", "laid out demands, seeking a pledge" in one sentence are one demand, whatever is
    // asked; and who threatens another threatens him once.
    let isOneSentence = a.evidence.span == b.evidence.span
    if isOneSentence || a.type == .threaten && !a.recipients.isEmpty { return true }
    return a.trigger.text == b.trigger.text && a.cameo == b.cameo && a.modes == b.modes
  }

  /// "was charged with conspiracy", "is accused of lying": what a named person is charged with, in two words, by nobody named.
  private static func isSameCharge(_ a: Event, _ b: Event) -> Bool {
    a.type == .accuse && a.modes == ["allege"] && a.modes == b.modes && a.actors.isEmpty && b.actors.isEmpty
      && shareName(a.recipients, b.recipients) && (a.time?.value == b.time?.value || isUndated(a) && isUndated(b))
  }

  /// "Police arrested a teacher on Sunday", "the man was arrested", "since her arrest": what became of somebody before the law, told
  /// again with words that refer back to him.
  private static func isSameCase(_ a: Event, _ b: Event, _ today: Timestamp?) -> Bool {
    let isArrest = a.type == .coerce && a.modes.contains("arrest")
    let isVerdict = a.type == .sanction && a.modes.contains("convict") && (b.time == nil || isOfSameMen(a, b))
    guard isArrest || isVerdict, a.cameo == b.cameo, a.modes == b.modes, a.evidence.span != b.evidence.span,
      !isOfThePast(a, today), !isOfThePast(b, today), mayBeSame(a.time, b.time), mayBeSame(a.actors, b.actors),
      !a.recipients.isEmpty, b.recipients.count == 1 || isVerdict && isOfSameMen(a, b), refersBack(b.recipients[0]),
      b.recipients[0].name == nil || a.quantities.isEmpty
    else { return false }
    return mayBeSame(a.recipients, b.recipients)
  }

  /// Whether somebody is called by a name, a pronoun or with "the".
  private static func refersBack(_ party: Party) -> Bool {
    let text = party.text.lowercased()
    return party.name != nil || text.hasPrefix("the ")
      || ["he", "she", "they", "him", "her", "them", "his", "their", "who"].contains(text)
  }

  /// "resigned on Monday", "announced his resignation": one leaves an office once, whatever is told of it.
  private static func isSameResignation(_ a: Event, _ b: Event) -> Bool {
    guard a.type == .retreat, b.type == .retreat, a.modes.contains("resign"), b.modes.contains("resign") else {
      return false
    }
    // "will resign on Monday" is told with its own day.
    guard agree(a.status, b.status) || a.time == nil || b.time == nil else { return false }
    return a.status != .denied && b.status != .denied && shareName(a.actors, b.actors) && agree(a.time, b.time)
      && !areYearsApart(a.time, b.time)
  }

  /// "was abducted in March", "was taken 100 days ago": one is hardly abducted twice within weeks.
  private static func isSameAbduction(_ a: Event, _ b: Event) -> Bool {
    guard a.type == .assault, b.type == .assault, a.modes.contains("abduct"), b.modes.contains("abduct"),
      agree(a.status, b.status), shareName(a.recipients, b.recipients)
    else { return false }
    guard let first = a.time?.range, let second = b.time?.range else { return true }
    return abs(first.start.seconds - second.start.seconds) < 4 * week
  }

  /// "met in Oslo", "the two sides discussed trade": those who meet, called by no name the second time.
  private static func isSameCompany(_ a: Event, _ b: Event) -> Bool {
    guard a.type == .consult, a.actors.count + a.recipients.count > 1, b.recipients.isEmpty, b.actors.count == 1 else {
      return false
    }
    let party = b.actors[0]
    guard party.name == nil, party.code == nil, let last = party.text.split(separator: " ").last else { return false }
    return companies.contains(String(last)) && ["The", "the", "Both", "both"].contains { party.text.hasPrefix($0) }
  }

  private static let companies: Set<String> = [
    "sides", "parties", "leaders", "two", "three", "pair", "men", "women", "ministers", "presidents", "delegations",
    "governments", "countries", "nations", "officials", "politicians", "negotiators",
  ]

  /// "The army must leave the town and should hand over its arms": what one sentence asks of somebody is one demand.
  private static func isSameDemand(_ a: Event, _ b: Event) -> Bool {
    a.rule == "request.must" && b.rule == a.rule && a.evidence.span == b.evidence.span && agree(a.actors, b.actors)
      && agree(a.recipients, b.recipients)
  }

  /// CAMEO's code of a dismissal, which there is once.
  private static let dismissal = "160"

  /// "Anna Berg was arrested", "the police arrested Berg": what became of somebody, told once without who did it.
  private static func isSameFate(_ a: Event, _ b: Event) -> Bool {
    // One may be judged or released more than once.
    guard a.actors.isEmpty != b.actors.isEmpty, a.type == .coerce || a.type == .sanction && a.cameo == dismissal,
      a.cameo == b.cameo, a.modes == b.modes
    else {
      return false
    }
    return shareName(a.recipients, b.recipients) && (a.time?.value == b.time?.value || a.time == nil || b.time == nil)
  }

  /// Whether one deed was more than a week ago and the other is today's news, or stands in the same sentence without that date.
  /// Elsewhere, a deed without a date may be the old one. Somebody named in both makes them one.
  private static func isPastAndPresent(_ past: Event, _ other: Event, _ today: Timestamp?) -> Bool {
    guard isOfThePast(past, today),
      !shareName(past.actors + past.recipients, other.actors + other.recipients)
    else { return false }
    guard let time = other.time else { return past.evidence.span == other.evidence.span }
    return time.basis == .publication
  }

  /// Whether the text dates a deed more than a week before the article's day.
  private static func isOfThePast(_ event: Event, _ today: Timestamp?) -> Bool {
    guard let today, let time = event.time, time.basis != .publication, let range = time.range else { return false }
    return today.seconds - range.end.seconds > week
  }

  /// In seconds.
  private static let week = 7 * 86_400

  /// Whether the text gives an event no day.
  private static func isUndated(_ event: Event) -> Bool { event.time.map { $0.basis == .publication } ?? true }

  // MARK: Incidents

  /// Whether two words for harm tell of one deed: "a bombing", "12 people were killed", "the blast wounded 40".
  ///
  /// News of a crime names its victims in many ways, one by one and together. They are one deed unless something says otherwise:
  /// other parties, another day or place, another sort of harm.
  private static func isSameIncident(_ a: Event, _ b: Event) -> Bool {
    guard a.type == .assault, let harm = harm(a), harm == self.harm(b), agree(a.place, b.place) else { return false }
    guard mayBeSame(a.time, b.time), mayBeSame(a.quantities, b.quantities) else { return false }
    return mayBeSame(a.actors, b.actors) && mayBeSame(a.recipients, b.recipients)
  }

  /// Whether two lists of parties have a name in common.
  static func shareName(_ a: [Party], _ b: [Party]) -> Bool {
    a.contains { party in party.name != nil && b.contains { $0.name != nil && mayBeSame(party, $0) } }
  }

  /// Whether two counts of the dead do not speak of different deeds.
  private static func mayBeSame(_ a: [Quantity], _ b: [Quantity]) -> Bool {
    func dead(_ quantities: [Quantity]) -> Double? {
      quantities.first { $0.counted?.hasSuffix("killed") ?? false }.flatMap { $0.value ?? $0.low ?? $0.high }
    }
    guard let first = dead(a), let second = dead(b) else { return true }
    return first == second
  }

  /// Whether the day of one says nothing against the other.
  static func mayBeSame(_ a: TimeExpression?, _ b: TimeExpression?) -> Bool {
    guard let a, let b else { return true }
    guard a.range != nil, b.range != nil, a.basis == .publication || b.basis == .publication else {
      return a.value == b.value
    }
    return !areYearsApart(a, b)
  }

  /// Whether a year or more lies between two days: today's news is not what happened then.
  static func areYearsApart(_ a: TimeExpression?, _ b: TimeExpression?) -> Bool {
    guard let first = a?.range, let second = b?.range else { return false }
    return first.start.seconds - second.end.seconds >= year || second.start.seconds - first.end.seconds >= year
  }

  /// In seconds.
  private static let year = 366 * 86_400

  /// The sort of harm, of which one is no part of another; nil for a war on a country, which is more than one deed.
  private static func harm(_ event: Event) -> String? {
    guard !event.recipients.contains(where: { $0.code != nil && $0.sector == nil }) else { return nil }
    return event.modes.first { ["abduct", "sexual", "torture", "crowd-control"].contains($0) } ?? "force"
  }

  /// Whether nothing in two lists says that they are others: a name, a country or a sector on both sides.
  private static func mayBeSame(_ a: [Party], _ b: [Party]) -> Bool {
    let (first, second) = (a.filter(isTelling), b.filter(isTelling))
    guard !first.isEmpty, !second.isEmpty else { return true }
    return first.contains { party in second.contains { mayBeSame(party, $0) } }
  }

  private static func isTelling(_ party: Party) -> Bool {
    party.name != nil || party.code != nil || calling(party) != nil
  }

  /// What somebody is by calling, which another victim need not be: a journalist, a soldier.
  private static func calling(_ party: Party) -> String? {
    party.sector.flatMap { ["CVL", "UNK", "CRM", "GOV"].contains($0) ? nil : $0 }
  }

  private static func mayBeSame(_ a: Party, _ b: Party) -> Bool {
    if let name = a.name, let other = b.name { return isPart(name, of: other) || isPart(other, of: name) }
    if let code = a.code, let other = b.code, code != other { return false }
    if a.code != nil, b.code != nil { return a.sector == nil || b.sector == nil || a.sector == b.sector }
    guard let first = calling(a), let second = calling(b) else { return true }
    return first == second
  }

  /// Whether the words of a name all stand in another: "Anna" in "Anna Berg".
  private static func isPart(_ name: String, of other: String) -> Bool {
    let words = other.split(separator: " ")
    return name.split(separator: " ").allSatisfy(words.contains)
  }

  // MARK: Agreement

  static func agree(_ a: EventStatus, _ b: EventStatus) -> Bool {
    func rank(_ status: EventStatus) -> EventStatus { status == .ongoing ? .occurred : status }
    return rank(a) == rank(b)
  }

  static func agree(_ a: TimeExpression?, _ b: TimeExpression?) -> Bool {
    guard let a, let b, a.basis != .publication, b.basis != .publication else { return true }
    guard let first = a.range, let second = b.range else { return a.value == b.value }
    return first.start < second.end && second.start < first.end
  }

  static func agree(_ a: Place?, _ b: Place?) -> Bool {
    guard let a, let b else { return true }
    if (a.name ?? a.text) == (b.name ?? b.text) { return true }
    // A town and its country.
    return a.country == b.country && a.country != nil && (a.kind == .country || b.kind == .country)
  }

  /// Whether one list says no more than the other.
  static func agree(_ a: [Party], _ b: [Party]) -> Bool {
    if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty }
    func keys(_ parties: [Party]) -> Set<String> { Set(parties.map { $0.name ?? $0.code ?? $0.text }) }
    let (first, second) = (keys(a), keys(b))
    return first.isSubset(of: second) || second.isSubset(of: first)
  }
}
