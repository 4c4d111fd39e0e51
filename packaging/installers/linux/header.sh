#!/bin/sh
# The installer of sd3explorer @VERSION@ for Linux: run it with  sh FILE  (--help says more).
set -eu
lines=@LINES@
digest=@DIGEST@

# Somebody who clicks on it in a file manager shall see what happens.
if [ ! -t 1 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "${SD3EXPLORER_TERMINAL:-}" ] && [ $# = 0 ]; then
    for terminal in x-terminal-emulator gnome-terminal konsole xfce4-terminal xterm; do
        if command -v "$terminal" >/dev/null; then
            export SD3EXPLORER_TERMINAL=1
            separator=-e
            [ "$terminal" = gnome-terminal ] && separator=--
            exec "$terminal" "$separator" sh -c 'sh "$1"; printf "Press Return to close. "; read -r _' sh "$0"
        fi
    done
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/sd3explorer-installer.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM HUP
tail -n "+$((lines + 1))" "$0" >"$folder/payload.tar.gz"
if [ "$(sha256sum "$folder/payload.tar.gz" | cut -d ' ' -f 1)" != "$digest" ]; then
    echo "sd3explorer: this installer is damaged or incomplete; download it again" >&2
    exit 1
fi
tar -xzf "$folder/payload.tar.gz" -C "$folder"
rm "$folder/payload.tar.gz"
status=0
sh "$folder/install.sh" "$@" || status=$?
exit "$status"
