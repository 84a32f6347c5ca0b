#!/usr/bin/env bash
# Looks at published guides the way people do: in a browser, on a desktop and a
# phone, by keyboard, on paper. By hand or in CI; installs what it needs, and ends
# with 77 where that cannot be had.
#
#   .ci/guide_in_browser.sh [FOLDER]    a folder that `catalog publish` wrote;
#                                       left out, the examples are published
set -euo pipefail
cd "$(dirname "$0")/.."

export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
work="$CARGO_TARGET_DIR/guide-in-browser"
mkdir -p "$work"

cannot() {
    echo "left out: $1 cannot be had on this machine"
    exit 77
}
debian() { # Packages, as root or by way of sudo.
    local root=()
    [ "$(id -u)" = 0 ] || root=(sudo -n)
    "${root[@]}" apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq "$@" >/dev/null
}
command -v chromium >/dev/null || debian chromium fonts-noto-cjk || cannot "Debian's chromium"
command -v npm >/dev/null || debian nodejs npm || cannot "Debian's nodejs"
if ! [ -d "$work/node_modules/playwright-core" ] || ! [ -d "$work/node_modules/axe-core" ]; then
    npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --silent \
        playwright-core@1.65.1 axe-core@4.14.1 || cannot "playwright-core of npm"
fi

folder="${1:-}"
if [ -z "$folder" ]; then
    folder="$work/published"
    rm -rf "$folder"
    cargo run --quiet --locked -p gov-examples --bin catalog -- \
        publish examples/data/catalog --out "$folder"
fi

cp .ci/guide_in_browser.mjs "$work/"
profile="$(mktemp -d)"
trap 'rm -rf "$profile"' EXIT
PROFILE="$profile" SHOTS="$work/shots" node "$work/guide_in_browser.mjs" "$folder"
