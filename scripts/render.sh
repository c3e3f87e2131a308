#!/bin/sh
# After the build, before it replaces the old one: check the content and write every page. A failed check ships nothing.
set -eu
exec cargo run --quiet --locked -- render
