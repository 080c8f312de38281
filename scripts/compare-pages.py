#!/usr/bin/env python3
"""Compares newsd's reading of HTML pages with trafilatura's: token F1 of the main text, the day, and the time.

    python3 -m venv venv && venv/bin/pip install trafilatura lxml_html_clean
    swift build -c release --product newsbench
    venv/bin/python scripts/compare-pages.py [--newsbench PATH] [PAGE.html]...

Each PAGE.html has a PAGE.expected beside it: `date: …`, an empty line, and the story's paragraphs. Lines that begin
with "~ " (headings, captions, standfirsts) may be in the text or not: they count neither for nor against anybody.
"""

import argparse
import collections
import glob
import json
import os
import re
import statistics
import subprocess
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def tokens(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def expected(path):
    head, _, body = open(path, encoding="utf-8").read().partition("\n\n")
    lines = body.splitlines()
    neutral = "\n".join(line[2:] for line in lines if line.startswith("~ "))
    story = "\n".join(line for line in lines if not line.startswith("~ "))
    return head.removeprefix("date: ").strip(), tokens(story), tokens(neutral)


def f1(text, story, neutral):
    """Token F1 with the neutral tokens that the story has no use for taken out of the text."""
    found = tokens(text)
    found -= neutral & (found - story)
    common = sum((found & story).values())
    if not common:
        return 0.0
    precision, recall = common / sum(found.values()), common / sum(story.values())
    return 2 * precision * recall / (precision + recall)


def ours(program, pages, rounds):
    run = subprocess.run([program, "pages", "--rounds", str(rounds), *pages], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def theirs(pages, rounds):
    import trafilatura

    results = []
    for page in pages:
        source = open(page, "rb").read()
        text = trafilatura.extract(source, include_comments=False) or ""
        found = trafilatura.bare_extraction(source, with_metadata=True)
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            trafilatura.bare_extraction(source, with_metadata=True, include_comments=False)
            times.append(time.perf_counter() - start)
        results.append({"text": text, "date": found.date if found else None, "seconds": statistics.median(times)})
    return trafilatura.__version__, results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--newsbench", default=os.path.join(ROOT, ".build/release/newsbench"))
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("pages", nargs="*")
    options = parser.parse_args()
    folder = os.path.join(ROOT, "Tests/ArticleReadingTests/Fixtures/sites")
    pages = options.pages or sorted(glob.glob(os.path.join(folder, "*.html")))
    version, other = theirs(pages, options.rounds)
    print(f"{'page':<18}{'newsd F1':>10}{'day':>5}{'ms':>8}   {'trafilatura ' + version:>18} F1{'day':>5}{'ms':>8}")
    sums = collections.Counter()
    for page, a, b in zip(pages, ours(options.newsbench, pages, options.rounds), other):
        date, story, neutral = expected(page.removesuffix(".html") + ".expected")
        row = {"f1a": f1(a["text"], story, neutral), "f1b": f1(b["text"], story, neutral)}
        row["daya"], row["dayb"] = ((x.get("date") or "")[:10] == date[:10] for x in (a, b))
        row["ma"], row["mb"] = a["seconds"] * 1000, b["seconds"] * 1000
        sums.update(row)
        print(
            f"{os.path.basename(page)[:-5]:<18}{row['f1a']:>10.3f}{'yes' if row['daya'] else 'no':>5}{row['ma']:>8.2f}"
            f"   {row['f1b']:>21.3f}{'yes' if row['dayb'] else 'no':>5}{row['mb']:>8.2f}"
        )
    n = len(pages)
    print(
        f"{'mean':<18}{sums['f1a'] / n:>10.3f}{sums['daya']:>3}/{n}{sums['ma'] / n:>7.2f}"
        f"   {sums['f1b'] / n:>21.3f}{sums['dayb']:>3}/{n}{sums['mb'] / n:>7.2f}   {sums['mb'] / sums['ma']:.0f} times as fast"
    )


if __name__ == "__main__":
    main()
