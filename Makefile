# make serve       build the site and serve it on 127.0.0.1:8080 (PORT=… for another port)
# make test        check everything
# make site        the static site, in dist/ (ZHIBIAO_SITE=https://… where it will stand, for search engines and previews)
# make cli         the command line, in target/release/zhibiao
# make size        what the site weighs, compressed
# make lighthouse  Lighthouse on the built site, as on a phone
# make shots       screenshots of every page and state, three widths, light and dark, both languages, into .shots/ (SHOTS=… for another folder)
# make picture     the README's picture anew
# make speed       how fast reports are read, natively and in the browser
# make frames      how long scripts take for a press, a stroke or a step at 10,000 figures
# make cards       for each page of dist/ a picture of its own, for previews of links
# make fuzz        reads made-up texts for half an hour (MINUTES=… for another time) and stops at the first that is read wrongly
#
# Each of them first sets up what is missing: build tools into .tools/, packages from npm into tests/browser/node_modules/,
# and for the checks a browser through apt-get.

SHELL = /bin/sh
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

RUST = 1.95.0
NODE = 20.19.0
TRUNK = 0.21.14
# The tool has to match the library.
BINDGEN := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/^version = "\(.*\)"/\1/p;}' Cargo.lock)
DENY = 0.18.9
FUZZ = 0.13.2

PORT = 8080
SHOTS = .shots
MINUTES = 30
TARGET = $${CARGO_TARGET_DIR:-target}
BROWSER_TESTS = tests/browser
MODULES = $(BROWSER_TESTS)/node_modules
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/$(MODULES)/.bin:$(PATH)

# The tools run for seconds: a quick build of them is worth more than a fast tool.
QUICK = CARGO_TARGET_DIR=.tools/target CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
	CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=true
NATIVE = --features cli,ssr
WASM = --target wasm32-unknown-unknown
SCORE = ../shared/gold/score
OPT = z
# How wasm-opt makes a program small: as the page says for its own.
SMALL := $(shell sed -n 's/.*data-wasm-opt-params="\([^"]*\)".*/\1/p' www/index.html)
IN_BROWSER = CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CHROMEDRIVER="$$(command -v chromedriver)" \
	cargo test --locked $(WASM)

# $(call step,NAME) COMMANDS: says what is done, and where it failed.
step = @trap '[ $$? -eq 0 ] || echo "Stopped: $(1) failed." >&2' EXIT; set -e; printf '\n== %s  %s\n' "$$(date +%H:%M:%S)" '$(1)';
# $(call tool,PACKAGE,VERSION,COMMAND): builds a tool unless that version of it is there.
tool = @$(3) --version 2>/dev/null | grep -qwF '$(2)' || { echo '== building $(1) $(2)'; \
	$(QUICK) cargo install --quiet --locked --no-default-features --root .tools $(1) --version $(2); }
# $(call apt,TEST,PACKAGES): installs Debian packages unless the test succeeds.
apt = @{ $(1); } >/dev/null 2>&1 || { \
	command -v apt-get >/dev/null || { echo 'Missing here; install what Debian calls: $(2)' >&2; exit 1; }; \
	[ "$$(id -u)" = 0 ] || command -v sudo >/dev/null || { echo 'Missing; as root: apt-get install $(2)' >&2; exit 1; }; \
	as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); echo '== installing $(2)'; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(2) >/dev/null; }
# $(call newer,NAME,VERSION,MINIMUM,ADVICE): stops where a version is too old or missing.
newer = @v=$$($(2)); [ "$$(printf '%s\n' '$(3)' "$$v" | sort -V | head -n 1)" = '$(3)' ] || \
	{ echo "$(1) $(3) or newer is needed, found $${v:-none}: $(4)" >&2; exit 1; }

.PHONY: help
help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

PACKAGE = dist/pkg/package.json

.PHONY: serve site cli size lighthouse shots picture cards
serve: dist/index.html
	@node $(BROWSER_TESTS)/serve.js dist $(PORT)

