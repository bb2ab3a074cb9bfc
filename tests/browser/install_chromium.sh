#!/bin/sh
# Installs the distribution's Chromium where no browser is found; says what to do where it cannot.
set -u
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
python3 - <<'PY' && exit 0
import pathlib, sys
home = pathlib.Path.home() / ".cache" / "ms-playwright"
sys.exit(0 if any(home.glob("chromium-*/chrome-linux*/chrome")) else 1)
PY
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
    echo "Installing Chromium from the distribution for the browser tests …"
    export DEBIAN_FRONTEND=noninteractive
    if $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; then
        exit 0
    fi
fi
echo "No Chromium found, and it could not be installed from the distribution." >&2
echo "Install Chromium or Google Chrome (Debian: sudo apt install chromium), then run make test again." >&2
exit 1
