#!/usr/bin/env bash
# Builds the site into dist/. When only content has changed since the application was built, the application is taken as
# it is: nothing is compiled, and pages, index and compressed files that have not changed come from the last build.
set -euo pipefail

stamp=target/site/application
# What the application and its style sheet are made of: everything but the content. Goals and lines are part of it,
# because the style sheet has their colours and filters.
inputs=(src style .cargo Cargo.toml Cargo.lock Trunk.toml index.html package-lock.json scripts target/site/settings
  public/data/goals.json public/data/lines.json)

if [ -e dist/index.html ] && [ -e "$stamp" ] && [ -z "$(find "${inputs[@]}" -newer "$stamp" -print -quit)" ]; then
  scripts/prepare.sh
  export TRUNK_STAGING_DIR=target/site/staging SITE_PREVIOUS=dist
  rm -rf "$TRUNK_STAGING_DIR" target/site/replaced
  mkdir -p "$TRUNK_STAGING_DIR"
  cp -p dist/site-* "$TRUNK_STAGING_DIR"
  cp -Rp public/. "$TRUNK_STAGING_DIR"
  scripts/render.sh
  mv dist target/site/replaced
  mv "$TRUNK_STAGING_DIR" dist
  rm -rf target/site/replaced
else
  NO_COLOR=true trunk build --release --public-url "$BASE_PATH"
  touch "$stamp"
fi
