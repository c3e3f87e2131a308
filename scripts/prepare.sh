#!/bin/sh
# Before the build: the world, the pictures, the rules that follow from the data, then one style sheet out of all.
set -eu
[ target/site/places.json -nt scripts/places.mjs ] && [ target/site/places.json -nt package-lock.json ] || node scripts/places.mjs
node scripts/pictures.mjs
cargo run --quiet --locked -- style
node_modules/.bin/lightningcss --bundle --minify style/main.css -o target/site/site.css.new
# An unchanged style sheet keeps its time, so that the watcher of `make dev` comes to rest.
if cmp -s target/site/site.css.new target/site/site.css; then
  rm target/site/site.css.new
else
  mv target/site/site.css.new target/site/site.css
fi
