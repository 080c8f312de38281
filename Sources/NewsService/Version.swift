/// The version of newsd and newsq.
package enum Version {
  package static let current = "0.1.0"
}
