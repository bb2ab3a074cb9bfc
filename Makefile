# make demo    the example province in a browser
# make test    every test, on both graph engines and in Chromium
# make check   format, lint, types, imports and the fast tests, in under a minute
# make bench   measures, and rewrites the pages docs/benchmarks*.md
# make docs    regenerates the generated pages of docs/
# make shots   takes the pictures of README.md again

UV := $(or $(shell command -v uv 2>/dev/null),$(CURDIR)/.tools/bin/uv)
RUN := $(UV) run --locked --no-sync
PYTHON ?= python3
# The tests start many processes: compiled once, Python's modules load in a third of the time.
unexport PYTHONDONTWRITEBYTECODE
FAST := not engine and not browser and not whole

.PHONY: demo test check bench docs shots format chromium clean

demo: .venv/.demo
	$(RUN) simpul demo

test: .venv/.ready chromium
	$(RUN) pytest -n auto --maxprocesses 4 --dist loadfile

check: .venv/.ready
	$(RUN) ruff format --check --quiet
	$(RUN) ruff check --quiet
	$(RUN) lint-imports --no-cache > .lint-imports.log || { cat .lint-imports.log; exit 1; }
	@rm -f .lint-imports.log
	$(RUN) mypy
	$(RUN) pytest -q -n auto --dist worksteal -m "$(FAST)" --hypothesis-profile=quick

bench: .venv/.ready chromium
	$(UV) sync --locked --all-groups
	$(RUN) python -m tests.benchmarks
	$(RUN) python -m tests.benchmarks.redundancy
	$(RUN) python -m tests.benchmarks.resilience

docs: .venv/.ready
	$(RUN) pytest -q -m "$(FAST)" --update-golden

shots: .venv/.ready chromium
	$(RUN) python -m tests.browser.screenshots

format: .venv/.ready
	$(RUN) ruff format
	$(RUN) ruff check --fix

chromium:
	@sh tests/browser/install_chromium.sh

.venv/.demo: pyproject.toml uv.lock | uv
	$(UV) sync --locked --no-dev --inexact
	@touch $@

.venv/.ready: pyproject.toml uv.lock | uv
	$(UV) sync --locked
	@touch $@

# uv as a plain wheel beside the project: works where pip may not touch the system's Python.
.PHONY: uv
uv:
	@command -v $(UV) >/dev/null || $(PYTHON) -m pip install --quiet --target .tools uv

clean:
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .hypothesis
