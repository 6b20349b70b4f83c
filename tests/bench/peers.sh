#!/usr/bin/env bash
# Installs what compare.py compares with into a folder of its own: peers.sh FOLDER
set -euo pipefail
folder=$1
[ -x "$folder/bin/python" ] || python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
npm install --silent --no-audit --no-fund --prefix "$folder" chrono-node@2.10.3
