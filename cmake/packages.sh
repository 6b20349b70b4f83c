#!/usr/bin/env bash
# Installs the distribution packages that a purpose needs and that are missing, and says which:
#   cmake/packages.sh build            compile and run tarikh
#   cmake/packages.sh build test       and its tests
#   cmake/packages.sh browser          and the tests of the page in Chromium
#   cmake/packages.sh clang            libFuzzer, clang-tidy, clang-format
#   cmake/packages.sh bench            Google Benchmark, and what the program is compared with
# The names are those of Debian 12 and Ubuntu 24.04. Nothing is done, and no right asked for, when nothing is missing.
set -euo pipefail

packages=()
for purpose in "$@"; do
  case $purpose in
    build) packages+=(make g++ cmake ninja-build pkg-config libhowardhinnant-date-dev libfmt-dev libicu-dev libgumbo-dev
                      libsimdjson-dev libsqlite3-dev zlib1g-dev libxxhash-dev libcli11-dev libmimalloc-dev libkainjow-mustache-dev) ;;
    test) packages+=(libgtest-dev python3) ;;
    browser)
      command -v npm >/dev/null || packages+=(nodejs npm)
      # Ubuntu's package is a pointer to a snap; there the tests let Playwright fetch its own.
      if ! command -v chromium >/dev/null && grep -q '^ID=debian' /etc/os-release; then packages+=(chromium); fi
      packages+=(fonts-noto-core) ;;
    clang) packages+=(clang clang-tidy clang-format libclang-rt-dev) ;;
    bench)
      command -v npm >/dev/null || packages+=(nodejs npm)
      packages+=(libbenchmark-dev libhyperscan-dev python3-venv) ;;
    *) echo "packages.sh: unknown purpose: $purpose" >&2; exit 2 ;;
  esac
done

missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
echo "Installing packages: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
