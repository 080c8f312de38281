"""One kind of sentence for every corpus; what a corpus does not annotate stays None."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Sentence:
    forms: list[str]
    source: str
    upos: list[str] | None = None
    xpos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    masks: list[int] | None = None
    identifier: str = ""
    misc: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.forms)


def read_conllu(path: Path, source: str) -> list[Sentence]:
    """Sentences with a whole tree; multiword ranges and empty nodes are left out."""
    sentences, rows, identifier = [], [], ""
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith("# sent_id = "):
            identifier = line[12:]
        elif line and line[0] != "#":
            fields = line.split("\t")
            if fields[0].isdigit() and fields[6] != "_":
                rows.append(fields)
        elif not line and rows:
            columns = list(zip(*rows))
            heads = [int(head) for head in columns[6]]
            if 0 in heads and max(heads) <= len(heads):
                sentences.append(
                    Sentence(
                        list(columns[1]), source, upos=list(columns[3]), xpos=list(columns[4]), lemmas=list(columns[2]),
                        heads=heads, relations=list(columns[7]), identifier=identifier, misc=list(columns[9]),
                    )
                )
            rows = []
    return sentences


def is_tree(heads: list[int]) -> bool:
    """Whether the heads have one root and no cycle."""
    if heads.count(0) != 1:
        return False
    for node in range(1, len(heads) + 1):
        seen = set()
        while node and node not in seen:
            seen.add(node)
            node = heads[node - 1]
        if node:
            return False
    return True


def capitalised(form: str) -> bool:
    return form[:1].isupper()
