#!/bin/sh
# After the build, before it replaces the old one: check the content, write every page, index them, and compress it all.
# A failed check ships nothing.
set -eu
cargo run --quiet --locked -- render
node scripts/search.mjs "$TRUNK_STAGING_DIR"
mkdir -p target/site/pictures
cp -R target/site/pictures "$TRUNK_STAGING_DIR/pictures"
cp node_modules/idb-keyval/dist/index.js "$TRUNK_STAGING_DIR/submit/idb-keyval.js"
# While developing, speed counts for more than bytes.
[ -n "${SITE_DEV:-}" ] || cargo run --quiet --locked -- compress
