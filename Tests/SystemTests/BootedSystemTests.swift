import TestSupport
import Testing

@Suite("newsd under a booted systemd", .enabled(if: Box.canBoot, Box.skipped), .serialized)
struct BootedSystemTests {
  @Test("is installed by make install, and serves who is in the right group and nobody else") func install() throws {
    try Box.run("install")
  }

  @Test("is killed, and restarted so that no client sees it") func restart() throws {
    try Box.run("restart")
  }

  @Test("hangs, and is restarted by the watchdog") func hang() throws {
    try Box.run("hang")
  }

  @Test(
    "sets a file aside that brought it down twice, by a crash or by a hang",
    .enabled(if: FaultLibrary.isAvailable, "clang is not at hand"))
  func poison() throws {
    try Box.run("poison", environment: ["BOX_FAULTS": try FaultLibrary.built.get()])
  }

  @Test(
    "reads on and drops nothing while the clock is set ten years forward and back",
    .enabled(if: FaultLibrary.isAvailable, "clang is not at hand"))
  func clock() throws {
    try Box.run("clock", environment: ["BOX_FAULTS": try FaultLibrary.built.get()])
  }

  @Test("reloads what is right, and fails a reload with a broken file, changing nothing") func reload() throws {
    try Box.run("reload")
  }

  @Test("stays readable on a full disk and goes on when there is room; refuses a damaged store with the way out")
  func disk() throws {
    try Box.run("disk")
  }
}
