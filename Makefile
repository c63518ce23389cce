# Everything a developer types. `make help` lists it.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: help setup run test test-postgresql browser check fix docs bench

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(STAMP)  ## make the environment .venv with the command suoja in it

$(STAMP): requirements/bootstrap.txt requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Suoja needs Python 3.11 or newer; name one with make PYTHON=...") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || (echo "The venv module is missing: install python3-venv." && exit 1)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --require-hashes -r requirements/dev.txt
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/suoja build
	@touch $(STAMP)

run: setup  ## database, example caseload and server on 127.0.0.1:$(PORT)
	$(BIN)/suoja run --example --port $(PORT)

test: setup  ## all tests, on SQLite (and in a browser where there is one)
	$(BIN)/pytest

test-postgresql: setup  ## the same tests on a PostgreSQL made for the occasion
	$(BIN)/python tests/postgresql.py $(BIN)/pytest

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

bench: setup  ## the benchmarks, as ratios in one run, into benchmarks/results/
	$(BIN)/python -m benchmarks
