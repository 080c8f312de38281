/// The closed word lists of the tokeniser and the sentence splitter.
enum Lexicon {
  /// How a word that ends in a full stop behaves.
  enum Abbreviation: UInt16 {
    /// A name follows; the word has a capital: "Gen. Milley".
    case title = 1
    /// With a capital: "Jan.", "Calif.".
    case capitalised
    /// Only in front of a number: "No. 5".
    case numeric
    /// In any case of letters, with something to follow: "vs.".
    case general
    /// The last of a list: a capital after it opens a sentence.
    case final
  }

  static let abbreviations = WordTable([
    (
      """
      mr mrs ms messrs dr drs prof gen lt col maj capt cpl sgt cmdr adm gov sen sens rep reps rev hon supt msgr st \
      ste ft mt mlle mme pvt brig insp det spc amb atty pres pte fr
      """, Abbreviation.title.rawValue
    ),
    (
      """
      jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark \
      calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex \
      va vt wash wis wyo ont que alta inc corp co ltd llc bros cie jr sr ave blvd rd hwy dept univ assn intl attn \
      conf ed eds ph ps ass't
      """, Abbreviation.capitalised.rawValue
    ),
    (
      "no nos art arts sec secs fig figs vol vols p pp ch chap c ca cl para pt ext eq tel b d m n",
      Abbreviation.numeric.rawValue
    ),
    ("v vs approx esp govt eg viz cf arrv lv div et rec", Abbreviation.general.rawValue),
    ("etc al ect yrs hrs lbs lb oz", Abbreviation.final.rawValue),
  ])

  /// Words that open a sentence more often than they go on with a name: decide after "the U.S. The".
  static let sentenceStarters = WordTable(
    words: """
      the a an this that these those he she it they we i you his her its their our my in on at for but and so if \
      when while as after before since there here however meanwhile what who why how where with from to by some many \
      most all no not one also now then according although because despite during earlier last later next once under \
      until yet both each every another nearly about over such only even still thus hence instead moreover nor or
      """)

  /// Parts of a word that keep their hyphen: "anti-government". Source: counts over EWT and GUM, training parts.
  static let hyphenPrefixes = WordTable(
    words: """
      non e mid anti re co pre pro cross post over semi counter ex sub multi mini inter intra socio psycho micro un \
      arch mis macro bi tri trans ultra extra super under pseudo proto electro bio geo
      """)

  /// What stands after an apostrophe in a contraction or a genitive.
  static let clitics = WordTable(words: "s m d re ve ll")

  /// Two words written as one, and how many bytes the second has: "can|not".
  static let fused = WordTable([
    ("cannot alot", 3),
    ("dont didnt doesnt isnt wasnt wouldnt couldnt shouldnt havent hasnt hadnt arent werent cant wont aint mustnt", 2),
    ("gonna wanna gotta outta lotta gimme lemme ive youve weve theyve youre theyre youll itll theyll", 2),
    ("im thats theres hes shes whats heres lets", 1),
  ])

  /// Words whose first letters an apostrophe stands for: "'em".
  static let elided = WordTable(words: "em til tis twas cause bout cuz")

  /// Units written against their number: "5pm", "35mm".
  static let units = WordTable(
    words: """
      am pm k m mm cm km kg g mg ml lb lbs oz ft in hr hrs h min mins sec secs gb mb tb kb ghz mhz hz kw mw gw mwh \
      kwh mph kph bn mn tn mln bln usd eur gbp yr yrs yo x gmt utc est
      """)

  /// Short words in which the slash stays: "w/o".
  static let slashed = WordTable(words: "w/ w/o w/out b/c l/c s/he b/t i/c")

  /// Last labels of names of hosts that are no English words, and suffixes of files.
  static let domainSuffixes = WordTable(
    words: """
      com org net edu gov mil int info biz io co uk de fr jp cn ru au ca nz eu ie ch se nl es pl br mx kr tw hk sg \
      za ua il tv fm ly doc docx xls xlsx ppt pptx pdf txt htm html zip gz tar jpg jpeg gif png mp3 mp4 avi mov wav \
      csv xml json js php asp aspx jsp exe py swift cpp url eml
      """)
}
