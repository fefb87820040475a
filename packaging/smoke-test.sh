#!/bin/sh
# Installs the package in a clean Debian and uses it there: smoke-test.sh [PACKAGE]. Needs root; leaves what it saw in dist/smoke/.
set -eu
cd "$(dirname "$0")/.."
if [ "$(id -u)" -ne 0 ]; then
    echo "A clean system can only be set up by root: sudo make smoke-test" >&2
    exit 1
fi
if [ "${1:-}" != --inside ]; then
    # in namespaces of its own, which take every mount and process with them, however this ends
    root=$(mktemp -d)
    chmod 755 "$root"
    trap 'rm -rf --one-file-system "$root"' EXIT
    unshare --mount --pid --fork --kill-child packaging/smoke-test.sh --inside "$root" "$@"
    exit
fi
root=$2
shift 2

package=${1:-$(ls -t dist/factcheck_*.deb | head -n 1)}
command -v debootstrap >/dev/null || { apt-get update -qq && apt-get install -qq -y --no-install-recommends debootstrap; }

# the release and the mirror that this machine uses itself
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(SITE) $(REPO_URI)' "Codename: $release" 'Component: main' 'Created-By: Packages' |
    awk '{ print $2; exit }')

echo "Setting up a clean $release"
debootstrap --variant=minbase "$release" "$root" "$mirror" >"$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; exit 1; }
rm -f "$root.log"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
cp "$package" "$root/tmp/factcheck.deb"
cp packaging/smoke-walk.sh "$root/tmp/"

inside() {
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}
install() {
    inside apt-get install -qq -y --no-install-recommends "$@" >"$root/tmp/apt.log" 2>&1 ||
        { tail -n 20 "$root/tmp/apt.log" >&2; exit 1; }
}

echo "Installing $package"
inside apt-get update -qq
install /tmp/factcheck.deb
inside useradd --create-home checker
# before any tool of the test is there, which might bring a library that the package forgot
inside su - checker -c 'sh /tmp/smoke-walk.sh without-screen'
missing=$(inside sh -c 'find /usr/lib/factcheck -name "libqxcb.so" -exec ldd {} +' | grep 'not found' || true)
[ -z "$missing" ] || { echo "The package does not ask for: $missing" >&2; exit 1; }

install xvfb xauth xdotool openbox imagemagick shared-mime-info desktop-file-utils libglib2.0-bin
inside desktop-file-validate /usr/share/applications/factcheck.desktop
walked=0
inside su - checker -c 'sh /tmp/smoke-walk.sh on-screen' || walked=$?
rm -rf dist/smoke
cp -r "$root/home/checker/smoke" dist/smoke
[ "$walked" -eq 0 ] || exit 1

inside apt-get purge -qq -y factcheck >/dev/null 2>&1
left=$(inside sh -c 'ls -d /usr/lib/factcheck /usr/bin/factcheck 2>/dev/null' || true)
[ -z "$left" ] || { echo "Removing the package left $left" >&2; exit 1; }
echo "The package works in a clean $release; reports and a picture of the window are in dist/smoke/"
