/// A token as the time recogniser sees it: what kind of word it is, and its number.
struct TimeWord: Sendable {
  enum Kind: UInt8, Sendable {
    case none
    // Calendar.
    case month, weekday, weekdays, unit, units, season, dayPart, dayParts, decade, unitLong
    /// "Q1", "H2": a quarter from 1 to 4, or 4 and a half of the year.
    case partCode
    // Numbers.
    case number, decimal, numberWord, multiplier, ordinal, vague, half
    // Whole dates and times written in figures.
    case clock, figures
    // Relations to the present.
    case deictic, reference, shift, ago, position
    // Repetition.
    case every, frequency, times, other
    // Of the clock.
    case meridiem, zone, oclock, era
    // Small words.
    case the, a, of, comma, hyphen, slash, possessive, and, or, to, between, from, on, at, `in`, since, by, until,
      before, during
    case about, more, fiscal, old, per, year, counted, blocked, local, time, holiday, named, newYear, all, another
  }

  var kind: Kind = .none
  /// What the number is depends on the kind; of `.decimal` it is hundredths, of `.clock` minutes after midnight.
  var value: Int = 0
  /// Number of figures of a `.number` without a comma, and of an `.ordinal` in figures; of a `.clock` one more than its
  /// seconds, 0 where it has none.
  var digits = 0
  /// The word has a capital.
  var hasCapital = false
  /// The token has a prefix: "mid-2004".
  var hasPrefix = false
}

/// What "last", "this" and "next" add to the present unit, and words like them.
enum TimeShift: Int, Sendable {
  case last = 1, past, previous, this, current, next, coming, following, same

  var offset: Int {
    switch self {
    case .last, .past, .previous: -1
    case .this, .current, .same: 0
    case .next, .coming, .following: 1
    }
  }

  /// Whether the word counts from the time spoken of, and not from the article's date.
  var countsFromReference: Bool { self == .following || self == .previous || self == .same }
}

/// Parts of a day.
enum DayPart: Int, Sendable {
  case morning = 1, afternoon, evening, night, noon, midnight, midday

  /// What follows the day in a TIMEX3 value.
  var suffix: String {
    switch self {
    case .morning: "TMO"
    case .afternoon: "TAF"
    case .evening: "TEV"
    case .night: "TNI"
    case .noon, .midday: "T12:00"
    case .midnight: "T24:00"
    }
  }
}

/// The words of time expressions.
enum TimeLexicon {
  /// The word's kind and number; nil for words that are none of the recogniser's.
  static func word(_ hash: UInt64) -> TimeWord? {
    guard let packed = table[hash], let kind = TimeWord.Kind(rawValue: UInt8(packed >> 8)) else { return nil }
    return TimeWord(kind: kind, value: Int(packed & 0xFF))
  }

  private static func entry(_ words: String, _ kind: TimeWord.Kind, _ value: Int = 0) -> (words: String, value: UInt16)
  {
    (words, UInt16(kind.rawValue) << 8 | UInt16(value))
  }

  private static func entries(_ words: String, _ kind: TimeWord.Kind) -> [(words: String, value: UInt16)] {
    words.split(separator: " ").enumerated().map { entry(String($1), kind, $0 + 1) }
  }

  private static let table = WordTable(
    calendar + numbers + relations + smallWords
  )

