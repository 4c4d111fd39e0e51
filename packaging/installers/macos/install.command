#!/bin/sh
# Installs sd3explorer for whoever runs it, on a Mac with a processor of Apple's: the app and its packages in a folder of
# their own, and sd3explorer.app in Applications of one's own home. Running it again goes on, or updates.
# --uninstall removes all of it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
prefix=${SD3EXPLORER_PREFIX:-$HOME/Library/Application Support/sd3explorer-app}
app=${SD3EXPLORER_APP:-$HOME/Applications/sd3explorer.app}

fail() {
    echo "sd3explorer: $1" >&2
    exit 1
}

if [ "${1:-}" = --uninstall ]; then
    [ -d "$prefix" ] || fail "nothing is installed in $prefix"
    rm -rf "$prefix" "$app"
    echo "sd3explorer is removed. Walks, rendered frames and settings stay."
    exit
fi

wheel=$(echo "$here"/sd3explorer-*.whl)
[ -f "$wheel" ] || fail "$here has no wheel of sd3explorer; fetch the installer again"
version=$(basename "$wheel" | cut -d - -f 2)
mkdir -p "$prefix" || fail "$prefix can't be made"
export UV_CACHE_DIR="$prefix/cache" UV_PYTHON_INSTALL_DIR="$prefix/python" UV_HTTP_TIMEOUT=300 UV_NO_CONFIG=1
unset VIRTUAL_ENV PYTHONPATH PYTHONHOME CONDA_PREFIX || true
uv=$here/uv
# What was downloaded by a browser is not run before it is allowed.
command -v xattr >/dev/null && xattr -d com.apple.quarantine "$uv" 2>/dev/null || true

# What was fetched stays in the cache, so trying again goes on from there.
patiently() {
    for pause in 5 20 60; do
        "$@" && return
        echo "That didn't work; it goes on in $pause s." >&2
        sleep "${SD3EXPLORER_PAUSE:-$pause}"
    done
    "$@" || fail "it isn't installed yet; see the lines above, and run the installer again to go on"
}

echo "Installing sd3explorer $version in $prefix (about 2 GB)"
rm -rf "$prefix/new"
patiently "$uv" venv --quiet --relocatable --python ">=3.11,<3.14" "$prefix/new"
patiently "$uv" pip sync --python "$prefix/new/bin/python" --require-hashes "$here/cpu.txt"
"$uv" pip install --quiet --python "$prefix/new/bin/python" --no-deps --offline "$wheel" || fail "the app itself can't be installed"

# From here on nothing is fetched any more, and an older version is replaced.
rm -rf "$prefix/current"
mv "$prefix/new" "$prefix/current"
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
sed "s|@VERSION@|$version|g" "$here/Info.plist" >"$app/Contents/Info.plist"
if command -v sips >/dev/null; then
    sips -s format icns "$here/sd3explorer.ico" --out "$app/Contents/Resources/sd3explorer.icns" >/dev/null 2>&1 || true
fi
printf '#!/bin/sh\nexec "%s/current/bin/python" -P -m sd3explorer "$@"\n' "$prefix" >"$app/Contents/MacOS/sd3explorer"
chmod 755 "$app/Contents/MacOS/sd3explorer"
"$uv" cache prune --quiet 2>/dev/null || true

echo "sd3explorer $version is installed: $app"
echo "To remove it: sh '$here/install.command' --uninstall"
