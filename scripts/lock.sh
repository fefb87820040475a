#!/bin/sh
# Writes the locks in requirements/ from pyproject.toml: lock.sh [--upgrade]. Pins move only where they must, or with --upgrade.
set -eu
cd "$(dirname "$0")/.."

# No index address, no paths, no dates: the same locks come out on every machine.
compile() {
    lock=$1
    shift
    .venv/bin/python -m uv pip compile -q pyproject.toml "$@" --output-file "requirements/$lock.txt" \
        --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header >/dev/null
}

compile runtime "$@"
# what is added for development and packaging never moves what the program runs on
compile dev --group dev --constraint requirements/runtime.txt "$@"
compile package --group package --constraint requirements/runtime.txt "$@"
.venv/bin/python -m uv pip compile -q --group install --output-file requirements/uv.txt \
    --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header "$@" >/dev/null
