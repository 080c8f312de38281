import NewsService
import Platform
import Testing

@Suite("The time of day") struct ClockTrustTests {
  private struct Hands: Clock {
    var now = 1_700_000_000_000
    var elapsed = 5_000

    mutating func pass(_ milliseconds: Int) {
      now += milliseconds
      elapsed += milliseconds
    }
  }

  private static let hour = 3_600_000
  private static let day = 24 * hour
  private var hands = Hands()

  @Test("is relied on to delete by after an hour, or after a tenth of what is kept") func start() {
    let trust = ClockTrust(hands)
    let begin = hands.elapsed
    #expect(!trust.isReliable(at: begin + Self.hour - 1, retention: 30 * Self.day))
    #expect(trust.isReliable(at: begin + Self.hour, retention: 30 * Self.day))
    #expect(!trust.isReliable(at: begin + 99, retention: 1_000))
    #expect(trust.isReliable(at: begin + 100, retention: 1_000))
  }

  @Test("is mistrusted anew when it was set, forward or back", arguments: [3_650 * day, -3_650 * day, 61_000, -61_000])
  mutating func jumps(by milliseconds: Int) {
    var trust = ClockTrust(hands)
    hands.pass(2 * Self.hour)
    #expect(trust.look(at: hands) == nil)
    #expect(trust.isReliable(at: hands.elapsed, retention: Self.day))
    hands.now += milliseconds
    #expect(trust.look(at: hands) == milliseconds)
    #expect(!trust.isReliable(at: hands.elapsed, retention: Self.day))
    hands.pass(Self.hour)
    #expect(trust.look(at: hands) == nil, "it is told once")
    #expect(trust.isReliable(at: hands.elapsed, retention: Self.day))
  }

  @Test("may drift") mutating func drift() {
    var trust = ClockTrust(hands)
    for _ in 0..<48 {
      hands.pass(Self.hour)
      hands.now += 30_000
      #expect(trust.look(at: hands) == nil)
    }
    #expect(trust.isReliable(at: hands.elapsed, retention: Self.day))
  }
}
