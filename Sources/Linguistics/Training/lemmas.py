"""Base forms without a network: the longest known ending of a word under its tag gives the edit.

`("NNS", b"ies")` says: take three bytes off, put "y" on. `("VBD", b"^met")` is a whole word.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from sentences import Sentence
from features import REPLACEMENTS, fnv1a, lower

LONGEST = 6
SEED = 16  # the hash's seed is this plus the tag's number
_TRANSLATION = str.maketrans(REPLACEMENTS)


@dataclass(frozen=True, order=True)
class Rule:
    """Strip bytes from the end, append others; `keep` says whether the word keeps its capitals."""

    keep: bool
    strip: int
    append: bytes


def _edit(word: bytes, base: bytes) -> tuple[int, bytes]:
    """How many bytes to strip from the word, and what to append, to get the base."""
    common = 0
    while common < min(len(word), len(base)) and word[common] == base[common]:
        common += 1
    return len(word) - common, base[common:]


def rule_for(form: str, lemma: str) -> Rule | None:
    """The edit from form to lemma; None if they have nothing in common worth learning."""
    word, base = form.translate(_TRANSLATION).encode(), lemma.translate(_TRANSLATION).encode()
    keep = base != lower(base)
    rule = Rule(keep, *_edit(word if keep else lower(word), base))
    return rule if rule.strip <= 12 and len(rule.append) <= 12 else None


def keys(form: str) -> list[bytes]:
    """The whole word, then its endings from long to short, then nothing."""
    word = lower(form.translate(_TRANSLATION).encode())
    return [b"^" + word] + [word[-length:] for length in range(min(LONGEST, len(word)), 0, -1)] + [b""]


# One syllable that ends in a single consonant after a single vowel doubles it before "ed" and "ing".
_DOUBLING = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")


def _undouble(stem: str) -> list[str]:
    if len(stem) > 3 and stem.endswith("ck"):
        return [stem[:-1]]  # "panicked"
    return [stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprstlz" else []


def _plain(stem: str) -> list[str]:
    """The stem as a base by itself: not "tap" in "taped", which would have been "tapped"."""
    return [] if _DOUBLING.fullmatch(stem) else [stem]


def candidates(word: str, tag: str) -> list[str]:
    """Base forms that the regular inflection `tag` of English may have come from."""
    if tag in ("VBD", "VBN"):
        if word.endswith("ied"):
            return [word[:-3] + "y", word[:-1]]
        if word.endswith("ed"):
            return [*_plain(word[:-2]), word[:-1], *_undouble(word[:-2])]
    elif tag == "VBG" and word.endswith("ing"):
        return [*_plain(word[:-3]), word[:-3] + "e", *_undouble(word[:-3])]
    elif tag in ("VBZ", "NNS") and word.endswith("s"):
        result = [word[:-1]]
        if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            result.append(word[:-2])
        if word.endswith("ies"):
            result.append(word[:-3] + "y")
        return result
    return []


INFLECTED_TAGS = ("VBD", "VBN", "VBG", "VBZ", "NNS")


def attested_pairs(words: Counter, known: set[tuple[str, str]]):
    """(form, tag, base) of words without gold whose base form stands somewhere in the texts."""
    for word, times in words.items():
        if times < 3 or not (word.isascii() and word.isalpha()):
            continue
        for tag in INFLECTED_TAGS:
            if (word, tag) in known:
                continue
            bases = [base for base in candidates(word, tag) if len(base) > 2]
            best = max(bases, key=lambda base: words[base], default=None)
            if best and words[best] > 2:
                yield word, tag, best


VERB_TAGS = ("VBD", "VBN", "VBG", "VBZ")


def regular_pairs(words: Counter, infinitives: Counter):
    """(form, tag, base) of regular forms of verbs whose base stands where only a base form is due."""
    for word in words:
        for tag in VERB_TAGS:
            bases = [base for base in candidates(word, tag) if len(base) > 2 and base != "not"]
            best = max(bases, key=lambda base: infinitives[base], default=None)
            if best and infinitives[best] > 1:
                yield word, tag, best


LEXICON = Path(__file__).parents[2] / "CResources/Data/lexicon.txt"


def lexicon_verbs():
    """Verbs of one word that event coding looks for."""
    section = ""
    for line in LEXICON.read_text(encoding="utf8").splitlines():
        if line.startswith("["):
            section = line.strip()
        elif section in ("[verbs]", "[speech]") and "|" in line and not line.startswith("#"):
            for words in line.split("|")[1].split(","):
                word = words.split()[0]
                if word.isascii() and word.isalpha() and word.islower() and len(word) > 2:
                    yield word


def inflected_pairs(base: str):
    """(form, tag, base) of the regular forms of a verb, with its last consonant once and twice."""
    stems = [base[:-1]] if base.endswith("e") else [base]
    if not base.endswith("e") and base[-1] in "bdgklmnprstz":
        stems.append(base + ("k" if base.endswith("c") else base[-1]))
    for stem in stems:
        past = stem[:-1] + "ied" if re.search("[^aeiou]y$", stem) else stem + "ed"
        yield past, "VBD", base
        yield past, "VBN", base
        yield stem + "ing", "VBG", base
    yield base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"), "VBZ", base


# Verbs whose past is irregular: base, past, participle where it differs.
IRREGULAR = """
arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, befall befell befallen,
begin began begun, behold beheld, bend bent, beset beset, bet bet, bid bid, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken,
breed bred, bring brought, broadcast broadcast, build built, burn burnt, burst burst, buy bought, cast cast, catch caught,
choose chose chosen, cling clung, come came come, cost cost, creep crept, cut cut, deal dealt, dig dug, do did done,
draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
find found, flee fled, fling flung, fly flew flown, forbid forbade forbidden, foresee foresaw foreseen, foretell foretold, forget forgot forgotten,
forgive forgave forgiven, forsake forsook forsaken, freeze froze frozen, get got gotten, give gave given, go went gone,
grind ground, grow grew grown, hang hung, hear heard, hide hid hidden, hit hit, hold held, hurt hurt, keep kept, kneel knelt,
know knew known, lay laid, lead led, leap leapt, leave left, lend lent, let let, lie lay lain, light lit, lose lost, make made, mean meant, meet met,
mislead misled, mistake mistook mistaken, misunderstand misunderstood, offset offset,
outbid outbid, outdo outdid outdone, outgrow outgrew outgrown, outrun outran outrun, overcome overcame overcome, override overrode overridden, overrun overran overrun,
oversee oversaw overseen, overtake overtook overtaken, overthrow overthrew overthrown, partake partook partaken, pay paid,
plead pled, prove proved proven, put put,
quit quit, read read, rebuild rebuilt, repay repaid, rerun reran rerun, resell resold, reset reset,
retake retook retaken, rethink rethought, rewrite rewrote rewritten, rid rid, ride rode ridden, ring rang rung,
rise rose risen, run ran run, say said, see saw seen, seek sought, sell sold, send sent, set set, shake shook shaken,
shed shed, shine shone, shoot shot, show showed shown, shrink shrank shrunk, shut shut, sing sang sung, sink sank sunk, sit sat,
slay slew slain, sleep slept, slide slid, sling slung, slit slit, speak spoke spoken, speed sped, spend spent, spin spun, spit spat, split split, spread spread,
spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung, strike struck, strive strove striven, string strung,
swear swore sworn, sweep swept, swell swelled swollen, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought,
throw threw thrown, thrust thrust, tread trod trodden, undergo underwent undergone, undermine undermined, understand understood, undertake undertook undertaken,
undo undid undone, unwind unwound, uphold upheld, upset upset, wake woke woken, wear wore worn, weave wove woven, weep wept, win won, wind wound,
withdraw withdrew withdrawn, withhold withheld, withstand withstood, write wrote written
"""
# Where the treebanks differ from what event coding wants, or from themselves.
PREFERRED = {
    ("troops", "NNS"): "troop", ("goods", "NNS"): "good", ("people", "NNS"): "people", ("series", "NNS"): "series",
    ("bases", "NNS"): "base", ("supplies", "NNS"): "supply", ("corpses", "NNS"): "corpse", ("sorties", "NNS"): "sortie",
    ("mullahs", "NNS"): "mullah", ("impasses", "NNS"): "impasse", ("tranches", "NNS"): "tranche",
    ("severed", "VBD"): "sever", ("severed", "VBN"): "sever", ("severing", "VBG"): "sever",
    ("emphasised", "VBD"): "emphasise", ("emphasised", "VBN"): "emphasise", ("emphasising", "VBG"): "emphasise",
    ("talks", "NNS"): "talk", ("i", "PRP"): "I", ("States", "NNP"): "States", ("States", "NNPS"): "States",
    ("Nations", "NNP"): "Nations", ("Nations", "NNPS"): "Nations", ("United", "NNP"): "United",
    ("forces", "NNS"): "force", ("arms", "NNS"): "arms", ("headquarters", "NN"): "headquarters",
}


def irregular_pairs(infinitives: Counter):
    """(form, tag, base) of the irregular verbs, also under the tags that a tagger gives their forms by mistake."""
    for entry in IRREGULAR.replace("\n", " ").split(","):
        base, *forms = entry.split()
        for form in forms:
            yield form, "VBD", base
            yield form, "VBN", base
            # "The army overthrew", taken for a present: "found" and "lay" are verbs of their own.
            if infinitives[form] < 3:
                yield form, "VBP", base
                yield form, "VB", base


@dataclass
class Lemmatizer:
    """Rules by (tag, ending)."""

    rules: dict[tuple[str, bytes], Rule] = field(default_factory=dict)

    @classmethod
    def learn(cls, sentences: list[Sentence], words: Counter, infinitives: Counter) -> "Lemmatizer":
        """Learns from gold lemmas, irregular verbs, and running text: its words and those of them that are verbs' base forms."""
        tokens = Counter()
        for sentence in sentences:
            if sentence.lemmas:
                tokens.update(zip(sentence.forms, sentence.xpos, sentence.lemmas))
        known = {(form.lower(), tag) for form, tag, _ in tokens}
        for word, tag, base in attested_pairs(words, known):
            tokens[word, tag, base] += 1
        result = cls._grow(tokens)
        irregular = list(irregular_pairs(infinitives))
        known = {word for word, _, _ in irregular}
        verbs = {word for word, times in infinitives.items() if times > 4} | set(lexicon_verbs())
        for base in lexicon_verbs():
            for word, tag, _ in inflected_pairs(base):
                # "tapped" is of "tap", and "axes" of "axe" as well as of "ax".
                if word not in known and result.lemma(word, tag) not in verbs:
                    result._learn_word(word, tag, base)
        for word, tag, base in regular_pairs(words, infinitives):
            # Seldom seen, it only corrects what is no word at all.
            if word not in known and (infinitives[base] > 4 or words[result.lemma(word, tag)] < 3):
                result._learn_word(word, tag, base)
        for word, tag, base in irregular:
            result._learn_word(word, tag, base)
        for (form, tag), lemma in PREFERRED.items():
            word = form.encode()
            keep = form != form.lower()
            result.rules[tag, b"^" + lower(word)] = Rule(keep, *_edit(word, lemma.encode()))
        return result

    def _learn_word(self, word: str, tag: str, base: str) -> None:
        if self.lemma(word, tag) != base:
            self.rules[tag, b"^" + word.encode()] = Rule(False, *_edit(word.encode(), base.encode()))

    @classmethod
    def _grow(cls, tokens: Counter) -> "Lemmatizer":
        tallies: dict[tuple[str, bytes], Counter] = defaultdict(Counter)
        for (form, tag, lemma), times in tokens.items():
            rule = rule_for(form, lemma)
            if rule is None or "_" in (lemma, tag):
                continue
            for key in keys(form):
                tallies[tag, key][rule] += times if key[:1] == b"^" else min(times, 3)
        result = cls()
        for tag, key in sorted(tallies, key=lambda item: (item[1][:1] == b"^", len(item[1]), item)):
            rule, times = max(tallies[tag, key].items(), key=lambda item: (item[1], item[0]))
            whole = key[:1] == b"^"
            if key and rule == result._find(tag, key[1:], whole):
                continue
            if whole or not key or times > 4 and times * 4 > 3 * tallies[tag, key].total():
                result.rules[tag, key] = rule
        return result

    def _find(self, tag: str, key: bytes, all_endings: bool) -> Rule | None:
        for length in range(LONGEST if all_endings else len(key), -1, -1):
            rule = self.rules.get((tag, key[max(0, len(key) - length) :]))
            if rule is not None:
                return rule
        return None

    def lemma(self, form: str, tag: str) -> str:
        word = form.translate(_TRANSLATION).encode()
        for key in keys(form):
            rule = self.rules.get((tag, key))
            if rule is not None and rule.strip <= len(word):
                word = word if rule.keep else lower(word)
                return (word[: len(word) - rule.strip] + rule.append).decode("utf8", "replace")
        return lower(word).decode("utf8", "replace")

    def hashed(self, tags: list[str]) -> tuple[dict[int, int], list[Rule]]:
        """Rule numbers by hash of tag and ending, and the rules."""
        inventory = sorted(set(self.rules.values()))
        number = {rule: index for index, rule in enumerate(inventory)}
        index = {
            fnv1a(key, SEED + tags.index(tag)): number[rule] for (tag, key), rule in self.rules.items() if tag in tags
        }
        return index, inventory