  private static let calendar: [(words: String, value: UInt16)] =
    entries("january february march april may june july august september october november december", .month)
    + entries("jan. feb. mar. apr. may jun. jul. aug. sep. oct. nov. dec.", .month)
    + entries("jan feb mar apr may jun jul aug sep oct nov dec", .month)
    + entries("monday tuesday wednesday thursday friday saturday sunday", .weekday)
    + entries("mon. tue. wed. thu. fri. sat. sun.", .weekday)
    + entries("mon tue wed thu fri sat sun", .weekday)
    + entries("mondays tuesdays wednesdays thursdays fridays saturdays sundays", .weekdays)
    + entries("spring summer autumn winter", .season)
    + entries("morning afternoon evening night noon midnight midday", .dayPart)
    + entries("mornings afternoons evenings nights", .dayParts)
    + [
      entry("sept sept.", .month, 9), entry("tues tues.", .weekday, 2), entry("thur thur. thurs thurs.", .weekday, 4),
      entry("fall", .season, 3), entry("overnight", .dayPart, 4), entry("lunchtime", .dayPart, 7),
      entry("dawn daybreak", .dayPart, 1), entry("dusk", .dayPart, 3),
      entry("weekdays weekday", .weekdays, 8),
      entry("hourlong", .unitLong, TimeUnit.hour.rawValue), entry("daylong", .unitLong, TimeUnit.day.rawValue),
      entry("weeklong", .unitLong, TimeUnit.week.rawValue), entry("monthlong", .unitLong, TimeUnit.month.rawValue),
      entry("yearlong", .unitLong, TimeUnit.year.rawValue), entry("decadelong", .unitLong, TimeUnit.decade.rawValue),
      entry("second", .ordinal, 2), entry("seconds", .units, TimeUnit.second.rawValue),
      entry("minute min", .unit, TimeUnit.minute.rawValue), entry("minutes mins", .units, TimeUnit.minute.rawValue),
      entry("hour hr", .unit, TimeUnit.hour.rawValue), entry("hours hrs", .units, TimeUnit.hour.rawValue),
      entry("day", .unit, TimeUnit.day.rawValue), entry("days", .units, TimeUnit.day.rawValue),
      entry("week", .unit, TimeUnit.week.rawValue), entry("weeks", .units, TimeUnit.week.rawValue),
      entry("fortnight", .unit, TimeUnit.fortnight.rawValue), entry("fortnights", .units, TimeUnit.fortnight.rawValue),
      entry("weekend", .unit, TimeUnit.weekend.rawValue), entry("weekends", .units, TimeUnit.weekend.rawValue),
      entry("month", .unit, TimeUnit.month.rawValue), entry("months", .units, TimeUnit.month.rawValue),
      entry("quarter", .unit, TimeUnit.quarter.rawValue), entry("quarters", .units, TimeUnit.quarter.rawValue),
      entry("year yr", .unit, TimeUnit.year.rawValue), entry("years yrs", .units, TimeUnit.year.rawValue),
      entry("decade", .unit, TimeUnit.decade.rawValue), entry("decades", .units, TimeUnit.decade.rawValue),
      entry("century", .unit, TimeUnit.century.rawValue), entry("centuries", .units, TimeUnit.century.rawValue),
      entry("twenties", .decade, 2), entry("thirties", .decade, 3), entry("forties", .decade, 4),
      entry("fifties", .decade, 5),
      entry("sixties", .decade, 6), entry("seventies", .decade, 7), entry("eighties", .decade, 8),
      entry("nineties", .decade, 9),
    ]

  private static let numbers: [(words: String, value: UInt16)] =
    entries(
      """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
      eighteen nineteen
      """, .numberWord)
    + entries(
      """
      first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
      fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
      """, .ordinal)
    + [
      entry("twenty", .numberWord, 20), entry("thirty", .numberWord, 30), entry("forty", .numberWord, 40),
      entry("fifty", .numberWord, 50), entry("sixty", .numberWord, 60), entry("seventy", .numberWord, 70),
      entry("eighty", .numberWord, 80), entry("ninety", .numberWord, 90), entry("thirtieth", .ordinal, 30),
      entry("hundred", .multiplier, 2), entry("thousand", .multiplier, 3),
      entry("million billion trillion", .multiplier, 6), entry("dozen", .numberWord, 12),
      entry("few several many some countless numerous", .vague, 0), entry("couple", .vague, 2), entry("half", .half),
    ]

