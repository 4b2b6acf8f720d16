#!/bin/bash
# usage: with_display.sh PROGRAM [ARGUMENTS]
# Runs a program on a screen and a session bus of its own, drawn by cairo, with settings kept in memory, so that it
# neither needs nor touches the desktop of the person who runs the tests. Exits 77 where the tools are missing.
set -euo pipefail

for tool in xvfb-run dbus-run-session; do
  command -v "$tool" >/dev/null || { echo "1..0 # SKIP $tool is not installed"; exit 77; }
done

runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
chmod 700 "$runtime"

unset WAYLAND_DISPLAY
export XDG_RUNTIME_DIR=$runtime GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory
xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24 -nolisten tcp" dbus-run-session -- "$@"