site: dist/index.html $(PACKAGE)

cli: rust
	$(call step,command line) cargo build --release --locked --features cli --bin zhibiao

size: site
	@node $(BROWSER_TESTS)/size.js

lighthouse: dist/index.html browser
	$(call step,Lighthouse) node $(BROWSER_TESTS)/lighthouse.js

shots: dist/index.html browser
	$(call step,screenshots) node $(BROWSER_TESTS)/shots.js '$(SHOTS)'

picture: dist/index.html browser
	$(call step,picture of the README) node $(BROWSER_TESTS)/shots.js --picture .readme/overview.png

# A measure, not a gate, of the program that the site loads but for wasm-opt: OPT=s, 2 or 3 measures it for another level of optimisation.
.PHONY: speed
speed: tools browser
	$(call step,speed natively) cargo run --quiet --release --locked --example speed | tee $(TARGET)/speed.txt
	$(call step,speed in the browser) ZHIBIAO_SPEED="$$(sed -n 's/^speed: \(.*\) MB.*/\1/p' $(TARGET)/speed.txt)" \
	WASM_BINDGEN_TEST_TIMEOUT=300 CARGO_PROFILE_WEB_OPT_LEVEL=$(OPT) $(IN_BROWSER) --profile web --test speed -- --nocapture

# A measure, not a gate: what it takes depends on the machine.
.PHONY: frames
frames: dist/index.html browser
	$(call step,one frame at 10000 figures) node $(BROWSER_TESTS)/frames.js

cards: dist/index.html browser
	$(call step,pictures for previews) node $(BROWSER_TESTS)/cards.js

# cargo-fuzz needs what the stable compiler has but keeps shut. The core forbids unsafe code, so no sanitizer is needed.
.PHONY: fuzz
fuzz: rust
	$(call tool,cargo-fuzz,$(FUZZ),cargo-fuzz)
	@rm -rf .tools/target; mkdir -p $(TARGET)/fuzz/corpus
	$(call step,building the fuzzer) RUSTC_BOOTSTRAP=1 cargo fuzz build --fuzz-dir tests/fuzz --target-dir $(TARGET)/fuzz --sanitizer none read
	$(call step,reading made-up texts for $(MINUTES) minutes) $(TARGET)/fuzz/$$(rustc --print host-tuple)/release/read \
	-dict=tests/fuzz/words.dict -timeout=1 -rss_limit_mb=2048 -max_len=20000 -max_total_time=$$(($(MINUTES) * 60)) \
	-artifact_prefix=$(TARGET)/fuzz/ $(TARGET)/fuzz/corpus data/reports tests/passages $(wildcard ../shared/seeds)

# What opens PDFs, under names that every host serves as scripts, with the tables of Chinese encodings alone.
PDF = $(MODULES)/pdfjs-dist
CMAPS = Adobe-GB1-* Adobe-CNS1-* GB* B5* CNS* ET* HK* UniGB-* UniCNS-*

# Folders too: a file that is gone is a change.
dist/index.html: $(shell find src www data) Cargo.toml Cargo.lock Trunk.toml $(BROWSER_TESTS)/package-lock.json $(if $(ZHIBIAO_SITE),again) | tools
	$(call step,site) cargo fetch --quiet --locked; env -u NO_COLOR trunk build --release --locked; \
	mkdir -p dist/pdf/cmaps; cp $(PDF)/LICENSE dist/pdf; cp $(PDF)/legacy/build/pdf.min.mjs dist/pdf/pdf.js; \
	cp $(PDF)/legacy/build/pdf.worker.min.mjs dist/pdf/pdf.worker.js; cp $(PDF)/cmaps/LICENSE $(CMAPS:%=$(PDF)/cmaps/%.bcmap) dist/pdf/cmaps

