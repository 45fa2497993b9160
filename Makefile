# Everything for a fresh machine with Python 3.11 or later: `make demo` and `make test`.
# Without make: `sh .ci/setup run` (or dev), then use .venv/bin/saksama and .venv/bin/pytest.

BIN := .venv/bin

.PHONY: demo test test-corpus lint lock samples schema daftar clean wheels licences sbom supply offline image kill golden

demo: .venv/.run
	@$(BIN)/saksama periksa samples/bermasalah --tanggal 2025-03-10; test $$? -le 1

test: .venv/.dev
	$(BIN)/pytest -n 2

# kill -9 at random moments, a hundred times for each kind of job: twenty minutes.
kill: .venv/.dev
	$(BIN)/python bench/kill.py 100

test-corpus: .venv/.dev
	$(BIN)/pytest -n 2 -m corpus

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	sh .ci/types
	$(BIN)/lint-imports

# The locked sets are made for every platform and Python from 3.11 on.
lock: .venv/.dev
	$(BIN)/uv pip compile -q --system-certs pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/run.txt
	$(BIN)/uv pip compile -q --system-certs pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/dev.txt
	printf 'setuptools>=77\n' | $(BIN)/uv pip compile -q --system-certs - --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/build.txt
	$(BIN)/uv pip compile -q --system-certs pyproject.toml --extra ocr --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/ocr.txt
	$(BIN)/uv pip compile -q --system-certs pyproject.toml --extra gugus --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/gugus.txt

# After a change of the lock files: every wheel for every kind of machine (600 MB), then what is written about them.
wheels: .venv/.dev
	$(BIN)/python -m shipping.wheels download build/wheels
	$(BIN)/python -m shipping.wheels table build/wheels

licences: .venv/.dev
	$(BIN)/python -m shipping.licences write build/wheels

sbom: .venv/.dev
	$(BIN)/python -m shipping.sbom

# What CI asks of the locked sets: seconds, and of the index its metadata alone.
supply: .venv/.dev
	$(BIN)/python -m shipping.licences check
	$(BIN)/python -m shipping.wheels check

# The folder for offices without internet, for both systems: dist/saksama-luring.zip. Tried by `sh .ci/luring`.
offline: .venv/.dev
	rm -rf dist/saksama-luring dist/saksama-luring.zip
	$(BIN)/python -m shipping.bundle dist/saksama-luring --zip

image:
	docker build -t saksama .

samples: .venv/.dev
	$(BIN)/python samples/pembuat/build.py

schema: .venv/.dev
	for kind in aturan kosakata lke peraturan profil topik; do \
		$(BIN)/saksama aturan skema rules/schema/$$kind.schema.json --untuk $$kind; done

# The committed lists of rules per profile, after a change that is meant to change them.
daftar: .venv/.dev
	for profile in rules/profil/*.yaml; do name=$$(basename $$profile .yaml); \
		$(BIN)/saksama aturan daftar --profil $$name > tests/rules/daftar/$$name.txt; done

# The committed content of the worksheet, cell by cell, after a change that is meant to change it.
golden: .venv/.dev
	GOLDEN=tulis $(BIN)/pytest -q tests/reports/test_lke_golden.py

.venv/.run: requirements/run.txt pyproject.toml
	sh .ci/setup run

.venv/.dev: requirements/dev.txt pyproject.toml
	sh .ci/setup dev

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
