#!/usr/bin/env python3
"""Has hostile files read and prints what became of each, the processor's time and the memory that took.

    swift build -c release --product newsbench
    scripts/hostile-files.py [path of newsbench]
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NEWSBENCH = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, ".build/release/newsbench")
MIB = 1 << 20
STORY = b"The president of the republic met the prime minister in the capital on Monday, officials said. "
ENTITIES = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))


def bomb(mib):
    return gzip.compress(b"\0" * (mib * MIB))


FILES = {
    "nothing (the program's start)": lambda: STORY,
    "HTML, 100,000 <div> deep": lambda: b"<html>" + b"<div>" * 100_000 + STORY,
    "HTML, 8 MiB of <p>": lambda: b"<html>" + b"<p>" * (8 * MIB // 3 - 10),
    "HTML, 8 MiB of unclosed <a href>": lambda: b"<html>" + b"<a href=x>" * (8 * MIB // 10 - 10),
    "HTML, 8 MiB of short paragraphs": lambda: b"<html>" + b"<p>word word word.</p>" * (8 * MIB // 21 - 10),
    "HTML, 1 tag of 100,000 attributes": lambda: b"<html><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">" + STORY,
    "JSON, 100,000 deep": lambda: b'{"a":' * 100_000,
    "JSON, 64 MiB of one string": lambda: b'{"text":"' + b"word " * (64 * MIB // 5 - 10) + b'"}',
    "JSON lines, 1,000,000 broken": lambda: b'{"text":"x\n' * 1_000_000,
    "XML, entities of entities": lambda: b'<!DOCTYPE rss [<!ENTITY e0 "ha">' + ENTITIES + b"]><rss><item><description>&e9; " + STORY + b"</description></item></rss>",
    "XML, 100,000 deep": lambda: b"<rss><item>" + b"<div>" * 100_000,
    "XML, one item of 64 MiB": lambda: b"<rss><item><description>" + STORY * (64 * MIB // len(STORY) - 10) + b"</description></item></rss>",
    "XML, 64 MiB of <b/>": lambda: b"<rss><item>" + b"<b/>" * (16 * MIB - 10),
    "XML, 64 MiB of &": lambda: b"<rss><item><description>" + b"&" * (64 * MIB - 100),
    "XML, 300,000 empty items": lambda: b"<rss>" + b"<item/>" * 300_000 + b"</rss>",
    "feed of 100,000 articles": lambda: b"<rss>" + b"".join(b"<item><description>%d %s</description></item>" % (n, STORY) for n in range(100_000)) + b"</rss>",
    "mail, 1,000,000 parts": lambda: b"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 1_000_000,
    "mailbox, 64 MiB of separators": lambda: b"From a\nTo: b\nFrom: c\n\n" + b"\nFrom \n" * (64 * MIB // 7 - 10),
    "mailbox, 300,000 empty messages": lambda: b"From a\nTo: b\nFrom: c\n\n" * 300_000,
    "mail, header of 64 MiB": lambda: b"From: a@b.example\nSubject: " + b"=?utf-8?Q?a?= " * (64 * MIB // 14 - 10) + b"\n\n" + STORY,
    "mail, 10 MB of quoted-printable": lambda: b"From: a@b.example\nSubject: x\nContent-Transfer-Encoding: quoted-printable\n\n" + b"=41" * 3_333_333,
    "text, one line of 10 MB": lambda: STORY * (10_000_000 // len(STORY)),
    "text, 64 MiB of newlines": lambda: STORY + b"\n" * (64 * MIB - 200),
    "gzip, 10 MiB of zeros": lambda: bomb(10),
    "gzip, 1 GiB of zeros": lambda: bomb(1024),
    "random bytes, 16 MiB": lambda: os.urandom(16 * MIB),
    "text, every byte of Latin-1": lambda: STORY + bytes(range(32, 256)) * 1000,
}


def main():
    print(f"{'file':<38}{'bytes':>10}{'CPU s':>8}{'MiB':>7}  answer")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "file")
        for name, content in FILES.items():
            # In a process of its own, for a child's memory counts from what its parent had.
            if os.fork() == 0:
                with open(path, "wb") as file:
                    file.write(content())
                os._exit(0)
            os.wait()
            command = [NEWSBENCH, "pages", "--rounds", "1", path]
            run = subprocess.Popen(command, stdout=subprocess.PIPE)
            output = run.stdout.read()
            _, status, usage = os.wait4(run.pid, 0)
            seconds = usage.ru_utime + usage.ru_stime
            if os.WIFSIGNALED(status):
                answer = f"KILLED by signal {os.WTERMSIG(status)}"
            else:
                answer = json.loads(output).get("error", "read")
            print(f"{name:<38}{os.path.getsize(path):>10}{seconds:>8.2f}{usage.ru_maxrss / 1024:>7.0f}  {answer}", flush=True)


if __name__ == "__main__":
    main()
