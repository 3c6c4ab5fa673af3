#!/usr/bin/env bash
# Compiles declarations under `tsc --strict`: run.sh DIRECTORY...
set -euo pipefail
directories=()
for directory in "$@"; do directories+=("$(realpath "$directory")"); done
cd "$(dirname "$0")"
source ../node.sh
node check.mjs "${directories[@]}"
