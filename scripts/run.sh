#!/bin/sh
# Opens the workstation on an article: run.sh FILE. With no screen, does the whole job off-screen, into out/.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    exec .venv/bin/python -m factcheck "$1"
fi
echo "There is no screen here; the window works off-screen and writes its results to out/."
exec .venv/bin/python -m factcheck --unattended out "$1"
