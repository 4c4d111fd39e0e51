#!/bin/sh
# Installs sd3explorer for whoever runs it: the app and its packages in a folder of their own, and what the
# desktop needs to know. Running it again goes on where it was interrupted, or updates. --help says more.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
prefix=$HOME/.local/opt/sd3explorer
programs=$HOME/.local/bin
backend=
ask=yes
remove=no

usage() {
    cat <<TEXT
Installs sd3explorer for you alone; no rights of an administrator are needed.

  --backend cpu|cuda|jax   what computes: the processor, or an NVIDIA card by TensorFlow or by JAX
  --prefix FOLDER          where to ($prefix)
  --yes                    ask nothing
  --uninstall              remove all that was installed; your walks and files stay
TEXT
}

fail() {
    echo "sd3explorer: $1" >&2
    exit 1
}

while [ $# -gt 0 ]; do
    case $1 in
    --backend) [ $# -gt 1 ] || fail "--backend needs cpu, cuda or jax"; backend=$2; shift ;;
    --prefix) [ $# -gt 1 ] || fail "--prefix needs a folder"; prefix=$2; shift ;;
    --yes) ask=no ;;
    --uninstall) remove=yes ;;
    --help | -h) usage; exit ;;
    *) fail "$1 is no option; for help, add --help" ;;
    esac
    shift
