"""The test database that is kept for the next run: found again as it was, and never when anything that makes it has changed."""

import ast
from pathlib import Path

import pytest

from landsea_dev.prepared import BESIDE_MIGRATIONS, MAKES_SERVERS, SOURCES, compute_digest
from landsea_paths import find_checkout_folder

RUN = """
import os, sys
from pathlib import Path
import psycopg
from landsea_dev import prepared
from landsea_dev.throwaway import is_prepared, start_throwaway_cluster
prepared.find_kept_folder = lambda: Path(os.environ["KEPT"])
cluster = start_throwaway_cluster(os.environ["DIGEST"])
print("ready" if is_prepared() else "anew")
if not is_prepared():
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE made_by (digest text)")
        connection.execute("INSERT INTO made_by VALUES (%s)", [os.environ["DIGEST"]])
    prepared.keep_prepared(cluster, os.environ["DIGEST"])
with psycopg.connect(cluster.url()) as connection:
    print(connection.execute("SELECT digest FROM made_by").fetchone()[0])
"""


@pytest.fixture
def tree(tmp_path) -> Path:
    """A small tree of sources: a migration, a model, the settings."""
    for name in ("landsea/cases/migrations/0001.py", "landsea/cases/models.py", "landsea/settings/base.py"):
        file = tmp_path / "src" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("before")
    return tmp_path / "src"


@pytest.mark.parametrize(
    "name", ["landsea/cases/migrations/0001.py", "landsea/settings/base.py", *BESIDE_MIGRATIONS, *MAKES_SERVERS]
)
def test_what_makes_the_database_changes_the_digest(tree, name):
    before = compute_digest(["cases"], tree)
    assert compute_digest(["cases"], tree) == before
    (tree / name).parent.mkdir(parents=True, exist_ok=True)
    (tree / name).write_text("after")
    assert compute_digest(["cases"], tree) != before


def test_a_new_migration_another_name_and_another_app_change_the_digest(tree):
    before, migrations = compute_digest(["cases"], tree), tree / "landsea/cases/migrations"
    assert compute_digest(["rules", "cases"], tree) != before
    (migrations / "0002.sql").write_text("")
    added = compute_digest(["cases"], tree)
    (migrations / "0002.sql").rename(migrations / "0003.sql")
    assert len({before, added, compute_digest(["cases"], tree)}) == 3


def test_other_code_leaves_the_digest_alone(tree):
    before = compute_digest(["cases"], tree)
    (tree / "landsea/cases/models.py").write_text("after")
    assert compute_digest(["cases"], tree) == before


def test_migrations_use_nothing_of_ours_that_the_digest_leaves_out():
    source, used = find_checkout_folder() / "src", set()
    for file in (one for name in SOURCES for one in (source / name).rglob("migrations/*.py")):
        for line in ast.walk(ast.parse(file.read_text())):
            names = [line.module or ""] if isinstance(line, ast.ImportFrom) else []
            names += [one.name for one in line.names] if isinstance(line, ast.Import) else []
            used |= {name for name in names if name.startswith("landsea") and ".migrations" not in name}
    assert {f"{name.replace('.', '/')}.py" for name in used} == set(BESIDE_MIGRATIONS)


def test_a_later_run_finds_what_an_earlier_one_made_and_only_that(start_python, folder):
    def run(digest: str) -> list[str]:
        return start_python(RUN, TMPDIR=str(folder), KEPT=str(folder / "kept"), DIGEST=digest).communicate()[0].split()

    assert run("one") == ["anew", "one"]
    assert run("one") == ["ready", "one"]
    assert run("other") == ["anew", "other"]
