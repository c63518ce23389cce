# Everything a developer types. `make help` lists it.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
INSTALLED := .venv/.installed
BUILT := .venv/.built
SOURCES := $(wildcard src/suoja/locale/*/LC_MESSAGES/*.po) src/suoja/core/fonts.py
LOCK := --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11
INSTALL := VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet

.PHONY: help setup run test test-quick test-postgresql check fix docs lock bench

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(BUILT)  ## make the environment .venv with the command suoja in it

$(INSTALLED): requirements/bootstrap.txt requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Suoja needs Python 3.11 or newer; name one with make PYTHON=...") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv || (echo "The venv module is missing: install python3-venv." && exit 1)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/bootstrap.txt
	$(INSTALL) --require-hashes --requirement requirements/dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(BUILT): $(INSTALLED) $(SOURCES)
	$(BIN)/suoja build
	@touch $@

run: setup  ## database, example caseload and server on 127.0.0.1:$(PORT)
	@$(BIN)/suoja run --example --port $(PORT)

test: setup  ## all tests, on SQLite (and in a browser where there is one)
	$(BIN)/pytest

test-quick: setup  ## the tests without a browser, and of a great many like cases only the first
	$(BIN)/pytest -m "not browser and not thorough"

test-postgresql: setup  ## the same tests on a PostgreSQL made for the occasion
	$(BIN)/python tests/postgresql.py $(BIN)/pytest -m "not browser"

check: setup  ## formatting, lint, types, import contracts, templates, translations, generated docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --check --lint --quiet src
	$(BIN)/suoja check

fix: setup  ## put right what a machine can put right
	$(BIN)/ruff format .
	-$(BIN)/ruff check --fix .
	-$(BIN)/djlint --reformat --quiet src
	$(BIN)/suoja docs

docs: setup  ## write the generated pages of docs/
	$(BIN)/suoja docs

lock: setup  ## write requirements/*.txt anew from pyproject.toml
	$(BIN)/uv pip compile $(LOCK) requirements/bootstrap.in --output-file requirements/bootstrap.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --output-file requirements/runtime.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --extra dev --constraint requirements/runtime.txt --output-file requirements/dev.txt

bench: setup  ## the benchmarks, as ratios in one run, into benchmarks/results/
	$(BIN)/python -m benchmarks
	-$(INSTALL) pytauargus==0.6.0  # without it, the cases beside it are left out
	$(BIN)/python -m benchmarks.disclosure --most-seconds 90
	$(BIN)/python -m benchmarks.letters
