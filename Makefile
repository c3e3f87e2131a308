# Two commands do everything on a fresh machine: `make run` and `make test`. The rest are their parts.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: run test dev build check bench clean setup setup-api setup-tests native-tests wasm-tests api-tests journeys budgets
.PHONY: api api-stop api-backup api-restore

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)

# Where the published site will live; see `site render --help`.
export ORIGIN ?= http://localhost:8080
export BASE_PATH ?= /
export CONTACT ?=
export REPOSITORY ?=
export API_ORIGIN ?=
export PORT ?= 8080

SOURCES := $(shell find src style public scripts -type f) Cargo.toml Cargo.lock Trunk.toml index.html package-lock.json .cargo/config.toml
say = @printf '\n\033[1m» %s\033[0m\n' "$(1)"

# With API=1 the site is served by nginx, beside the API; else by the tool of the project.
ifdef API
run: api
else
run: build
	$(call say,Serving the site)
	@exec target/debug/site serve
endif

build: setup dist/.built dist-staff/.built

# A build is repeated when a source or a setting has changed.
target/site/settings: FORCE
	@mkdir -p target/site
	@printf '%s\n' $(foreach setting,ORIGIN BASE_PATH CONTACT REPOSITORY API_ORIGIN,"$($(setting))") > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
FORCE:

dist/.built: $(SOURCES) target/site/settings
	$(call say,Building the native tool)
	@cargo fetch --locked --quiet
	@cargo build --locked
	$(call say,Building the site)
	@scripts/build.sh
	@touch $@

# The editors' desk is an application of its own; it takes the style sheet that the build of the site has made.
dist-staff/.built: dist/.built staff.html Trunk.staff.toml style/staff.css $(shell find src/staff src/domain -type f)
	$(call say,Building the editors' desk)
	@NO_COLOR=true trunk build --release --config Trunk.staff.toml
	@target/debug/site compress --dist dist-staff
	@touch $@

# What the engine checks submissions and case studies by.
target/site/api/.written: dist/.built
	@target/debug/site schemas
	@touch $@

# --- the API on this machine; docs/api.md

api: build setup-api target/site/api/.written
	$(call say,Starting the API)
	@api/engine.sh start

api-stop:
	@api/engine.sh stop

api-backup:
	@api/engine.sh backup "$(FILE)"

api-restore:
	@api/engine.sh restore "$(FILE)"

setup-api:
	@scripts/setup-api.sh

# --- the parts of a test

setup:
	@scripts/setup.sh

setup-tests: setup setup-api
	@scripts/setup-tests.sh

test: setup-tests check build budgets native-tests wasm-tests api-tests journeys

check: setup
	$(call say,Preparing what follows from the data)
	@scripts/prepare.sh
	$(call say,Format)
	@cargo fmt --check
	$(call say,Lint: native and WebAssembly)
	@cargo clippy --locked --all-targets -- -D warnings
	@cargo clippy --locked --target wasm32-unknown-unknown --bin site --bin staff -- -D warnings
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

api-tests: setup-tests build target/site/api/.written
	$(call say,The API on a real engine)
	@node --test --test-concurrency=1 --test-reporter=spec tests/api/*.test.mjs

target/trial/.built: dist/.built tests/trial/build.mjs tests/trial/trial.jpg tests/submissions/case.json
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
	$(call say,Fifty submissions a second)
	@node tests/bench/submissions.mjs
	$(call say,Libraries of many case studies)
	@node tests/bench/library.mjs

dev: setup
	$(call say,Serving with live reload)
	@BASE_PATH=/ SITE_DEV=true trunk serve --public-url / --port "$(PORT)"

clean:
	rm -rf dist dist-staff target .tools node_modules tests/e2e/output
