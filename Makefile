# The commands of this project; `make help` lists them.
.PHONY: help run test check system runtime dev lock bench screenshots soak fuzz package smoke-test clean

PYTHON ?= python3
SECONDS ?= 60
FILE ?= resources/samples/harbour-bridge.txt
IN = .venv/bin/python -m
export PYTHON

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: runtime  ## install what is missing and open the workstation (FILE=… opens another article)
	@scripts/run.sh "$(FILE)"

test: dev check  ## install what is missing, check the code and run every test
	QT_QPA_PLATFORM=offscreen $(IN) pytest $(PYTEST)

check: dev  ## style, types and import rules, without the tests
	$(IN) ruff check
	$(IN) ruff format --check
	$(IN) mypy
	.venv/bin/lint-imports

bench: dev  ## measure against bare Qt, spaCy and SQLite; writes docs/benchmarks.md
	$(IN) benchmarks

screenshots: dev  ## take the README's pictures from the real window
	.venv/bin/python docs/make_screenshots.py

soak: dev  ## long tests that a normal run leaves out
	QT_QPA_PLATFORM=offscreen $(IN) pytest -m soak

fuzz: dev  ## feed damaged files to every reader for SECONDS=60 (FORMATS="a.docx a.rtf" names some)
	nice -n 10 $(IN) tests.fuzz --seconds $(SECONDS) $(FORMATS)

package: dev  ## build dist/factcheck/ and the .deb
	packaging/build.sh

smoke-test:  ## install the .deb in a clean Debian and use it there (needs root)
	packaging/smoke-test.sh

lock: dev  ## write the locks from pyproject.toml (UPGRADE=--upgrade moves every pin to the newest)
	scripts/lock.sh $(UPGRADE)

clean:  ## remove everything that was built or installed here
	rm -rf .venv build dist out *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

system:
	@scripts/system-libraries.sh

runtime: system
	@scripts/environment.sh runtime

dev: system
	@scripts/environment.sh dev
