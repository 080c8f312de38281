#!/usr/bin/env python3
"""Writes Sources/CResources/Data/places.txt, the gazetteer of event coding.

Usage: scripts/make-places.py cities15000.zip > Sources/CResources/Data/places.txt

Sources
  cities15000.zip   GeoNames (download.geonames.org/export/dump), CC BY 4.0: cities of at least LIMIT people, capitals,
                    seats of first-level divisions of at least SEAT_LIMIT people.
  places-extra.txt  beside this script: English names, towns of the news, regions, waters, buildings; written by hand.

One line per name, sorted by the bytes of its key, fields parted by tabs:
  key         the name as NameFolding.swift folds it
  name        canonical name
  country     ISO 3166-1 alpha-3, KOS for Kosovo, empty where there is none
  latitude, longitude   degrees, two decimals
  population  in thousands
  kind        C capital, c city, r region, w water, b building
  division    of cities in the United States: "TX"
"""

import sys
import unicodedata
import zipfile
from pathlib import Path

LIMIT = 75_000
SEAT_LIMIT = 40_000
UNITED_STATES_LIMIT = 60_000

# ISO 3166-1: alpha-2 to alpha-3.
ALPHA3 = dict(pair.split(":") for pair in """
AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AQ:ATA AR:ARG AS:ASM AT:AUT AU:AUS AW:ABW AX:ALA AZ:AZE BA:BIH BB:BRB
BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BL:BLM BM:BMU BN:BRN BO:BOL BQ:BES BR:BRA BS:BHS BT:BTN BV:BVT BW:BWA BY:BLR
BZ:BLZ CA:CAN CC:CCK CD:COD CF:CAF CG:COG CH:CHE CI:CIV CK:COK CL:CHL CM:CMR CN:CHN CO:COL CR:CRI CU:CUB CV:CPV CW:CUW CX:CXR
CY:CYP CZ:CZE DE:DEU DJ:DJI DK:DNK DM:DMA DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY EH:ESH ER:ERI ES:ESP ET:ETH FI:FIN FJ:FJI FK:FLK
FM:FSM FO:FRO FR:FRA GA:GAB GB:GBR GD:GRD GE:GEO GF:GUF GG:GGY GH:GHA GI:GIB GL:GRL GM:GMB GN:GIN GP:GLP GQ:GNQ GR:GRC GS:SGS
GT:GTM GU:GUM GW:GNB GY:GUY HK:HKG HM:HMD HN:HND HR:HRV HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR IM:IMN IN:IND IO:IOT IQ:IRQ IR:IRN
IS:ISL IT:ITA JE:JEY JM:JAM JO:JOR JP:JPN KE:KEN KG:KGZ KH:KHM KI:KIR KM:COM KN:KNA KP:PRK KR:KOR KW:KWT KY:CYM KZ:KAZ LA:LAO
LB:LBN LC:LCA LI:LIE LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE MF:MAF MG:MDG MH:MHL MK:MKD
ML:MLI MM:MMR MN:MNG MO:MAC MP:MNP MQ:MTQ MR:MRT MS:MSR MT:MLT MU:MUS MV:MDV MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM NC:NCL NE:NER
NF:NFK NG:NGA NI:NIC NL:NLD NO:NOR NP:NPL NR:NRU NU:NIU NZ:NZL OM:OMN PA:PAN PE:PER PF:PYF PG:PNG PH:PHL PK:PAK PL:POL PM:SPM
PN:PCN PR:PRI PS:PSE PT:PRT PW:PLW PY:PRY QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU SB:SLB SC:SYC SD:SDN SE:SWE SG:SGP
SH:SHN SI:SVN SJ:SJM SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR SS:SSD ST:STP SV:SLV SX:SXM SY:SYR SZ:SWZ TC:TCA TD:TCD TF:ATF
TG:TGO TH:THA TJ:TJK TK:TKL TL:TLS TM:TKM TN:TUN TO:TON TR:TUR TT:TTO TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA UM:UMI US:USA UY:URY
UZ:UZB VA:VAT VC:VCT VE:VEN VG:VGB VI:VIR VN:VNM VU:VUT WF:WLF WS:WSM XK:KOS YE:YEM YT:MYT ZA:ZAF ZM:ZMB ZW:ZWE
""".split())

SPECIAL = {"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t",
           "ŋ": "n", "ĸ": "k"}


