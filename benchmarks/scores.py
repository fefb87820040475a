"""Scores of claim detection on the shared articles, by the shared scorer."""

import contextlib
import io
import json
import runpy
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.texts import DATA, TOOLS

ARTICLES = ("seed-xi-putin-2022", "wmf-turkey-2020", "wn-homeopathy-trial-2009", "wn-ie6-2011")


def scores() -> str:
    """The scorer's table, or a sentence where the shared data is missing."""
    from factcheck import workflow

    scorer = TOOLS / "score_claims.py"
    if not scorer.exists():
        return "The shared articles are not here, so nothing was scored."
    detector = workflow.in_this_process()
    arguments = [str(scorer)]
    with TemporaryDirectory() as folder:
        for slug in ARTICLES:
            gold = DATA / "articles" / f"{slug}.gold.json"
            from datetime import date

            day = date.fromisoformat(json.loads(gold.read_text("utf-8"))["published"])
            found = workflow.detect_file(DATA / "articles" / f"{slug}.txt", day, detector)
            out = Path(folder) / f"{slug}.json"
            out.write_text(json.dumps(found), "utf-8")
            arguments += [str(gold), str(out)]
        printed = io.StringIO()
        before, sys.argv = sys.argv, arguments
        try:
            with contextlib.redirect_stdout(printed):
                runpy.run_path(str(scorer), run_name="__main__")
        finally:
            sys.argv = before
    return printed.getvalue().rstrip()
