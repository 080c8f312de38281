"""The name classes, and how each corpus's labels are read into them.

A token's gold is a *set* of allowed labels (a bit mask over the BIOES inventory): a corpus that
cannot tell a country from a mountain allows both, and the loss sums over what is allowed.
"""

import csv
import io
import re
import zipfile
from pathlib import Path

CLASSES = ["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "MISC"]
LABELS = ["O"] + [f"{part}-{name}" for name in CLASSES for part in "BIES"]
OUTSIDE = 1
ANYTHING = 0  # an empty mask: the token teaches nothing about names

PLACES = ("GPE", "LOC", "FAC")


def spans_to_masks(length: int, spans, outside=None) -> list[int]:
    """Masks of `length` tokens from `spans` of (start, end, allowed classes); an empty set is ignored."""
    masks = list(outside) if outside is not None else [OUTSIDE] * length
    for start, end, allowed in spans:
        for index in range(start, end):
            if end - start == 1:
                part = 3
            elif index == start:
                part = 0
            else:
                part = 2 if index == end - 1 else 1
            masks[index] = sum(1 << (1 + 4 * CLASSES.index(name) + part) for name in allowed)
    return masks


def allow_single(mask: int, *names: str) -> int:
    """Adds one-token names of the given classes to what a mask allows."""
    for name in names:
        mask |= 1 << (1 + 4 * CLASSES.index(name) + 3)
    return mask


def iob_spans(tags: list[str]):
    """(start, end, type) of IOB1 or IOB2 tags."""
    spans, start, kind = [], None, None
    for index, tag in enumerate(tags + ["O"]):
        prefix, _, name = tag.partition("-")
        if start is not None and (prefix in ("O", "B") or name != kind):
            spans.append((start, index, kind))
            start = None
        if prefix in ("B", "I") and start is None:
            start, kind = index, name
    return spans


TITLES = {
    "president", "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "prime", "minister", "general", "secretary",
    "senator", "sen.", "gov.", "governor", "king", "queen", "prince", "princess", "pope", "vice", "deputy", "foreign",
    "chancellor", "premier", "gen.", "lt.", "lieutenant", "colonel", "col.", "major", "captain", "sergeant", "sgt.",
    "rep.", "representative", "judge", "justice", "chief", "former", "sheikh", "ayatollah", "grand", "archbishop",
    "bishop", "cardinal", "father", "rev.", "reverend", "sir", "lord", "lady", "professor", "prof.", "ambassador",
    "attorney", "defense", "interior", "finance", "speaker", "chairman", "director", "congressman", "envoy",
    "spokesman", "spokeswoman", "mayor", "commander", "admiral", "emperor", "sultan", "emir", "mullah", "imam",
    "mufti", "crown", "leader", "ex-president", "state", "of", "the", "health", "u.s.", "justice", "crown",
}
_TITLE_TAIL = {"president", "minister", "general", "secretary", "of", "state", "the"}


def strip_title(forms: list[str], start: int, end: int) -> int:
    """Where a person's name begins once titles in front of it are left out; `end` if nothing remains."""
    while start < end and forms[start].lower() in TITLES:
        start += 1
    return start


PEOPLES = {
    "muslim", "muslims", "sunni", "sunnis", "shi'ite", "shi'ites", "shiite", "shiites", "shia", "shias", "kurd", "kurds",
    "kurdish", "arab", "arabs", "christian", "christians", "jewish", "jew", "jews", "hindu", "hindus", "buddhist",
    "buddhists", "catholic", "catholics", "western", "islamic", "islamist", "islamists", "tamil", "tamils", "chechen",
    "chechens", "tibetan", "tibetans", "palestinian", "palestinians", "republican", "republicans", "democrat",
    "democrats", "democratic", "european", "europeans", "african", "africans", "asian", "latin", "bosniak", "hutu",
    "tutsi", "pashtun", "uighur", "uighurs", "roma", "maoist", "maoists", "communist", "communists", "anglican",
}
REGION_WORDS = {
    "river", "sea", "ocean", "mountain", "mountains", "mount", "gulf", "peninsula", "valley", "lake", "desert", "coast",
    "strip", "bank", "strait", "straits", "heights", "hills", "basin", "delta", "cape", "bay", "channel", "forest",
    "region", "africa", "asia", "europe", "america", "americas", "antarctica", "arctic", "atlantic", "pacific",
    "mediterranean", "caribbean", "balkans", "caucasus", "sahara", "middle", "east", "west", "north", "south",
    "himalayas", "oceania", "earth", "mars", "moon", "darfur", "kashmir", "chechnya",
}
BUILDING_WORDS = {
    "airport", "base", "prison", "bridge", "highway", "palace", "hospital", "stadium", "embassy", "camp", "station",
    "square", "street", "avenue", "road", "tower", "towers", "mosque", "church", "cathedral", "canal", "dam", "port",
    "zone", "hotel", "plant", "center", "centre", "building", "house", "wall", "museum", "temple", "shrine",
}
COUNTRY_ALIASES = {
    "u.s.", "u.s", "us", "usa", "u.s.a.", "united states", "america", "uk", "u.k.", "britain", "great britain", "england",
    "scotland", "wales", "russia", "iran", "syria", "south korea", "north korea", "north", "south", "vietnam", "laos",
    "burma", "ivory coast", "taiwan", "tanzania", "bolivia", "venezuela", "moldova", "macedonia", "palestine",
    "kosovo", "democratic republic of congo", "congo", "east timor", "czech republic", "bosnia", "bosnia-herzegovina",
    "serbia-montenegro", "soviet union", "yugoslavia", "uae", "united arab emirates", "drc", "tehran", "washington",
    "moscow", "beijing", "israel", "turkey", "egypt", "china", "sri lanka",
}


class Gazetteer:
    """Countries and cities, to settle what a corpus leaves open."""

    def __init__(self, places: Path):
        self.political = set(COUNTRY_ALIASES)
        with open(places / "country_codes/country-codes.csv", encoding="utf8") as file:
            for row in csv.DictReader(file):
                for key in ("CLDR display name", "UNTERM English Short", "official_name_en"):
                    name = (row.get(key) or "").strip().lower()
                    if name:
                        self.political.add(re.sub(r" \(the\)$", "", name))
        with zipfile.ZipFile(places / "geonames_cities15000/cities15000.zip") as archive:
            for member in archive.namelist():
                if not member.endswith(".txt"):
                    continue
                for line in io.TextIOWrapper(archive.open(member), "utf8"):
                    fields = line.split("\t")
                    if len(fields) > 14 and int(fields[14] or 0) >= 50_000:
                        self.political.update((fields[1].lower(), fields[2].lower()))

    def place_classes(self, forms: list[str]) -> tuple[str, ...]:
        """The classes a place's name may have."""
        words = [form.lower() for form in forms]
        if " ".join(words) in self.political:
            return ("GPE",)
        if words[-1] in BUILDING_WORDS and len(words) > 1:
            return ("FAC",)
        if words[-1] in REGION_WORDS or words[0] in ("mount", "lake", "gulf", "cape", "strait"):
            return ("LOC",)
        return PLACES


GUM_CLASSES = {
    "person": ("PERSON",), "place": PLACES, "organization": ("ORG",), "event": ("EVENT", "MISC"),
    "object": ("MISC", "FAC"), "abstract": ("MISC",), "substance": ("MISC",), "animal": ("MISC",), "plant": ("MISC",),
}
UNER_CLASSES = {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": PLACES, "OTH": ("MISC", "NORP", "EVENT", "FAC", "GPE")}
WIKIGOLD_CLASSES = {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": PLACES, "MISC": ("MISC", "NORP", "EVENT")}
RE3D_CLASSES = {
    "Person": ("PERSON",), "Organisation": ("ORG",), "Location": PLACES, "Nationality": ("NORP",), "Vehicle": ("MISC",),
    "MilitaryPlatform": ("MISC",), "Weapon": ("MISC",), "DocumentReference": ("MISC",),
}
CROSSNER_CLASSES = {
    **{name: ("PERSON",) for name in ("politician", "person", "writer", "musicalartist", "scientist", "researcher")},
    **{name: ("ORG",) for name in ("politicalparty", "organisation", "band", "university")},
    "country": ("GPE",), "location": PLACES, "event": ("EVENT",), "election": ("EVENT",), "conference": ("EVENT",),
    "misc": ("MISC", "NORP"),
    **{name: ("MISC",) for name in ("award", "book", "album", "song", "poem", "magazine", "academicjournal")},
}
WNUT_CLASSES = {"person": ("PERSON",), "location": PLACES, "corporation": ("ORG",), "product": ("MISC",), "creative-work": ("MISC",)}
