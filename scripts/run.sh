#!/bin/sh
# Opens the workstation on an article: run.sh FILE. With no screen, does the whole job off-screen, into out/.
set -eu
cd "$(dirname "$0")/.."
# A DISPLAY may be left over from another session, so the screen itself is asked.
if .venv/bin/python -c 'import sys; from factcheck.ui.screen import has_screen; sys.exit(not has_screen())'; then
    exec .venv/bin/python -m factcheck "$1"
fi
echo "There is no screen here; the window works off-screen and writes its results to out/."
exec .venv/bin/python -m factcheck --unattended out "$1"
