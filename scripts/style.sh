#!/bin/sh
# Before the build: the rules that follow from the data, then one style sheet out of all.
set -eu
cargo run --quiet --locked -- style
node_modules/.bin/lightningcss --bundle --minify style/main.css -o target/site/site.css.new
# An unchanged style sheet keeps its time, so that the watcher of `make dev` comes to rest.
if cmp -s target/site/site.css.new target/site/site.css; then
  rm target/site/site.css.new
else
  mv target/site/site.css.new target/site/site.css
fi
