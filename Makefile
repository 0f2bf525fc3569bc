# Two commands are enough: `make play` and `make test`. Both need nothing but Python 3.11 or newer, and make.
SHELL := /bin/sh
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
MUTANTS := .venv-mutants
PROOFS = $(shell grep -rl "from proving import" tests --include="test_*.py")
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt

.PHONY: play test check format ids practices man screenshots demo bench prove year mutants clean help
.DEFAULT_GOAL := help

help: ## says what there is
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /	/' | sort

play: $(VENV)/.can-play ## sets up what the game needs, and plays
	@$(BIN)/gatherround $(ARGS)

test: $(VENV)/.can-test ## sets up what the tests need, and runs them
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest $(ARGS)

check: $(VENV)/.can-test ## format, lint, types and the walls between the rooms
	@$(BIN)/ruff format --check src tests benchmarks tools
	@$(BIN)/ruff check src tests benchmarks tools
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/.can-test ## puts the code in shape
	@$(BIN)/ruff check --fix --quiet src tests benchmarks tools; $(BIN)/ruff format --quiet src tests benchmarks tools

ids: $(VENV)/.can-test ## writes new activities into content/ids.lock
	@$(BIN)/python tools/lock_ids.py

practices: $(VENV)/.can-test ## writes docs/practices.md: what the game makes real, and what carries it
	@$(BIN)/python tools/write_practices.py

man: $(VENV)/.can-test ## writes the man page and what shells complete, from the grammar of the front door
	@$(BIN)/python tools/write_front_door.py

screenshots: $(VENV)/.can-test ## draws the gallery from the scenes of the snapshot tests
	@$(BIN)/python tools/draw_screenshots.py $(ARGS)

demo: $(VENV)/.can-test ## draws a Round as an animated picture for the README
	@$(BIN)/python tools/draw_demo.py

bench: $(VENV)/.can-test ## measures each promise of speed against the least there is, in one run
	@$(BIN)/python benchmarks/table.py $(ARGS)

prove: $(VENV)/.can-test ## tries every promise of docs/trust.md as often as is worth a night, and writes its table anew
	@GATHERROUND_PROVE=1 $(BIN)/python -m pytest $(PROOFS) $(ARGS)
	@$(BIN)/python benchmarks/table.py --keep || true
	@$(BIN)/python tools/write_trust.py

year: $(VENV)/.can-test ## simulates a year of evenings for five kinds of family
	@$(BIN)/python benchmarks/year.py

mutants: $(MUTANTS)/.made ## puts small faults into the rules and sees whether the tests notice; writes docs/mutants.md
	@PATH="$(CURDIR)/$(MUTANTS)/bin:$$PATH" GATHERROUND_PROVE=1 GATHERROUND_SHARE=0 $(MUTANTS)/bin/python tools/try_mutants.py $(ARGS)

clean: ## takes away what was set up; the family's things are not here and stay
	@rm -rf $(VENV) $(MUTANTS) mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Gather Round needs Python 3.11 or newer, and none was found here."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@echo "Making a place for the game in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.can-play: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Fetching what the game needs (once; about a minute) ..."
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.can-test: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Fetching what the tests need (once; about two minutes) ..."
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.can-play

# mutmut is kept to one version: what it calls its own is called here too.
$(MUTANTS)/.made: pyproject.toml constraints.txt
	@$(PYTHON) -m venv $(MUTANTS)
	@$(MUTANTS)/bin/python -m pip install --quiet --editable '.[dev]' mutmut==3.8.1
	@touch $@
