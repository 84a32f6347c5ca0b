#!/usr/bin/env bash
# Looks at published guides the way people do: in a browser, on a desktop and a
# phone, by keyboard, on paper. By hand or in CI; installs what it needs.
#
#   .ci/guide_in_browser.sh [FOLDER]    a folder that `catalog publish` wrote;
#                                       left out, the examples are published
set -euo pipefail
cd "$(dirname "$0")/.."

export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
work="$CARGO_TARGET_DIR/guide-in-browser"
mkdir -p "$work"

if ! command -v chromium >/dev/null; then
    apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
fi
if ! [ -d "$work/node_modules/playwright-core" ] || ! [ -d "$work/node_modules/axe-core" ]; then
    npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --silent \
        playwright-core@1.65.1 axe-core@4.14.1
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
