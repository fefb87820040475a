#!/bin/sh
# Builds dist/factcheck/ (a folder that runs by itself) and, on Debian, dist/factcheck_VERSION_ARCHITECTURE.deb.
set -eu
cd "$(dirname "$0")/.."
home=build/environment
# PyInstaller reads libraries with objdump and takes Python's own along, which Debian keeps in a package apart
if [ "$(command -v "${PYTHON:-python3}")" = /usr/bin/python3 ]; then
    scripts/system-libraries.sh binutils "$(/usr/bin/python3 -c 'import sys; print("libpython3.%d" % sys.version_info[1])')"
else
    scripts/system-libraries.sh binutils
fi
scripts/environment.sh package "$home"
python=$PWD/$home/bin/python

# files change their hash order otherwise, and the same source would give another package
export PYTHONHASHSEED=0
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

"$python" packaging/render_icons.py build/icons
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller packaging/factcheck.spec
if command -v strip >/dev/null; then
    # symbols for debuggers are a third of it; libraries that auditwheel rewrote are left alone, strip breaks them
    find dist/factcheck -type f \( -name '*.cpython-*.so' -o -name 'libpython*' \) -exec strip --strip-unneeded {} +
fi
# every folder that a licence came in, for those who ask what is inside
"$python" packaging/licences.py dist/factcheck/licences

command -v dpkg-deb >/dev/null || exit 0
version=$("$python" -c 'import factcheck; print(factcheck.__version__)')
architecture=$(dpkg --print-architecture)
root=build/deb
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib" "$root/usr/share/applications" \
    "$root/usr/share/mime/packages" "$root/usr/share/doc/factcheck"
cp -a dist/factcheck "$root/usr/lib/factcheck"
ln -s ../lib/factcheck/factcheck "$root/usr/bin/factcheck"
cp packaging/debian/factcheck.desktop "$root/usr/share/applications/"
cp packaging/debian/factcheck.xml "$root/usr/share/mime/packages/"
cp packaging/debian/copyright "$root/usr/share/doc/factcheck/"
for size in 16 22 24 32 48 64 128 256 512; do
    icons=$root/usr/share/icons/hicolor/${size}x$size
    mkdir -p "$icons/apps" "$icons/mimetypes"
    cp "build/icons/apps/$size.png" "$icons/apps/factcheck.png"
    cp "build/icons/mimetypes/$size.png" "$icons/mimetypes/application-x-factcheck-casebook.png"
done
mkdir -p "$root/usr/share/icons/hicolor/scalable/apps"
cp resources/icons/factcheck.svg "$root/usr/share/icons/hicolor/scalable/apps/"

# the package needs what a checkout needs, under the old name or the new
depends=$(scripts/system-libraries.sh --list | sed -E 's/^(libglib2\.0-0)$/\1 | \1t64/' | paste -sd, | sed 's/,/, /g')
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@DEPENDS@/libc6 (>= 2.36), libstdc++6, zlib1g, $depends/" \
    -e "s/@SIZE@/$(du -sk --exclude DEBIAN "$root" | cut -f1)/" packaging/debian/control.in >"$root/DEBIAN/control"
find "$root" -type d -exec chmod 755 {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "dist/factcheck_${version}_$architecture.deb"