def fold(name):
    """The key of a name, as NameFolding.swift has it; None where it would keep other scripts."""
    key = []
    for letter in unicodedata.normalize("NFC", name.replace("İ", "i")).lower():
        if ord(letter) > 0x21B and not 0x2000 <= ord(letter) <= 0x206F and ord(letter) not in (0x2BB, 0x2BC, 0x2B9):
            return None
        for part in SPECIAL.get(letter) or unicodedata.normalize("NFKD", letter):
            if part.isascii() and part.isalnum():
                key.append(part)
    return "".join(key) or None


class City:
    def __init__(self, row):
        self.name, self.ascii, self.alternates = row[1], row[2], row[3].split(",")
        self.latitude, self.longitude = float(row[4]), float(row[5])
        self.feature, self.country = row[7], row[8]
        self.division = row[10] if row[8] == "US" else ""
        self.population = int(row[14] or 0)

    def is_wanted(self):
        if self.feature in ("PPLX", "PPLH", "PPLW", "PPLQ"):
            return self.population >= 400_000 and self.country != "CN"
        if self.feature == "PPLC" or self.population >= LIMIT:
            return True
        if self.feature == "PPLA" and self.population >= SEAT_LIMIT:
            return True
        return self.country == "US" and self.population >= UNITED_STATES_LIMIT

    def lines(self, name, spellings):
        kind = "C" if self.feature == "PPLC" else "c"
        tail = [ALPHA3.get(self.country, ""), f"{self.latitude:.2f}", f"{self.longitude:.2f}",
                str(self.population // 1000), kind] + ([self.division] if self.division else [])
        return {key: "\t".join([key, name] + tail) for key in map(fold, spellings) if key}


def read_extra(path):
    section = None
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            section = line.strip("[]")
        elif line:
            yield section, line


def numbers(fields):
    return [f"{float(fields[0]):.2f}", f"{float(fields[1]):.2f}"]


def main():
    with zipfile.ZipFile(sys.argv[1]) as archive:
        with archive.open("cities15000.txt") as file:
            cities = [City(line.decode("utf-8").rstrip("\n").split("\t")) for line in file]
    by_name = {}
    for city in sorted(cities, key=lambda city: city.population):
        for spelling in {city.name, city.ascii, *city.alternates}:
            by_name.setdefault((spelling, city.country), city)
        for spelling in (city.ascii, city.name):
            by_name[spelling, city.country] = city
    english, included, lines = {}, [], set()
    for section, line in read_extra(Path(__file__).with_name("places-extra.txt")):
        if section == "alias":
            names, target = line.split(" = ")
            keeps_name, names = names.startswith("~"), names.removeprefix("~")
            name, country = [part.strip() for part in target.split("|")]
            city = by_name.get((name, country))
            if city is None:
                print(f"{line}: not in GeoNames", file=sys.stderr)
                continue
            aliases = [city.name] if keeps_name else []
            english.setdefault(id(city), []).extend(aliases + [part.strip() for part in names.split(";")])
            included.append(city)
            continue
        fields = [field.strip() for field in line.split("|")]
        names = [name.strip() for name in fields[0].split(";")]
        if section == "include" and len(fields) == 2:
            city = by_name.get((names[0], fields[1]))
            if city is None:
                print(f"{line}: not in GeoNames", file=sys.stderr)
                continue
            english.setdefault(id(city), []).extend(names)
            included.append(city)
            continue
        country = ALPHA3.get(fields[1], fields[1])
        kind = {"include": "c", "region": "r", "water": "w", "building": "b"}[section]
        weight = fields[4] if len(fields) > 4 else {"c": "20", "r": "500", "w": "100", "b": "50"}[kind]
        for name in names:
            lines.add("\t".join([fold(name), names[0], country, *numbers(fields[2:4]), weight, kind]))
    wanted = {id(city): city for city in [*filter(City.is_wanted, cities), *included]}
    for key, city in wanted.items():
        aliases = english.get(key, [])
        canonical = aliases[0] if aliases else city.name
        lines.update(city.lines(canonical, [city.name, city.ascii, *aliases]).values())
    print("# Places by folded name; made by scripts/make-places.py, which describes the format.")
    print("# Cities: GeoNames (www.geonames.org), CC BY 4.0. Regions, waters and buildings: written by hand.")
    for line in sorted(lines, key=lambda line: line.encode("utf-8")):
        print(line)


if __name__ == "__main__":
    main()
