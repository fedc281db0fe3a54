# Codora's tasks. `make run` and `make test` do all the set-up themselves.
SHELL := /bin/sh
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PORT ?= 8000

manage := python manage.py
frontend_sources := $(shell find engine/src assets codora/core/components -type f 2>/dev/null) vite.config.ts package-lock.json
migrations := $(shell find codora -path '*/migrations/*.py' 2>/dev/null)
content_files := $(shell find content -type f 2>/dev/null) \
	$(shell find codora/core codora/places codora/curriculum codora/campaigns codora/pages -name '*.py' 2>/dev/null)
catalogues := $(shell find locale -name '*.po' 2>/dev/null)

.PHONY: help run admin test check fix content i18n audit bench e2e setup build database

help:
	@echo "make run      the site on http://127.0.0.1:8000 (PORT=… changes it), from a clean clone too"
	@echo "make admin    the first administrator, who signs in at /cms/"
	@echo "make test     every test, the real browser included"
	@echo "make check    what reads the code: linters, types, boundaries, migrations, content"
	@echo "make fix      formats the code and mends what a linter can mend"
	@echo "make content  proves every level"
	@echo "make i18n     extracts and compiles the catalogues, prints the coverage"
	@echo "make audit    asks whether a package has a known weakness (needs the internet)"
	@echo "make bench    measures and writes docs/benchmarks.md"
	@echo "make e2e      only the tests in a real browser"

run: build database
	@exec $(manage) serve

admin: database
	@$(manage) create_admin

# ---- the steps behind it, each done only when something it rests on changed

setup:
	@tools/setup

build: setup build/static/.vite/manifest.json build/messages/en.json

build/static/.vite/manifest.json: $(frontend_sources)
	@echo "Building the front end …"
	@npx vite build --logLevel warn && touch $@

build/messages/en.json: $(catalogues) $(content_files)
	@echo "Compiling the catalogues …"
	@$(manage) i18n --compile && touch $@

database: build var/migrated var/content-loaded

var/migrated: $(migrations)
	@echo "Bringing the database up to date …"
	@mkdir -p var && $(manage) migrate --verbosity 0 && $(manage) migrate play --verbosity 0 --database progress && touch $@

var/content-loaded: $(content_files) var/migrated
	@echo "Loading the content …"
	@$(manage) load_content && touch $@

# ---- looking after the code

test: export CODORA_TESTING := 1
test:
	@tools/setup browser-tests
	@$(MAKE) --no-print-directory build check
	npx vitest run
	python tools/test_on_postgres.py -q
	pytest

e2e: build
	@tools/setup browser-tests
	pytest tests/e2e

check: setup
	ruff check .
	ruff format --check .
	mypy codora tools bench
	lint-imports
	python tools/check_boundaries.py
	npx tsc
	npx stylelint 'assets/**/*.css' 'engine/**/*.css' 'codora/**/*.css'
	node engine/prover/write-types.ts --check
	node tools/build-sprites.ts --check
	$(manage) makemigrations --check --dry-run
	$(manage) i18n --check
	node engine/prover/cli.ts --quiet

fix: setup
	ruff check --fix .
	ruff format .
	npx stylelint --fix 'assets/**/*.css' 'engine/**/*.css' 'codora/**/*.css'

content: setup
	node engine/prover/cli.ts $(ACTIVITY:%=content/activities/%)

i18n: setup
	$(manage) i18n

audit: setup
	uvx pip-audit --requirement requirements.lock --require-hashes --disable-pip --strict
	npm audit

bench: build
	python bench/run.py
