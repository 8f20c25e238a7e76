#!/bin/sh
# See to it that the tests find a Chromium: the one on PATH, Debian's package, or Playwright's own.
set -eu
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ -n "${KG_CHROMIUM:-}" ] && [ -x "$KG_CHROMIUM" ]; then exit 0; fi
if python -c 'import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    import os
    sys.exit(0 if os.path.exists(p.chromium.executable_path) else 1)'; then exit 0; fi
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    if $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; then
        exit 0
    fi
fi
python -m playwright install chromium
