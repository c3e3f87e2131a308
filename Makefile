# Two commands do everything on a fresh machine: `make run` and `make test`. The rest are their parts.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: run test dev build check bench clean setup setup-tests native-tests wasm-tests journeys budgets

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)

# Where the published site will live; see `site render --help`.
export ORIGIN ?= http://localhost:8080
export BASE_PATH ?= /
export CONTACT ?=
export PORT ?= 8080

SOURCES := $(shell find src style public scripts -type f) Cargo.toml Cargo.lock Trunk.toml index.html package-lock.json .cargo/config.toml
say = @printf '\n\033[1m» %s\033[0m\n' "$(1)"

run: build
	$(call say,Serving the site)
	@exec target/debug/site serve

build: setup dist/.built

# A build is repeated when a source or a setting has changed.
target/site/settings: FORCE
	@mkdir -p target/site
	@printf '%s\n' "$(ORIGIN)" "$(BASE_PATH)" "$(CONTACT)" | cmp -s - $@ || printf '%s\n' "$(ORIGIN)" "$(BASE_PATH)" "$(CONTACT)" > $@
FORCE:

dist/.built: $(SOURCES) target/site/settings
	$(call say,Building the native tool)
	@cargo fetch --locked --quiet
	@cargo build --locked
	$(call say,Building the site)
	@scripts/build.sh
	@touch $@

setup:
	@scripts/setup.sh

setup-tests: setup
	@scripts/setup-tests.sh

test: setup-tests check build budgets native-tests wasm-tests journeys

check: setup
	$(call say,Preparing what follows from the data)
	@scripts/prepare.sh
	$(call say,Format)
	@cargo fmt --check
	$(call say,Lint: native and WebAssembly)
	@cargo clippy --locked --all-targets -- -D warnings
	@cargo clippy --locked --target wasm32-unknown-unknown --bin site -- -D warnings
	$(call say,Lint: styles)
	@stylelint --max-warnings 0 "style/**/*.css"
	$(call say,Documentation of the code)
	@RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet
	$(call say,Content)
	@cargo run --quiet --locked -- check

budgets: build
	$(call say,Budgets)
	@target/debug/site budget

native-tests: build
	$(call say,Native tests)
	@cargo test --locked --tests

wasm-tests: setup-tests
	$(call say,WebAssembly tests)
	@CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner cargo test --locked --target wasm32-unknown-unknown --test wasm

target/trial/.built: dist/.built tests/trial/build.mjs tests/trial/trial.jpg
	$(call say,Building a site of made-up content for the journeys)
	@node tests/trial/build.mjs
	@touch $@

journeys: setup-tests build target/trial/.built
	$(call say,Journeys in a browser)
	@playwright test --config tests/e2e/playwright.config.ts

bench: setup-tests build
	$(call say,Bytes)
	@target/debug/site budget
	$(call say,Time on a slow phone)
	@node tests/bench/slow-phone.mjs
	$(call say,Embeds in pages of hosts)
	@node tests/bench/embed.mjs
	$(call say,Libraries of many case studies)
	@node tests/bench/library.mjs

dev: setup
	$(call say,Serving with live reload)
	@BASE_PATH=/ SITE_DEV=true trunk serve --public-url / --port "$(PORT)"

clean:
	rm -rf dist target .tools node_modules tests/e2e/output
