#!/bin/sh
# Makes an environment hold what one lock lists: environment.sh runtime|dev|package [FOLDER]. Quick when it does.
set -eu
cd "$(dirname "$0")/.."
level=$1
home=${2:-.venv}
python=${PYTHON:-python3}

# One number for all locks: a change in any of them brings the environment up to date.
locks=$(cat requirements/*.txt | cksum)
stamp=$home/installed
if "$home/bin/python" -c '' 2>/dev/null; then
    # what was installed for development also runs the program, and stays
    case $(cat "$stamp" 2>/dev/null) in
        "$level $locks" | "dev $locks") exit 0 ;;
        dev\ *) level=dev ;;
    esac
else
    if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'; then
        echo "This program needs Python 3.11, 3.12 or 3.13. Name one like this: make run PYTHON=python3.12" >&2
        exit 1
    fi
    if ! "$python" -m venv --clear "$home"; then
        echo "Python could not make an environment; on Debian, install python3-venv and python3-pip." >&2
        exit 1
    fi
fi

echo "Installing Python packages ($level)"
rm -f "$stamp"
# Wheels only: nothing is built, so no package runs its own code here, and no compiler is needed.
wheels="--require-hashes --only-binary :all:"
export PIP_DISABLE_PIP_VERSION_CHECK=1
if "$home/bin/python" -m pip install -q $wheels -r requirements/uv.txt; then
    # uv does not read pip's settings: hand it the package index that pip would ask
    index=${UV_DEFAULT_INDEX:-${PIP_INDEX_URL:-$("$home/bin/python" -m pip config get global.index-url 2>/dev/null || true)}}
    [ -z "$index" ] || export UV_DEFAULT_INDEX="$index"
    "$home/bin/python" -m uv pip sync -q --python "$home/bin/python" --compile-bytecode $wheels "requirements/$level.txt"
else
    echo "uv is not to be had here; pip does the same, slower." >&2
    "$home/bin/python" -m pip install -q $wheels -r "requirements/$level.txt"
fi
echo "$level $locks" >"$stamp"
