import CResources
import NewsModel

/// What the program knows of actors, roles and places before it reads an article.
///
/// Immutable once built and shared by all workers.
package struct EntityTables: Sendable {
  /// Whom the program knows by name.
  package private(set) var actors: ActorTable
  /// Words for roles.
  package let roles: RoleTable
  /// Cities, regions, waters and buildings.
  package let places: Gazetteer

  /// The tables that are part of the program.
  package static func english() throws(ResourceError) -> EntityTables {
    var actors = try ActorTableParser.parse(unsafe bytes(of: embedded_actors()), file: "actors.txt")
    actors = try ActorTableParser.parse(unsafe bytes(of: embedded_persons()), file: "persons.txt", extending: actors)
    let roles = try RoleTable.parse(unsafe bytes(of: embedded_roles()), file: "roles.txt")
    return EntityTables(actors: actors, roles: roles, places: Gazetteer(unsafe bytes(of: embedded_places())))
  }

  /// Adds actors in the format of actors.txt; where both know a name, the addition wins.
  ///
  /// - Throws: the first mistake, with its line; the tables are unchanged then.
  package mutating func add(actors text: [UInt8], file: String) throws(ResourceError) {
    actors = try ActorTableParser.parse(text, file: file, extending: actors)
  }

  private static func bytes(of table: embedded_text) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }
}
