import Glibc
import Platform

/// Asks again and again until something holds.
///
/// - Returns: whether it held in time.
package func eventually(within milliseconds: Int = 10_000, _ condition: () throws -> Bool) rethrows -> Bool {
  let clock = SystemClock()
  let deadline = clock.elapsed + milliseconds
  while clock.elapsed < deadline {
    if try condition() { return true }
    usleep(2_000)
  }
  return try condition()
}
