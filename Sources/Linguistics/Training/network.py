"""The network: summed embeddings, gated dilated convolutions, and a head for each question."""

import torch
from torch import nn
from torch.nn import functional as F

from features import KIND_COUNT

DILATIONS = (1, 2, 4, 1, 2, 4)
# Distances from dependent to head fall into buckets: exact up to four, then coarser, each side apart.
DISTANCE_EDGES = (1, 2, 3, 4, 5, 7, 10, 15, 23)
ROOT_BUCKET = 2 * len(DISTANCE_EDGES)
BUCKETS = ROOT_BUCKET + 1


def distance_buckets(length: int) -> torch.Tensor:
    """Bucket of every (dependent, head) pair of a sentence whose position 0 is the root."""
    position = torch.arange(length)
    offset = position[None, :] - position[:, None]
    edges = torch.tensor(DISTANCE_EDGES)
    near = (torch.bucketize(offset.abs(), edges, right=True) - 1).clamp(min=0)
    bucket = torch.where(offset > 0, near + len(DISTANCE_EDGES), near)
    bucket[:, 0] = ROOT_BUCKET
    return bucket


class Block(nn.Module):
    """x + a ⊙ σ(b), where (a, b) is a convolution of width three over the neighbours `dilation` away; then a layer norm."""

    def __init__(self, width: int, dilation: int, dropout: float):
        super().__init__()
        self.dilation, self.dropout = dilation, dropout
        self.taps = nn.Linear(3 * width, 2 * width)
        self.norm = nn.LayerNorm(width)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        reach, length = self.dilation, x.size(1)
        padded = F.pad(x * mask, (0, 0, reach, reach))
        window = torch.cat([padded[:, tap * reach : tap * reach + length] for tap in range(3)], dim=2)
        gated = F.glu(self.taps(window), dim=2)
        return self.norm(x + F.dropout(gated, self.dropout, self.training))


class Heads(nn.Module):
    """What stands on a token's state: tags, names, arcs and relations. Position 0 of every sentence is the root."""

    def __init__(self, xpos: int, upos: int, relations: int, labels: int, width: int, arc: int, relation: int, dropout: float):
        super().__init__()
        self.dropout = dropout
        self.xpos, self.upos = nn.Linear(width, xpos), nn.Linear(width, upos)
        self.names = nn.Linear(width, labels)
        self.arc_dependent, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.arc_distance, self.arc_bias = nn.Linear(width, BUCKETS), nn.Linear(width, 1, bias=False)
        self.relation_dependent, self.relation_head = nn.Linear(width, relation), nn.Linear(width, relation)
        self.relation_score = nn.Linear(3 * relation, relations)

    def score(self, states: torch.Tensor, mask: torch.Tensor):
        """Logits of tags, names and arcs, and the two sides of the relation scorer."""
        x = F.dropout(states, self.dropout, self.training)
        hidden = lambda layer: F.dropout(F.leaky_relu(layer(x), 0.1), self.dropout, self.training)
        arcs = hidden(self.arc_dependent) @ hidden(self.arc_head).transpose(1, 2)
        arcs = arcs * self.arc_head.out_features**-0.5 + self.arc_bias(x).transpose(1, 2)
        buckets = distance_buckets(x.size(1)).expand(x.size(0), -1, -1)
        arcs = arcs + torch.gather(self.arc_distance(x), 2, buckets)
        arcs = arcs.masked_fill(mask.transpose(1, 2) == 0, -1e9)
        sides = hidden(self.relation_dependent), hidden(self.relation_head)
        return self.xpos(x), self.upos(x), self.names(x), arcs, sides

    def relations(self, sides, heads: torch.Tensor) -> torch.Tensor:
        """Relation logits of every token to the head it is given."""
        dependent, head = sides
        head = torch.gather(head, 1, heads.unsqueeze(2).expand(-1, -1, head.size(2)))
        return self.relation_score(torch.cat([dependent, head, dependent * head], dim=2))


class SyntaxNetwork(Heads):
    """The small network that is shipped."""

    def __init__(self, rows: int, xpos: int, upos: int, relations: int, labels: int, width: int = 128, arc: int = 96,
                 relation: int = 64, dropout: float = 0.3, block_dropout: float = 0.2):
        super().__init__(xpos, upos, relations, labels, width, arc, relation, dropout)
        self.embedding = nn.Embedding(rows, width)
        nn.init.normal_(self.embedding.weight, 0, 0.1)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.norm = nn.LayerNorm(width)
        self.blocks = nn.ModuleList(Block(width, dilation, block_dropout) for dilation in DILATIONS)

    def encode(self, rows: torch.Tensor, mask: torch.Tensor, drop_form: torch.Tensor | None = None) -> torch.Tensor:
        """The last block's output; forms where `drop_form` is set are unknown."""
        if drop_form is not None:
            rows = torch.cat([rows[:, :, :1] * ~drop_form.unsqueeze(2), rows[:, :, 1:]], dim=2)
        batch, length, _ = rows.shape
        summed = F.embedding_bag(rows.reshape(-1, KIND_COUNT), self.embedding.weight, mode="sum")
        x = torch.cat([self.root.expand(batch, 1, -1), summed.view(batch, length, -1)], dim=1)
        x = F.dropout(self.norm(x), self.dropout * 0.8, self.training)
        for block in self.blocks:
            x = block(x, mask)
        return x

    def forward(self, batch, drop_form: torch.Tensor | None = None):
        return self.score(self.encode(batch.rows, batch.mask, drop_form), batch.mask)
