"""``python -m tests.fuzz``: damages files for some seconds, reads them, and keeps each that broke a promise."""

import argparse
import faulthandler
import hashlib
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType

from tests.fuzz.mutations import damaged
from tests.fuzz.promises import kept
from tests.fuzz.seeds import seeds

LONGEST = 5  # seconds that one small file may take
MOST_MEMORY = 4 * 2**30  # bytes
FOUND = Path("build/fuzz")
_HUNG = 60


class TooSlow(Exception):
    """A file took longer than anybody would wait."""


def main() -> int:
    options = _options()
    formats = options.formats or sorted(seeds())
    status = 0
    for number, name in enumerate(formats):
        seconds = options.seconds / len(formats)
        until = time.monotonic() + seconds
        seed = options.seed + 1000 * number
        while (left := until - time.monotonic()) > 0:
            # a process of its own: a library in C may take it along
            command = [sys.executable, "-m", "tests.fuzz", "--here", name]
            command += ["--seconds", str(left), "--seed", str(seed)]
            done = subprocess.run(command, check=False, timeout=left + _HUNG).returncode
            if done in (0, 1):
                status |= done
                break
            print(f"{name}: the process died ({done}); the last file is kept in {FOUND}")
            status = 1
            (FOUND / "running" / name).rename(FOUND / f"died-{seed}-{name}")
            seed += 1
    return status


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long in all (60)")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="where chance begins")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument(
        "formats", nargs="*", metavar="NAME", help=f"of {' '.join(sorted(seeds()))}"
    )
    return parser.parse_args()


def fuzz(name: str, seconds: float, seed: int) -> int:
    """1 where a file broke a promise within that time, else 0."""
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGALRM, _give_up)
    chance = random.Random(seed)
    whole = seeds()[name]
    outcomes: Counter[str] = Counter()
    broken: dict[str, Path] = {}
    slowest = 0.0
    until = time.monotonic() + seconds
    place = FOUND / "running" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    while time.monotonic() < until:
        data = damaged(whole, chance)
        if not data:
            continue
        place.write_bytes(data)
        start = time.monotonic()
        signal.alarm(LONGEST)
        try:
            outcomes[kept(place)] += 1
        except Exception as fault:  # noqa: BLE001 — which one is what is looked for
            _keep(fault, data, name, broken)
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.monotonic() - start)
    told = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(outcomes.items()))
    print(
        f"{name}: {told}; slowest {slowest:.1f} s; {len(broken)} faults (seed {seed})", flush=True
    )
    return int(bool(broken))


def _keep(fault: Exception, data: bytes, name: str, broken: dict[str, Path]) -> None:
    """Keep the file that showed a fault, and say where, unless it is one that is known."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    key = f"{type(fault).__name__} at {Path(frame.filename).name}:{frame.lineno}"
    if key not in broken:
        digest = hashlib.sha256(data).hexdigest()[:10]
        broken[key] = FOUND / f"{digest}-{name}"
        broken[key].write_bytes(data)
        print(f"{name}: {key}: {str(fault)[:200]} — {broken[key]}", flush=True)


def _give_up(_: int, __: FrameType | None) -> None:
    raise TooSlow


if __name__ == "__main__":
    given = _options()
    if given.here:
        sys.exit(fuzz(given.formats[0], given.seconds, given.seed))
    sys.exit(main())
