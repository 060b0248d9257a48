# Every target is explained by `make help`. PORT and HOST choose the address, PYTHON the Python to install with.
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
TESTS ?=
LANDSEA = .venv/bin/landsea
export PORT HOST

.DEFAULT_GOAL := help
.PHONY: bench-peers help install run test check bench drill gallery messages lock clean dev

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo '  make run PORT=8080      on another port'
	@echo '  make test TESTS=path    only these tests'

install:  ## install everything into this folder (.venv, node_modules); skips what did not change
	@$(PYTHON) tools/install.py run

run: install  ## start the platform with the reference directory and a demo; Ctrl-C ends all of it
	@LANDSEA_DEMO=$${LANDSEA_DEMO:-yes} LANDSEA_DEMO_YEAR=$${LANDSEA_DEMO_YEAR:-yes} exec $(LANDSEA) serve

dev: install
	@$(PYTHON) tools/install.py test

test: dev  ## run all tests, the browser's among them when chromium is there
	@.venv/bin/python -m landsea_search.compiling --all
	@exec .venv/bin/python tools/run_tests.py $(TESTS)

check: dev  ## style, types, reference data, translations, locks and file sizes, in seconds
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/python tools/check_tree.py
	@.venv/bin/python -m tests.contract.test_names
	@$(LANDSEA) load-reference --check
	@$(LANDSEA) messages --check
	@.venv/bin/python tools/floors.py

bench: dev  ## measure speed on generated stores and print tables (minutes)
	@.venv/bin/python -m bench.clock
	@.venv/bin/python -m bench.directory
	@.venv/bin/python -m bench.rules
	@.venv/bin/python -m bench.bulk_writes
	@.venv/bin/python -m bench.rules_spread
	@.venv/bin/python -m bench.search
	@.venv/bin/python -m bench.plan
	@.venv/bin/python -m bench.trips
	@.venv/bin/python -m landsea_search.benchmarks.sheet --limit 40
	@.venv/bin/python -m landsea_search.benchmarks.nigiri
	-@.venv/bin/python -m bench.reading
	@.venv/bin/python -m bench.likeness
	-@.venv/bin/python -m bench.mail_in
	-@.venv/bin/python -m bench.digests
	@exec .venv/bin/python -m bench

bench-peers: dev  ## measure systems of the same kind beside ours in one run (Redmine and Trac of Debian, installed by it as root); elsewhere print the lines to beat
	@exec .venv/bin/python -m bench.peers

drill: dev  ## kill web server, worker, mail intake, PostgreSQL and watchers at random; prove that nothing is lost or doubled; kill one of two machines, also behind PgBouncer; back up and restore; play a game day; answer mails through a real Postfix; ask each operation of the API 2,000 made-up requests, and all routes 200,000 hostile ones; read every page in every language; live each story on a phone and at a desk; hold the search to all its random networks; hold every page of everybody to WCAG by axe; let vdirsyncer, khard and khal read phone books and calendars; soak (two hours and more)
	@.venv/bin/python -m bench.drill
	@.venv/bin/python -m bench.drill_watch
	@.venv/bin/python -m bench.drill_machines
	@.venv/bin/python -m bench.drill_machines --pgbouncer
	@.venv/bin/python -m bench.drill_restore
	@.venv/bin/python -m bench.drill_postfix
	@.venv/bin/python -m bench.drill_phonebook
	@LANDSEA_API_EXAMPLES=2000 .venv/bin/python -m pytest -q src/landsea/api/tests/test_described.py
	@.venv/bin/python -m bench.hostile
	-@LANDSEA_PAGE_LANGUAGES=all .venv/bin/python -m pytest -q -s tests/contract/test_languages.py
	-@LANDSEA_TESTS=all .venv/bin/python -m pytest -q tests/e2e tests/core/network tests/search src/landsea_demo/simulation
	-@LANDSEA_AXE=all .venv/bin/python -m pytest -q -s tests/contract/test_accessible.py
	@.venv/bin/python -m bench.connections --minutes 10
	@.venv/bin/python -m bench.drill_kit
	@.venv/bin/python -m bench.game_day
	@if command -v debootstrap >/dev/null && [ $$(id -u) = 0 ]; then folder=$$(mktemp -d); ops/container/clean_root.sh $$folder; fi
	@exec .venv/bin/python -m bench.drill_mail

gallery: dev  ## a picture of every page in one sheet, beside a running `make run` (var/gallery/index.html; twenty minutes)
	@exec .venv/bin/python -m bench.gallery http://$(HOST):$(PORT) $${LANDSEA_VAR:-var}/gallery

messages: install  ## collect the texts to translate into each app's locale
	@exec $(LANDSEA) messages

lock:  ## renew the hashed lock files from requirements/*.in
	@$(PYTHON) tools/lock.py

clean:  ## remove what install and tests made; the data in var/ stays
	@rm -rf .venv node_modules src/landsea/base/ui/static/ui/dist .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results
	@find src tests bench tools -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
	@echo 'The data in var/ was kept; remove that folder yourself to start from nothing.'