done
case $prefix in /*) ;; *) prefix=$(pwd)/$prefix ;; esac
# A desktop entry would take these for something else.
case $prefix in *["\"\`\$\\%|"]*) fail "$prefix holds characters that desktops don't take; name another folder with --prefix" ;; esac
[ "$(id -u)" != 0 ] || [ "$ask" = no ] || fail "this installs for one user; run it as that user, without sudo"

tell_desktop() {
    for command in "update-desktop-database $data/applications" "update-mime-database $data/mime" \
        "gtk-update-icon-cache --ignore-theme-index $data/icons/hicolor"; do
        program=${command%% *}
        folder=${command##* }
        if command -v "$program" >/dev/null && [ -d "$folder" ]; then
            $program ${command#"$program "} >/dev/null 2>&1 || true
        fi
    done
}

uninstall() {
    [ -f "$prefix/installed-files" ] || fail "nothing is installed in $prefix"
    while IFS= read -r file; do
        rm -f "$file"
        # Folders that nothing else is in.
        rmdir -p "$(dirname "$file")" 2>/dev/null || true
    done <"$prefix/installed-files"
    tell_desktop
    # What those commands make of files of which there are none any more.
    [ -n "$(ls "$data/mime/packages" 2>/dev/null)" ] || rm -rf "$data/mime"
    [ -n "$(find "$data/applications" -name '*.desktop' 2>/dev/null)" ] || rm -f "$data/applications/mimeinfo.cache"
    [ -n "$(find "$data/icons/hicolor" -mindepth 2 -type f 2>/dev/null)" ] || rm -f "$data/icons/hicolor/icon-theme.cache"
    for folder in "$data/applications" "$data/icons/hicolor"; do
        rmdir -p "$folder" 2>/dev/null || true
    done
    rm -rf "$prefix"
    rmdir -p "$(dirname "$prefix")" 2>/dev/null || true
    echo "sd3explorer is removed. Rendered frames, settings and models that were copied here are still in"
    echo "  ${XDG_CACHE_HOME:-$HOME/.cache}/sd3explorer, ${XDG_STATE_HOME:-$HOME/.local/state}/sd3explorer,"
    echo "  ${XDG_CONFIG_HOME:-$HOME/.config}/sd3explorer and $data/sd3explorer"
}

if [ "$remove" = yes ]; then
    uninstall
    exit
fi

wheel=$(echo "$here"/sd3explorer-*.whl)
[ -f "$wheel" ] || fail "$here has no wheel of sd3explorer; fetch the installer again"
version=$(basename "$wheel" | cut -d - -f 2)

choose() {
    suggested=cpu
    if command -v nvidia-smi >/dev/null && nvidia-smi -L >/dev/null 2>&1; then
        suggested=cuda
    fi
    if [ "$ask" = no ]; then
        backend=$suggested
        return
    fi
    echo "sd3explorer $version computes on"
    echo "  cpu   the processor: works everywhere, slowly (about 3 GB)"
    echo "  cuda  an NVIDIA card, by TensorFlow (several GB more)"
    echo "  jax   an NVIDIA card, by JAX (several GB more)"
    printf "Which one? [%s] " "$suggested"
    read -r backend || true
    backend=${backend:-$suggested}
}

[ -n "$backend" ] || choose
[ -f "$here/locks/$backend.txt" ] || fail "\"$backend\" is no backend; there are cpu, cuda and jax"

mkdir -p "$prefix" || fail "$prefix can't be made; name another folder with --prefix"
export UV_CACHE_DIR="$prefix/cache" UV_PYTHON_INSTALL_DIR="$prefix/python" UV_HTTP_TIMEOUT=300 UV_NO_CONFIG=1
export UV_LINK_MODE=hardlink
# What somebody has set for other programs.
unset VIRTUAL_ENV PYTHONPATH PYTHONHOME CONDA_PREFIX || true
uv=$here/uv
new=$prefix/env-$version-$backend
# What is used now stays until the other one is complete, also if it is the same once more.
[ "$(readlink "$prefix/current" || true)" != "$new" ] || new=$new-again

# What was fetched stays in the cache, so trying again goes on from there.
patiently() {
    for pause in 5 20 60; do
        "$@" && return
        echo "That didn't work; it goes on in $pause s." >&2
        sleep "${SD3EXPLORER_PAUSE:-$pause}"
    done
    "$@" || fail "it isn't installed yet; see the lines above, and run the installer again to go on"
}

echo "Installing sd3explorer $version ($backend) in $prefix"
rm -rf "$new"
"$uv" venv --quiet --no-python-downloads --python ">=3.11,<3.14" "$new" 2>/dev/null ||
    patiently "$uv" venv --python 3.12 "$new"
patiently "$uv" pip sync --python "$new/bin/python" --require-hashes "$here/locks/$backend.txt"
"$uv" pip install --quiet --python "$new/bin/python" --no-deps --offline "$wheel" || fail "the app itself can't be installed"
echo "Compiling Python's modules, so that the first start is quick"
"$new/bin/python" -m compileall -q -j 0 "$new/lib" >/dev/null 2>&1 || true

# From here on nothing is fetched any more, and an older version is replaced.
ln -sfn "$new" "$prefix/current"
cp "$here/install.sh" "$prefix/install.sh"
: >"$prefix/installed-files.new"

# install_file SOURCE TARGET: fills in where the app is, and remembers the file.
install_file() {
    mkdir -p "$(dirname "$2")"
    sed -e "s|@EXEC@|\"$path\"|" -e "s|@TRYEXEC@|$path|" -e "s|@VERSION@|$version|" "$1" >"$2"
    echo "$2" >>"$prefix/installed-files.new"
}

program=$prefix/current/bin/sd3explorer
path=$(echo "$program" | sed 's/&/\\&/g')
install_file "$here/desktop/sd3explorer.desktop" "$data/applications/sd3explorer.desktop"
install_file "$here/desktop/sd3explorer.xml" "$data/mime/packages/sd3explorer.xml"
install_file "$here/desktop/sd3explorer.thumbnailer" "$data/thumbnailers/sd3explorer.thumbnailer"
install_file "$here/desktop/org.sd3explorer.sd3explorer.metainfo.xml" "$data/metainfo/org.sd3explorer.sd3explorer.metainfo.xml"
install_file "$here/desktop/sd3explorer.svg" "$data/icons/hicolor/scalable/apps/sd3explorer.svg"
install_file "$here/desktop/sd3explorer.svg" "$data/icons/hicolor/scalable/mimetypes/application-x-sd3walk.svg"
mkdir -p "$programs"
ln -sfn "$program" "$programs/sd3explorer"
echo "$programs/sd3explorer" >>"$prefix/installed-files.new"
mv "$prefix/installed-files.new" "$prefix/installed-files"
tell_desktop

for old in "$prefix"/env-*; do
    [ "$old" = "$new" ] || rm -rf "$old"
done
"$uv" cache prune --quiet 2>/dev/null || true

echo
echo "sd3explorer $version is installed. Start it from the menu of programs, or with: $programs/sd3explorer"
missing=$("$new/bin/python" -c '
from sd3explorer.app.screen import QT_PACKAGES, load_plugin
try:
    load_plugin()
except (ImportError, OSError):
    print(QT_PACKAGES)' 2>/dev/null) || true
if [ -n "$missing" ]; then
    echo "The window needs libraries that this system lacks. On Debian and Ubuntu, run:"
    echo "  sudo apt install $missing"
fi
echo "To see what it computes with: $programs/sd3explorer doctor"
echo "To remove it: $prefix/install.sh --uninstall --prefix '$prefix'"
