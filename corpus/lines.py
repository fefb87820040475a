"""Turns an annotator's lines into offsets: ``python -m corpus.lines ARTICLE LINES OUT.json``.

A line is ``kind[,other kind] priority [unchecked] | the words [#n]``: the words as they stand in the text, with ``#2``
behind them where the second place is meant and ``\\n`` in them where a line ends. ``unchecked`` marks a judgement that
cannot be checked. Empty lines and lines that begin with ``//`` are passed over.
"""

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

from corpus.texts import text_of
from factcheck.model.claim import ClaimKind, Priority

_NTH = re.compile(r"\s#(\d+)$")


def annotation(article: str, text: str, lines: list[str]) -> dict[str, Any]:
    """The annotation of an article as it is kept; ValueError names the line that does not fit the text."""
    claims = []
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("//"):
            try:
                claims.append(_claim(line, text))
            except ValueError as error:
                raise ValueError(f"line {number}: {error}: {line}") from None
    claims.sort(key=lambda claim: (claim["start"], -claim["end"]))
    return {
        "article": article,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "claims": claims,
    }


def _claim(line: str, text: str) -> dict[str, Any]:
    head, bar, words = line.partition("|")
    if not bar:
        raise ValueError("no | between marks and words")
    kinds_text, priority, *rest = head.split()
    kinds = [ClaimKind(kind).value for kind in kinds_text.split(",")]
    nth = 1
    words = words.strip().replace("\\n", "\n")
    if match := _NTH.search(words):
        nth, words = int(match.group(1)), words[: match.start()].rstrip()
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0 or not words:
            raise ValueError("these words are not in the text so often")
    return {
        "start": start,
        "end": start + len(words),
        "kinds": kinds,
        "priority": Priority(priority).value,
        "checkable": rest != ["unchecked"],
    }


def main(arguments: list[str]) -> int:
    """Write one annotation; 1 with the reason where a line does not fit."""
    article, lines, out = arguments
    try:
        kept = annotation(article, text_of(article), Path(lines).read_text("utf-8").splitlines())
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    Path(out).write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    print(f"{len(kept['claims'])} claims in {article}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
