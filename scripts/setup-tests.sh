#!/usr/bin/env bash
# Installs what the tests need beyond a build: a Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v chromium >/dev/null; then
  printf '\n\033[1m» Installing Chromium\033[0m\n'
  if ! command -v apt-get >/dev/null; then
    printf 'chromium is missing: install it with the package manager of your system.\n' >&2
    exit 1
  fi
  as_root=''
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fonts-noto-cjk
fi