  private static let relations: [(words: String, value: UInt16)] = [
    entry("yesterday", .deictic, 1), entry("today", .deictic, 2), entry("tomorrow", .deictic, 3),
    entry("tonight", .deictic, 4),
    entry("now currently presently nowadays", .reference, 1),
    entry("recently lately previously formerly", .reference, 2), entry("soon shortly", .reference, 3),
    entry("recent", .reference, 4), entry("future", .reference, 5), entry("present moment", .reference, 6),
    entry("last", .shift, TimeShift.last.rawValue), entry("past", .shift, TimeShift.past.rawValue),
    entry("previous preceding", .shift, TimeShift.previous.rawValue),
    entry("this these", .shift, TimeShift.this.rawValue),
    entry("current", .shift, TimeShift.current.rawValue), entry("next", .shift, TimeShift.next.rawValue),
    entry("coming upcoming", .shift, TimeShift.coming.rawValue),
    entry("following", .shift, TimeShift.following.rawValue),
    entry("same that", .shift, TimeShift.same.rawValue),
    entry("ago", .ago, 1), entry("earlier", .ago, 2), entry("later", .ago, 3), entry("hence", .ago, 4),
    entry("early late mid", .position), entry("middle beginning start end close turn", .position, 1),
    entry("rest remainder remaining", .position, 2),
    entry("every each", .every), entry("other", .other, 2),
    entry("hourly", .frequency, TimeUnit.hour.rawValue),
    entry("daily nightly everyday", .frequency, TimeUnit.day.rawValue),
    entry("weekly", .frequency, TimeUnit.week.rawValue),
    entry("fortnightly biweekly bi-weekly", .frequency, TimeUnit.fortnight.rawValue),
    entry("monthly", .frequency, TimeUnit.month.rawValue), entry("quarterly", .frequency, TimeUnit.quarter.rawValue),
    entry("annual annually yearly", .frequency, TimeUnit.year.rawValue),
    entry(
      "semi-annual semi-annually semiannual semiannually half-yearly biannual biannually", .frequency,
      TimeUnit.half.rawValue),
    entry("once twice times", .times),
    entry("am a.m. a.m", .meridiem, 1), entry("pm p.m. p.m", .meridiem, 2), entry("o'clock o’clock oclock", .oclock),
    entry("gmt utc est edt cst cdt mst mdt pst pdt cet cest bst msk ist jst aest et pt bjt hkt eet eest wib", .zone),
    entry("bc bce b.c. b.c", .era, 1), entry("ad ce a.d. a.d", .era, 2),
  ]

  private static let smallWords: [(words: String, value: UInt16)] = [
    entry("the", .the), entry("a an", .a), entry("of", .of), entry("and", .and), entry("or", .or),
    entry("to through thru", .to), entry("until till", .until), entry("between", .between), entry("from", .from),
    entry("on", .on), entry("at", .at), entry("in within", .in), entry("since", .since), entry("by", .by),
    entry("before after", .before), entry("during throughout for over", .during),
    entry("about around approximately roughly nearly almost", .about),
    entry("more additional full consecutive straight business working trading calendar long whole entire", .more),
    entry("all", .all), entry("another", .another), entry("fiscal", .fiscal), entry("old", .old), entry("per", .per),
    entry("local", .local), entry("time", .time),
    entry(
      """
      christmas xmas halloween valentine valentines boxing veterans armistice remembrance bastille epiphany \
      independence juneteenth earth canada australia anzac groundhog st. saint martin mlk presidents memorial labor \
      columbus thanksgiving mother mothers father fathers pentecost ascension orthodox mardi fat trinity corpus \
      cinco midsummer guy bonfire singles international world human inauguration arbor election labour indigenous st
      """, .holiday),
    entry("good black bloody super palm ash holy cyber easter shrove maundy whit", .named), entry("new", .newYear),
    entry(
      "resolution flight article room highway route number no no. page section channel model windows chapter paragraph",
      .blocked),
    entry(
      """
      people persons men women children troops soldiers students workers residents refugees migrants protesters \
      police km kilometers kilometres miles meters metres feet tons tonnes pounds dollars euros yuan rubles percent \
      votes jobs homes houses members calories units copies vehicles cars seats shares points acres hectares degrees \
      watts mw gw mph kg
      """, .counted),
  ]
}
