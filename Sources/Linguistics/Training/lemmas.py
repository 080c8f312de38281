"""Base forms without a network: the longest known ending of a word under its tag gives the edit.

`("NNS", b"ies")` says: take three bytes off, put "y" on. `("VBD", b"^met")` is a whole word.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

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


def _undouble(stem: str) -> list[str]:
    return [stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprtlz" else []


def candidates(word: str, tag: str) -> list[str]:
    """Base forms that the regular inflection `tag` of English may have come from."""
    if tag in ("VBD", "VBN"):
        if word.endswith("ied"):
            return [word[:-3] + "y"]
        if word.endswith("ed"):
            return [word[:-2], word[:-1], *_undouble(word[:-2])]
    elif tag == "VBG" and word.endswith("ing"):
        return [word[:-3], word[:-3] + "e", *_undouble(word[:-3])]
    elif tag in ("VBZ", "NNS") and word.endswith("s"):
        result = [word[:-1]]
        if word.endswith("es"):
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


# Verbs whose past is irregular: base, past, participle where it differs.
IRREGULAR = """
arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, befall befell befallen,
begin began begun, bend bent, bet bet, bid bid, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken,
breed bred, bring brought, broadcast broadcast, build built, burst burst, buy bought, cast cast, catch caught,
choose chose chosen, cling clung, come came come, cost cost, creep crept, cut cut, deal dealt, dig dug, do did done,
draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
find found, flee fled, fling flung, fly flew flown, forbid forbade forbidden, foresee foresaw foreseen, forget forgot forgotten,
forgive forgave forgiven, forsake forsook forsaken, freeze froze frozen, get got gotten, give gave given, go went gone,
grind ground, grow grew grown, hang hung, hear heard, hide hid hidden, hit hit, hold held, hurt hurt, keep kept, kneel knelt,
know knew known, lay laid, lead led, leave left, lend lent, let let, light lit, lose lost, make made, mean meant, meet met,
mislead misled, mistake mistook mistaken, offset offset, outbid outbid, overcome overcame overcome, override overrode overridden,
oversee oversaw overseen, overtake overtook overtaken, overthrow overthrew overthrown, pay paid, prove proved proven, put put,
quit quit, read read, rebuild rebuilt, repay repaid, resell resold, rethink rethought, rid rid, ride rode ridden, ring rang rung,
rise rose risen, run ran run, say said, see saw seen, seek sought, sell sold, send sent, set set, shake shook shaken,
shed shed, shine shone, shoot shot, show showed shown, shrink shrank shrunk, shut shut, sing sang sung, sink sank sunk, sit sat,
slay slew slain, sleep slept, slide slid, speak spoke spoken, speed sped, spend spent, spin spun, split split, spread spread,
spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung, strike struck, strive strove striven, string strung,
swear swore sworn, sweep swept, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought,
throw threw thrown, thrust thrust, undergo underwent undergone, undermine undermined, understand understood, undertake undertook undertaken,
undo undid undone, uphold upheld, upset upset, wake woke woken, wear wore worn, weave wove woven, win won, wind wound,
withdraw withdrew withdrawn, withhold withheld, withstand withstood, write wrote written
"""
# Where the treebanks differ from what event coding wants, or from themselves.
PREFERRED = {
    ("troops", "NNS"): "troop", ("goods", "NNS"): "good", ("people", "NNS"): "people", ("series", "NNS"): "series",
    ("talks", "NNS"): "talk", ("i", "PRP"): "I", ("States", "NNP"): "States", ("States", "NNPS"): "States",
    ("Nations", "NNP"): "Nations", ("Nations", "NNPS"): "Nations", ("United", "NNP"): "United",
    ("forces", "NNS"): "force", ("arms", "NNS"): "arms", ("headquarters", "NN"): "headquarters",
}


def irregular_pairs():
    """(form, tag, base) of the irregular verbs."""
    for entry in IRREGULAR.replace("\n", " ").split(","):
        base, past, *participle = entry.split()
        yield past, "VBD", base
        yield (participle or [past])[0], "VBN", base


@dataclass
class Lemmatizer:
    """Rules by (tag, ending)."""

    rules: dict[tuple[str, bytes], Rule] = field(default_factory=dict)

    @classmethod
    def learn(cls, sentences: list[Sentence], words: Counter) -> "Lemmatizer":
        """Learns from gold lemmas, irregular verbs, and `words` (lower-case forms of running text)."""
        tokens = Counter()
        for sentence in sentences:
            if sentence.lemmas:
                tokens.update(zip(sentence.forms, sentence.xpos, sentence.lemmas))
        known = {(form.lower(), tag) for form, tag, _ in tokens}
        for word, tag, base in attested_pairs(words, known):
            tokens[word, tag, base] += 1
        result = cls._grow(tokens)
        for word, tag, base in irregular_pairs():
            result.rules[tag, b"^" + word.encode()] = Rule(False, *_edit(word.encode(), base.encode()))
        for (form, tag), lemma in PREFERRED.items():
            word = form.encode()
            keep = form != form.lower()
            result.rules[tag, b"^" + lower(word)] = Rule(keep, *_edit(word, lemma.encode()))
        return result

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
