import Linguistics
import NewsModel

// Titles, names and degrees that the parser took for two.
extension TreeRepair {
  /// Whether two subjects are title and name: nothing stands between them but "of State for Defence", "for the Environment and
  /// Water", or a comma.
  func isTitle(_ title: Int, before name: Int) -> Bool {
    (title + 1..<name).allSatisfy { token in
      switch document.upos[token] {
      case .noun, .propn, .adj, .det, .cconj: true
      case .adp: ["of", "for", "with", "at"].contains(document.lemmas[token])
      case .part: document.xpos[token] == .pos
      case .punct: document.xpos[token] == .comma && isPerson(name) && isBeginOfName(token + 1, name)
      default: false
      }
    }
  }

  private func isPerson(_ token: Int) -> Bool {
    document.names.contains { $0.label == .person && $0.tokens.contains(token) }
  }

  /// Whether only ranks stand between a token and a name: "Lt. Col. Berg".
  private func isBeginOfName(_ token: Int, _ name: Int) -> Bool {
    (token..<max(token, name)).allSatisfy { document.upos[$0] == .propn }
  }

  /// "The journalist Anna Berg said" with title and name as two subjects: the title describes the name.
  mutating func mendTitle(_ title: Int, _ name: Int) {
    // "United States President Berg"
    let isOwner = document.xpos[title] == .nnps && isPlace(title)
    guard document.upos[name] == .propn, !hasPreposition[title],
      isOwner || document.xpos[title] == .nn || document.xpos[title] == .nnp
    else { return }
    let verb = Int(document.heads[name])
    // "The spokesman, Anna Berg, said", "a member of the party Anna Berg said"
    if (title..<name).contains(where: { document.xpos[$0] == .comma || document.upos[$0] == .det }) {
      document.heads[name] = Int32(title)
      document.relations[name] = .appos
      return
    }
    document.heads[title] = Int32(name)
    document.relations[title] = isOwner ? .compound : .nmodDescription
    if subjects[verb] == Int32(title) { subjects[verb] = Int32(name) }
  }

  /// "Salem, Oregon police said" with the town as a subject of its own: it tells where the police are.
  mutating func mendTown(_ town: Int, before body: Int) -> Bool {
    guard body - town > 2, document.xpos[town + 1] == .comma, isPlace(town), isPlace(town + 2),
      (town + 2..<body).allSatisfy({ document.upos[$0] == .propn || document.upos[$0] == .noun })
    else { return false }
    document.heads[town] = Int32(body)
    document.relations[town] = .compound
    let verb = Int(document.heads[body])
    if subjects[verb] == Int32(town) { subjects[verb] = Int32(body) }
    return true
  }

  func isPlace(_ token: Int) -> Bool {
    document.names.contains { $0.label == .geopolitical && $0.tokens.contains(token) }
  }

  /// "between South Sudan and …" with "between" on "Sudan" and "South" as the phrase's head: it belongs to the head.
  mutating func mendNamePreposition(_ token: Int, _ word: Int) {
    let first = Int(document.heads[word])
    guard first > token, first < word, document.relations[word] == .conj || document.relations[word] == .flat else {
      return
    }
    switch document.relations[first].universal {
    case .obl, .nmod: document.heads[token] = Int32(first)
    default: break
    }
  }

  /// "of Prime Minister Liz Truss" with "of" on "Minister" and the name as the phrase's head: it belongs to the name.
  mutating func mendTitlePreposition(_ token: Int, _ title: Int) {
    let name = Int(document.heads[title])
    guard token < title, name > title, document.relations[title] == .nmodDescription, document.upos[name] == .propn,
      !hasPreposition[name]
    else { return }
    document.heads[token] = Int32(name)
    hasPreposition[name] = true
  }

  /// "Anna Lund, M.D., MPH": degrees and honours are no further persons.
  mutating func mendDegree(_ token: Int, _ name: Int) {
    guard document.upos[name] == .propn, Self.degrees.contains(document.form(token)) else { return }
    document.relations[token] = .dep
  }

  private static let degrees: Set<String> = [
    "MD", "M.D.", "PhD", "Ph.D.", "Ed.D.", "MPH", "MBA", "J.D.", "RN", "QC", "KC", "OBE", "MBE", "CBE", "Esq.",
    "D.D.S.", "M.P.H.",
  ]
}
