# Each target is complete on a fresh machine that has git, make and a Python 3.12 or newer.
.PHONY: run test lint axe bench stop clean
.DEFAULT_GOAL := run

run: ## serve the record on 127.0.0.1:8000 (PORT=... for another port)
	@bin/run

test: ## every check and test, as CI runs them
	@bin/test

lint: ## the checks without the tests
	@bin/test --lint

axe: ## accessibility: every page, at every size and colour scheme
	@bin/test --axe

bench: ## the benchmarks, as ratios (ROWS=... for another size)
	@bin/bench

stop: ## stop the database that run and test leave up
	@[ ! -x .venv/bin/python ] || .venv/bin/python -m icctracker.localdb stop

clean: stop ## remove the environment and what was generated; the database stays
	rm -rf .venv .ruff_cache .pytest_cache .import_linter_cache .hypothesis staticfiles
