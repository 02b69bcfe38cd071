# run: set everything up and serve the site; test: all tests; check: linters, types, content rules; bench: speed as ratios; audit: Lighthouse, where Node is.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
MANAGE := $(BIN)/python manage.py

.PHONY: run test check bench audit

run: $(VENV)/.run
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_content
	@$(MANAGE) publish --first
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(MANAGE) serve

test: $(VENV)/.test
	@$(BIN)/python -m pytest

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(MANAGE) makemigrations --check --dry-run --verbosity 0
	$(MANAGE) check_content

audit: $(VENV)/.test
	@$(BIN)/python -m pytest tests/browser/audit.py -s

bench: $(VENV)/.test
	@$(BIN)/python -m bench

$(VENV)/.run: requirements.txt
	@$(call install,requirements.txt)
	@touch $@

$(VENV)/.test: requirements.txt requirements-dev.txt
	@$(call install,requirements-dev.txt)
	@touch $@

# uv where it is present, else venv and pip; one clear line for what is missing.
define install
	command -v $(PYTHON) >/dev/null || { echo "CrampCoach needs Python 3.11 or newer, and found no $(PYTHON): make PYTHON=/path/to/python3"; exit 1; }; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "CrampCoach needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) -V): make PYTHON=/path/to/python3.11"; exit 1; }; \
	if command -v uv >/dev/null; then \
		uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && uv pip install --quiet --python $(BIN)/python -r $(1); \
	else \
		$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) lacks the venv module: on Debian and Ubuntu, apt-get install python3-venv"; exit 1; }; \
		test -x $(BIN)/python || $(PYTHON) -m venv $(VENV); \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(1); \
	fi
endef
