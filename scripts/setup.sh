#!/usr/bin/env bash
# Installs what a build needs, at pinned versions, into the project where the tool allows. Finished work is skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14
WASM_BINDGEN=$(sed -n 's/^wasm-bindgen = "=\(.*\)"$/\1/p' Cargo.toml)

say() { printf '\n\033[1m» %s\033[0m\n' "$1"; }
need() { command -v "$1" >/dev/null || { printf '\n%s is missing: %s\n' "$1" "$2" >&2; exit 1; }; }

need rustup 'install it from https://rustup.rs'
need cc 'install a C compiler (Debian: apt-get install build-essential)'
need node 'install Node.js 20 or newer from https://nodejs.org'
need npm 'it comes with Node.js'
if [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
  printf '\nNode.js 20 or newer is needed; this is %s.\n' "$(node --version)" >&2
  exit 1
fi

toolchain=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
if ! rustup toolchain list | grep -q "^$toolchain" ||
  ! rustup target list --installed --toolchain "$toolchain" | grep -q '^wasm32-unknown-unknown$'; then
  say "Setting up Rust $toolchain with WebAssembly"
  rustup toolchain install "$toolchain" --profile minimal --component clippy,rustfmt --target wasm32-unknown-unknown --no-self-update
fi

# Compiled without optimization: tools need not be fast to be right, and this takes a third of the time.
install_tool() {
  CARGO_TARGET_DIR=.tools/build CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_PANIC=abort \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 RUSTFLAGS='' cargo install --quiet --locked --root .tools "$@"
}

if ! .tools/bin/wasm-bindgen --version 2>/dev/null | grep -q " $WASM_BINDGEN$"; then
  say "Building wasm-bindgen $WASM_BINDGEN (about a minute)"
  install_tool "wasm-bindgen-cli@$WASM_BINDGEN"
fi
if ! .tools/bin/trunk --version 2>/dev/null | grep -q " $TRUNK$"; then
  say "Building trunk $TRUNK (about four minutes)"
  # Without TLS: this trunk never downloads anything.
  install_tool "trunk@$TRUNK" --no-default-features
fi

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "Installing the build and test tools of npm"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi
