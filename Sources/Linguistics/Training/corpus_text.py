"""Running text without annotation: the words of the Wikinews dump."""

import html
import re
from collections import Counter
from pathlib import Path

_DOCUMENT = re.compile(r'<doc id="(\d+)"[^>]*title="([^"]*)"[^>]*>(.*?)</doc>', re.S)


def articles(folder: Path):
    """(title, text) of each article but those on the exclusion lists; sources and markup are left out."""
    excluded = set()
    for name in ("EXCLUDE_gum_titles.txt", "EXCLUDE_meantime_ids.txt"):
        excluded |= {line.strip() for line in (folder / name).read_text(encoding="utf8").splitlines()}
    for path in sorted(folder.glob("AA/*")):
        for identifier, title, body in _DOCUMENT.findall(path.read_text(encoding="utf8")):
            if identifier in excluded or title in excluded:
                continue
            body = html.unescape(html.unescape(body.split("<h2>Sources</h2>")[0]))
            yield title, re.sub(r"<[^>]+>", "", body)


def word_counts(folder: Path) -> Counter:
    """How often each lower-case word occurs."""
    words = Counter()
    for _, text in articles(folder):
        words.update(re.findall(r"[a-z]+", text.lower()))
    return words
