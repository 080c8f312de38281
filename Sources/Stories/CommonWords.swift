/// Words that stand in too many articles to tell one happening from another.
enum CommonWords {
  static func contains(_ hash: UInt32) -> Bool { hashes.contains(hash) }

  private static let hashes = Set(
    list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordReader.hash(String($0)) })

  private static let list = """
    the and for that with was were are has had have not but his her its they their them this these those from who whom which
    what when where why how will would could should may might must can been being than then there here also after before
    during while until since about above over under into onto out off upon between among against through within without
    across along around near because although though however according other others another such some any many much more most
    few less least all both each every either neither only just very too even still yet already again ever never now later
    earlier soon once twice one two three four five six seven eight nine ten first second third last next new old own same
    different several including included include like well back down away up him she you your our we us me my mine himself
    herself itself themselves did does doing done make made making take taken took taking come came coming get got getting
    give given gave giving say said saying says tell told telling call called calling ask asked report reported reporting
    state stated statement announce announced add added claim claimed believe believed think thought know known see seen saw
    show showed shown find found want wanted need needed use used using work worked working include begin began begun start
    started end ended continue continued remain remained become became left leave leaving go going gone went hold held keep
    kept put set run follow followed following expect expected plan planned lead led leading bring brought
    people person man men woman women child children group member leader official officer authority government president
    minister prime spokesman spokeswoman spokesperson department office agency company country nation national international
    world public local city town area region home house street party news article media press source time times day days today
    yesterday tomorrow week month year years hour minute morning night evening monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december number part place
    case issue problem thing way point fact result reason support million billion thousand hundred percent
    high low large small big great long short good bad better best major main early late recent recently current currently
    former likely possible able due made right top full free open close near far north south east west northern southern
    eastern western united states american police law order service system information
    wikinews interview com www http org
    """
}