# The JavaScript module, beside the site. A build of the site clears the folder, so this comes after it.
$(PACKAGE): dist/index.html
	$(call step,JavaScript module) cargo build --quiet --locked $(WASM) --profile web --features module --bin module; \
	wasm-bindgen --target web --out-dir dist/pkg --out-name zhibiao $(TARGET)/wasm32-unknown-unknown/web/module.wasm; \
	wasm-opt $(SMALL) dist/pkg/zhibiao_bg.wasm -o dist/pkg/zhibiao_bg.wasm; cp www/pkg/* LICENSE-* dist/pkg

.PHONY: again test format lint licences native score wasm end-to-end
test: tools browser format lint licences native score wasm end-to-end size
	@printf '\nAll checks passed.\n'

format: rust
	$(call step,formatting) cargo fmt --check

lint: rust
	$(call step,clippy) cargo clippy --quiet --locked --all-targets $(NATIVE) -- -D warnings
	$(call step,clippy for the browser) cargo clippy --quiet --locked --all-targets $(WASM) --features hydrate,module -- -D warnings

licences: tools
	$(call step,licences and banned crates) cargo fetch --quiet --locked; \
	cargo deny --offline --log-level error check licenses bans

native: rust
	$(call step,tests) cargo test --quiet --locked $(NATIVE)

# The documents to score on are not part of the project. A measure, not a gate: the project's own bars are among the tests.
score: rust
	$(call step,score) cargo build --quiet --locked $(NATIVE) --bin zhibiao; if [ -x $(SCORE) ]; then \
	$(SCORE) --run "$(TARGET)/debug/zhibiao read --format jsonl --date {date} {file}" || echo 'No score.'; \
	else echo 'Nothing here to score on.'; fi

wasm: tools browser
	$(call step,tests in the browser) \
	ZHIBIAO_FIGURES="$$(cargo test --quiet --locked $(NATIVE) --test web -- --nocapture | sed -n 's/^figures: //p')" \
	WASM_BINDGEN_TEST_TIMEOUT=120 CARGO_PROFILE_DEV_OPT_LEVEL=1 $(IN_BROWSER) --test web

# Two browsers share two cores, and now and then one of them waits for the other longer than a test does: what fails is run again alone, and has to pass.
end-to-end: site browser
	$(call step,end to end) \
	run() { node --test --test-force-exit --test-timeout=600000 --test-reporter=tap --test-reporter-destination=stdout \
		--test-reporter=./$(BROWSER_TESTS)/failed.js --test-reporter-destination=.tools/failed "$$@"; }; \
	mkdir -p .tools; run --test-concurrency=2 $(BROWSER_TESTS)/*.test.js || { \
		again=$$(cat .tools/failed); [ -n "$$again" ]; echo "== again, alone: $$again"; run --test-concurrency=1 $$again; }

# What has to be there. Each looks first, and does nothing where it is.
.PHONY: rust tools browser
rust:
	$(call apt,command -v cc,gcc libc6-dev)
	$(call newer,Rust,rustc --version 2>/dev/null | cut -d ' ' -f 2,$(RUST),see rustup.rs)
	@cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
	@cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
	@[ -d "$$(rustc --print target-libdir --target wasm32-unknown-unknown)" ] || rustup target add wasm32-unknown-unknown

tools: rust $(MODULES)/.package-lock.json
	$(call tool,trunk,$(TRUNK),trunk)
	$(call tool,wasm-bindgen-cli,$(BINDGEN),wasm-bindgen-test-runner)
	$(call tool,cargo-deny,$(DENY),cargo-deny)
	@rm -rf .tools/target

browser:
	$(call apt,command -v chromium && command -v chromedriver && fc-list :lang=zh | grep .,chromium chromium-driver fonts-noto-cjk)

$(MODULES)/.package-lock.json: $(BROWSER_TESTS)/package.json $(BROWSER_TESTS)/package-lock.json
	$(call newer,Node,node --version 2>/dev/null | tr -d v,$(NODE),see nodejs.org)
	$(call step,packages from npm) cd $(BROWSER_TESTS) && npm ci --ignore-scripts --loglevel=error && touch node_modules/.package-lock.json
