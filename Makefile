# `make` alone explains everything. Needs python3 (3.11 or newer) with venv; nothing else by hand.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PEERS_VENV := .venv-peers
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# One more than there are cores: tests also wait, for browsers and other programs.
AT_ONCE := -n $$(($$(getconf _NPROCESSORS_ONLN) + 1)) --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help run test test-fast soak check bench build clean lock boundaries screenshots

help: ## show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.runtime ## set up, build the database, serve the atlas at http://127.0.0.1:8050 (HOST, PORT)
	$(BIN)/savivalda build --demo
	$(BIN)/savivalda serve

test: $(VENV)/.dev .chromium ## set up and run every test, in real Chromium where the subject is the browser
	CHROMIUM="$$(cat .chromium)" $(BIN)/python -m pytest $(AT_ONCE)

test-fast: $(VENV)/.dev ## the tests for the loop while writing: no browser, no server, no kill
	$(BIN)/python -m pytest $(AT_ONCE) -m "not slow"

soak: $(VENV)/.dev ## kill builds and imports at every step and a hundred moments, then a crowd of visitors for ten minutes
	SOAK=1 $(BIN)/python -m pytest $(AT_ONCE) -m soak --ignore=tests/load
	SOAK=1 $(BIN)/python -m pytest -n 0 -m soak tests/load

check: $(VENV)/.dev ## format, lint (Python, scripts, SQL, styles), types, import walls, words, weak spots, known vulnerabilities
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive geo data dashboard savivalda requirements
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m dashboard.language.checking
	$(BIN)/oxlint dashboard tests
	$(BIN)/sqlfluff lint --disable-progress-bar data
	$(BIN)/python -m pytest tests/dashboard/assets
	$(BIN)/python -m requirements.audit

bench: $(VENV)/.dev .chromium $(if $(PEERS),$(PEERS_VENV)/.done) ## measure the atlas beside a plain baseline, print the table of the README (PEERS=1, BENCH=--quick)
	CHROMIUM="$$(cat .chromium)" $(BIN)/python -m tests.bench $(if $(PEERS),--peers) $(BENCH)

build: $(VENV)/.dev ## make the wheel, the source archive and the bill of materials in dist/
	$(BIN)/python -m build --no-isolation
	$(BIN)/python -m requirements.bill dist

boundaries: $(VENV)/.dev ## remake geo/boundaries.geojson from the register's file: make boundaries SOURCE=file
	$(BIN)/python -m geo.generalise "$(SOURCE)"

screenshots: $(VENV)/.dev .chromium ## take the README's screenshots anew
	CHROMIUM="$$(cat .chromium)" $(BIN)/python -m pytest tests/browser/screenshots.py

lock: ## lock the requirements anew, with hashes (needs uv on the PATH)
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-header --upgrade pyproject.toml --extra assistants --extra cluster --extra documents --extra install --extra sheets --extra slides -o requirements/runtime.txt
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-header --upgrade pyproject.toml --all-extras -o requirements/dev.txt

clean: ## remove what was made here: environment, database, caches
	rm -rf $(VENV) $(PEERS_VENV) var dist .chromium .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@

$(PEERS_VENV)/.done: tests/bench/peers/requirements.txt
	$(PYTHON) -m venv $(PEERS_VENV)
	$(PEERS_VENV)/bin/python -m pip install --quiet --requirement tests/bench/peers/requirements.txt
	touch $@

.chromium: $(VENV)/.dev
	$(BIN)/python -m tests.browser.chromium > $@.new
	mv $@.new $@
