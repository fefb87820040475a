"""The measures, each run in a fresh process: ``python -m benchmarks.measures NAME`` prints one JSON object."""

import importlib
import json
import sys

MEASURES = {
    "detection": "benchmarks.detection:ours",
    "spacy": "benchmarks.detection:bare",
    "two-cores": "benchmarks.detection:two_cores",
    "spacy-book": "benchmarks.detection:bare_book",
    "liveliness": "benchmarks.liveliness:measure",
    "marking": "benchmarks.marking:measure",
    "opening": "benchmarks.opening:ours",
    "opening-bare": "benchmarks.opening:bare",
    "commit": "benchmarks.commit:measure",
    "revision": "benchmarks.revision:ours",
    "revision-bare": "benchmarks.revision:bare",
    "memory": "benchmarks.memory:ours",
    "memory-bare": "benchmarks.memory:bare",
}


def main(name: str) -> None:
    """Run one measure and print what it found."""
    module, function = MEASURES[name].split(":")
    print(json.dumps(getattr(importlib.import_module(module), function)()))


if __name__ == "__main__":
    main(sys.argv[1])
