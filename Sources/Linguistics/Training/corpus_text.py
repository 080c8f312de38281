"""Running text without annotation: the Wikinews dump. Run as a program it writes the articles as plain text."""

import argparse
import html
import re
from collections import Counter
from pathlib import Path

_DOCUMENT = re.compile(r'<doc id="(\d+)"[^>]*title="([^"]*)"[^>]*>(.*?)</doc>', re.S)
_MARKUP = re.compile(r"BULLET::::|\{\{|\}\}|__|\||&[a-z]+;|http|[^\x00-\u024F\u2010-\u2026\u20AC]")
_INFINITIVE = re.compile(r"\b(?:to|will|would|can|could|may|might|must|should|did not|didn't) ([a-z]+)")
_LEAST_ARTICLE, _LEAST_PARAGRAPH = 80, 8


def articles(folder: Path):
    """(title, text) of each article but those on the exclusion lists; sources and markup are left out."""
    excluded = set()
    for name in ("EXCLUDE_gum_titles.txt", "EXCLUDE_meantime_ids.txt"):
        excluded |= {line.strip() for line in (folder / name).read_text(encoding="utf8").splitlines()}
    for path in sorted(folder.glob("AA/*")):
        for identifier, title, body in _DOCUMENT.findall(path.read_text(encoding="utf8")):
            title = html.unescape(html.unescape(title))
            if identifier in excluded or title in excluded:
                continue
            body = html.unescape(html.unescape(body.split("<h2>Sources</h2>")[0]))
            yield title, re.sub(r"<[^>]+>", "", body)


def word_counts(folder: Path) -> tuple[Counter, Counter]:
    """How often each lower-case word occurs, and how often where a verb's base form is due: after "to" or "will"."""
    words, infinitives = Counter(), Counter()
    for _, text in articles(folder):
        text = text.lower()
        words.update(re.findall(r"[a-z]+", text))
        infinitives.update(_INFINITIVE.findall(text))
    return words, infinitives


def paragraphs(title: str, text: str) -> list[str]:
    """The title and the paragraphs of running text; none of an article that is hardly one."""
    lines = [line.strip() for line in text.split("\n")[1:]]
    running = [line for line in lines if len(line.split()) >= _LEAST_PARAGRAPH and not _MARKUP.search(line)]
    if "/" in title or sum(len(line.split()) for line in running) < _LEAST_ARTICLE:
        return []
    return [title, *running]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with text/")
    parser.add_argument("--output", type=Path, required=True, help="folder for one text file of each of the dump's files")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    folder, kept, seen = options.data / "text/wikinews_dump_2020", [], set()
    for title, text in articles(folder):
        found = [paragraph for paragraph in paragraphs(title, text) if paragraph not in seen]
        seen.update(found)
        if len(found) > 1:
            kept.append("\n\n".join(found) + "\n")
    for start in range(0, len(kept), 100):
        (options.output / f"{start // 100:03}.txt").write_text("\n".join(kept[start : start + 100]), encoding="utf8")


if __name__ == "__main__":
    main()
