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
export XDG_STATE_HOME=$runtime/state XDG_CONFIG_HOME=$runtime/config XDG_CACHE_HOME=$runtime/cache
export XDG_RUNTIME_DIR=$runtime GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory

# What moves is at its end at once: a late frame of a spring may measure a pane narrower than it can be.
mkdir -p "$runtime/config/gtk-4.0"
printf '[Settings]\ngtk-enable-animations=false\n' >"$runtime/config/gtk-4.0/settings.ini"

# Without -noreset the screen starts anew when its last client leaves, as the accessibility bus does before the program
# comes, and refuses those who come meanwhile.
# The program alone writes to our output, where TAP is read; what the bus and the screen say is shown when they fail.
status=0
# shellcheck disable=SC2016  # the inner shell expands it
xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24 -nolisten tcp -noreset" dbus-run-session -- \
  sh -c 'exec "$@" >&3 2>&4 3>&- 4>&-' sh "$@" 3>&1 4>&2 >"$runtime/log" 2>&1 || status=$?
[[ $status -eq 0 || $status -eq 77 ]] || sed 's/^/# /' "$runtime/log" >&2
exit "$status"
