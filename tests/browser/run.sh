#!/usr/bin/env bash
# The page in Chromium: tests/browser/run.sh build/release/tarikh; with a script in another folder that has
# a package.json, that script instead of the tests.
# CHROMIUM names another browser than the distribution's; without either, Playwright fetches its own. SCREENSHOTS is the
# folder for pictures of the page.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: tests/browser/run.sh TARIKH [SCRIPT …]" >&2; exit 2; }
TARIKH=$(realpath -e "$1")
shift
export TARIKH
if [ $# -gt 0 ]; then
  SCRIPT=$(realpath -e "$1")
  shift
  cd "$(dirname "$SCRIPT")"
else
  cd "$(dirname "$0")"
fi

# npm ci begins by deleting; once per change of the lock file is enough.
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  npm ci --silent --no-audit --no-fund
  cp package-lock.json node_modules/.installed-lock
fi
if [ -z "${CHROMIUM:-}" ]; then
  CHROMIUM=$(command -v chromium || true)
  [ -n "$CHROMIUM" ] || npx playwright-core install --with-deps chromium-headless-shell
fi
export CHROMIUM
if [ -n "${SCRIPT:-}" ]; then exec node "$SCRIPT" "$@"; fi
node --test --test-reporter=spec .
