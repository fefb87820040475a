#!/bin/sh
# Installs the system libraries that Qt and WeasyPrint load, where they are missing; quick when none is.
# Names of further packages may follow. With --list it prints the names, one a line.
set -eu

# In this order: Qt on every platform, Qt on an X screen, Qt on Wayland, WeasyPrint, and the font that
# stands in wherever the system has none. The Debian package asks for the same.
packages="
libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0
libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libx11-xcb1
libwayland-cursor0 libwayland-egl1
libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0
fonts-dejavu-core
"

is_installed() {
    # newer releases of Debian and Ubuntu name some libraries with t64 behind
    dpkg-query -W -f '${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null | grep -qx installed
}

if [ "${1:-}" = --list ]; then
    printf '%s\n' $packages
    exit 0
fi
if [ "$(uname -s)" = Darwin ]; then
    command -v brew >/dev/null && brew list pango >/dev/null 2>&1 ||
        echo "PDF reports need Pango: install it with 'brew install pango'." >&2
    exit 0
fi
if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian system, so no system libraries were installed. If the window" \
        "does not open, docs/dependencies.md names the libraries it needs." >&2
    exit 0
fi

missing=
for package in $packages "$@"; do
    is_installed "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null; then
    as_root=sudo
else
    echo "Some system libraries are missing, and installing them needs root or sudo." \
        "Please have these packages installed, then try again:$missing" >&2
    exit 1
fi

echo "Installing system libraries:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# sudo may ask for a password on the terminal; what apt says is kept for when it fails
if ! { $as_root apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing
} >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The system libraries could not be installed; the lines above say why." \
        "Please have these packages installed, then try again:$missing" >&2
    exit 1
fi
