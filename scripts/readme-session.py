#!/usr/bin/env python3
"""Plays the session in README.md against a private newsd with the demo's articles, and writes down what it really printed.

Between the lines "<!-- session -->" and "<!-- end of session -->" every line that begins with "    $ " is run and what it prints
is put below it. With --check nothing is written: what differs is shown, and the exit status is 1.
usage: scripts/readme-session.py [--check] FOLDER-OF-PROGRAMS      (or make readme)
"""
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile
import time

START, END, PROMPT = "<!-- session -->\n", "<!-- end of session -->\n", "    $ "
programs = pathlib.Path(sys.argv[-1]).resolve()
repository = pathlib.Path(__file__).resolve().parent.parent
readme = repository / "README.md"


def play(lines, folder):
    """The lines with what each command printed."""
    environment = dict(os.environ, PATH=f"{programs}:{os.environ['PATH']}", COLUMNS="100", NEWSD_SOCKET=f"{folder}/newsd.sock")
    played = []
    for line in lines:
        if not line.startswith(PROMPT):
            continue
        played.append(line)
        command = line[len(PROMPT) :].replace("/var/spool/newsd", f"{folder}/spool")
        if command.startswith("newsq ") and "|" not in command and " -o " not in command:
            command = command.rstrip("\n") + " -o table"
        result = subprocess.run(command, shell=True, env=environment, cwd=repository, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        played += [("    " + text).rstrip() + "\n" for text in result.stdout.replace(folder, "").splitlines()]
        played.append("\n")
    return played


def main():
    text = readme.read_text().splitlines(keepends=True)
    first, last = text.index(START) + 1, text.index(END)
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["serve", "--config", "/dev/null", "--spool", f"{folder}/spool", "--state", f"{folder}/state"]
        daemon = subprocess.Popen([programs / "newsd", *arguments, "--socket", f"{folder}/newsd.sock"], stderr=subprocess.DEVNULL)
        try:
            while not os.path.exists(f"{folder}/newsd.sock") and daemon.poll() is None:
                time.sleep(0.05)
            played = play(text[first:last], folder)
        finally:
            daemon.terminate()
            daemon.wait()
    new = text[:first] + ["\n"] + played + text[last:]
    if "--check" not in sys.argv:
        readme.write_text("".join(new))
    elif new != text:
        sys.exit("".join(difflib.unified_diff(text, new, "README.md", "what was printed")))


if __name__ == "__main__":
    main()
