# Two commands do everything on a fresh machine with Python 3.11+ and make:
#   make explore   sets up, builds the bundled graph, writes the explorer
#   make test      sets up all that it needs, the browser included, and passes every test

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PATH := $(abspath $(BIN)):$(PATH)

.DEFAULT_GOAL := help
.PHONY: help explore test check lint golden vocab web node docs screenshots bench setup dev browser clean

help: ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/run.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

setup: $(VENV)/run.stamp ## a virtual environment with the package in it
dev: $(VENV)/dev.stamp ## the same, with what development needs

explore: setup ## build the bundled graph and write the explorer
	$(BIN)/kg build --out build
	$(BIN)/kg explore --graph build --out explorer.html

browser: dev
	@sh tools/get_browser.sh

node: dev
	@sh tools/get_node.sh

web/node_modules/.package-lock.json: web/package-lock.json | node
	cd web && npm ci --no-audit --no-fund --loglevel=error

web: dev web/node_modules/.package-lock.json ## build the front end of the explorer from web/src
	$(BIN)/python tools/make_view_schema.py
	cd web && npm run --silent types && npm run --silent build

test: dev browser web/node_modules/.package-lock.json ## everything, from nothing: environment, browser, notebooks, all tests
	$(MAKE) --no-print-directory lint
	cd web && npm run --silent check
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: lint ## what a change must pass: lint, and the fast tests
	$(BIN)/python -m pytest -q -m 'not slow and not browser'

lint: dev ## format, lint, imports, types, generated files, bundled data
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy
	$(BIN)/python tools/make_vocab.py --check
	$(BIN)/python tools/make_schema.py --check
	$(BIN)/python tools/make_glossary.py --check
	$(BIN)/python tools/make_reference.py --check
	$(BIN)/python tools/make_view_schema.py --check
	$(BIN)/kg check

golden: dev ## accept new expected output of stories, questions and notebooks; then read the diff
	$(BIN)/python -m pytest -q tests/golden tests/queries tests/notebooks --accept-golden

vocab: dev ## write what is generated from the ontology: constants, schema, glossary
	$(BIN)/python tools/make_vocab.py
	$(BIN)/python tools/make_schema.py
	$(BIN)/python tools/make_glossary.py

docs: dev ## write the reference page of the commands
	$(BIN)/python tools/make_reference.py

screenshots: dev browser ## take pictures of every view of the explorer, into docs/screenshots
	$(BIN)/python tools/screenshots.py

bench: dev ## measure, as ratios against peers in the same run
	$(BIN)/python benchmarks/run.py

clean: ## remove what the commands above made
	rm -rf $(VENV) web/node_modules build dist explorer.html .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
