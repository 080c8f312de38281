/// What a word for a role says of whom it names.
struct Role: Sendable, Hashable {
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, group, body, equipment, members, quantity, title
  }

  /// The role in the singular and in lower case: "foreign minister".
  var title: String
  /// The title under which the actor table knows the post: "prime minister" for "premier".
  var post: String
  var kind: Kind
  /// Code of those who have no country: NGO for "rights group".
  var code: String?
  var sector: String?
  var gender: Gender?
  /// Whether the words name several.
  var isPlural = false
  /// Whether one person holds the post at a time.
  var isOffice = false
  /// Whether companies and clubs have the post too, so that it tells a sector only with its owner.
  var isAnywhere = false
  /// Whether only states have it, so that a party's governor is no less a governor.
  var isState = false
  /// Whether it is a rank of army and police alike.
  var isRank = false
  /// Whether it is one only with a capital and right before a name: "Father Nicolas", "Representative Lie".
  var isAddress = false
}
