#!/bin/sh
# What a person does first with the installed program: smoke-walk.sh without-screen|on-screen. Any step that fails ends it.
set -eu
export LANG=C.UTF-8
folder=$HOME/smoke
mkdir -p "$folder"
cd "$folder"
article=/usr/lib/factcheck/_internal/factcheck/resources/samples/harbour-bridge.txt
title="Harbour bridge to close"
casebook=$folder/desk.casebook

fail() {
    echo "Smoke test: $1" >&2
    [ -z "${DISPLAY:-}" ] || import -window root failed.png
    [ ! -s window.log ] || cat window.log >&2
    exit 1
}
holds() { grep -qi "$2" "$1" || fail "$1 does not hold $2"; }
# wait_for SECONDS COMMAND…: until the command succeeds
wait_for() {
    seconds=$1
    shift
    while ! "$@" >/dev/null 2>&1; do
        [ "$seconds" -gt 0 ] || fail "waited in vain for: $*"
        seconds=$((seconds - 1))
        sleep 1
    done
}

without_screen() {
    factcheck --version
    factcheck check "$article" --casebook command.casebook --by Smoke --report command.html --report command.pdf ||
        [ $? -eq 1 ] || fail "check did not work"
    factcheck verdict harbour-bridge.txt 1 contradicted --note "as the smoke test has it" --casebook command.casebook --by Smoke
    factcheck report harbour-bridge.txt command.html command.pdf command.csv command.json --casebook command.casebook
    holds command.html "as the smoke test has it"
    holds command.csv contradicted
    head -c 5 command.pdf | grep -q '%PDF-' || fail "command.pdf is no PDF"
    factcheck --unattended unattended "$article"
    for made in report.html report.pdf window.png; do
        [ -s "unattended/$made" ] || fail "the window off-screen made no $made"
    done
}

listed() { factcheck list harbour-bridge.txt --json --casebook "$casebook"; }
has_claims() { listed | grep -q '"state": "open"'; }
has_verdict() { listed | grep -q '"state": "verified"'; }

on_screen() {
    Xvfb :77 -screen 0 1440x900x24 >/dev/null 2>&1 &
    export DISPLAY=:77
    wait_for 10 xdotool getdisplaygeometry
    openbox >/dev/null 2>&1 &
    factcheck --casebook "$casebook" "$article" >window.log 2>&1 &
    program=$!
    wait_for 30 xdotool search --onlyvisible --name "$title"
    wait_for 60 has_claims
    xdotool search --onlyvisible --name "$title" windowactivate --sync
    xdotool key j
    sleep 1
    xdotool key v
    wait_for 10 has_verdict
    import -window root window.png
    xdotool key ctrl+q
    wait_for 20 sh -c "! kill -0 $program"
    wait "$program" || fail "the window ended with status $?; window.log says why"
    [ ! -s window.log ] || fail "the window complained: $(cat window.log)"
    factcheck report harbour-bridge.txt window.html window.pdf --casebook "$casebook"
    holds window.html verified
    [ "$(gio info -a standard::content-type "$casebook" | sed -n 's/.*content-type: //p')" = application/x-factcheck-casebook ] ||
        fail "the system does not know what a casebook is"
}

case $1 in
    without-screen) without_screen ;;
    on-screen) on_screen ;;
esac
