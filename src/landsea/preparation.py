"""What has to be in the database and on disk before the platform can be served: schema, reference data, texts, demo.

A step is a management command and the files that decide what it does. A step whose files and database are the same as
last time is skipped, so that a second start takes seconds. The stamps lie in `var/stamps/`.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from landsea_paths import find_checkout_folder, find_var_folder


@dataclass(frozen=True)
class Step:
    """One command; `inputs` are the patterns, below the checkout (`var/` is wherever that lies), of the files that decide
    what it does.
    """

    command: str
    saying: str
    inputs: Sequence[str]
    options: tuple[tuple[str, object], ...] = ()
    in_database: bool = True


QUIETLY = (("interactive", False),)
ALWAYS = (
    Step("messages", "compiling the translations", ["src/landsea/**/locale/**/*.po"], (("compile", True),), False),
    Step(
        "collectstatic",
        "gathering scripts, styles and fonts",
        ["src/landsea/**/static/**/*", "requirements/base.txt"],
        QUIETLY,
        in_database=False,
    ),
    Step(
        "migrate",
        "bringing the database's tables up to date",
        ["src/landsea/**/migrations/*.py", "src/landsea/settings/*.py", "requirements/base.txt"],
        QUIETLY,
    ),
    Step(
        "load_reference",
        "loading the reference directory",
        ["data/reference/*.jsonl", "data/reference/words/**/*.jsonl", "src/landsea/directory/**/*.py"],
    ),
    Step(
        "load_network",
        "loading the network",
        [
            *("data/reference/places.jsonl", "data/reference/words/*/places.jsonl", "data/reference/network/*.jsonl"),
            *("var/network/*.jsonl", "src/landsea/corridor/actions/*.py"),
        ],
    ),
    Step(
        "load_figures",
        "loading the figures",
        [
            *(f"data/reference/{name}.jsonl" for name in ("series", "printed_figures", "observations")),
            "data/reference/words/*/figures.jsonl",
        ],
    ),
    Step("load_measures", "loading the rules", ["data/reference/measures*.jsonl", "src/landsea/rules/facts.py"]),
    Step(
        "load_exchange",
        "loading the public facts of the exchange board",
        [
            *("data/reference/exchange.jsonl", "data/reference/words/*/exchange.jsonl", "data/reference/places.jsonl"),
            "src/landsea/exchange/**/*.py",
        ],
    ),
)
DEMO = Step("demo", "making the demo people and cases", ["data/reference/desks.jsonl"])


def prepare(say: Callable[[str], None], *, demo: bool) -> None:
    """Run the steps that are due, in order, saying which; the database must answer.

    What a command raises passes through, and its step is tried again at the next start.
    """
    database, is_changed = _database_identity(), False
    for step in (*ALWAYS, _demo()) if demo else ALWAYS:
        stamp = find_var_folder() / "stamps" / step.command
        now = _digest(step, database if step.in_database else "")
        if stamp.exists() and stamp.read_text() == now:
            continue
        say(step.saying)
        call_command(step.command, verbosity=0, **dict(step.options))
        is_changed |= step.in_database
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(now)
    if is_changed:
        _count_anew()
    connection.close()


def _count_anew() -> None:
    """Let the database count what was loaded. Until it does so by itself, a minute later, it would plan for empty tables."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _demo() -> Step:
    """Return the demo's step; with LANDSEA_DEMO_YEAR it plays a whole year too."""
    if not settings.DEMO_YEAR:
        return DEMO
    saying = "making the demo and playing a year of it (about a minute, only this once)"
    return replace(DEMO, saying=saying, options=(("year", True),))


def _database_identity() -> str:
    """Return what tells this database from one that was dropped and made again under the same name."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT system_identifier, oid FROM pg_control_system(), pg_database WHERE datname = current_database()"
        )
        return str(cursor.fetchone())


def _digest(step: Step, database: str) -> str:
    content = hashlib.sha256(f"{step} {database}".encode())
    for path in _files(step.inputs):
        content.update(str(path).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest()


def _files(patterns: Iterable[str]) -> list[Path]:
    return sorted({path for pattern in patterns for path in _matching(pattern) if path.is_file()})


def _matching(pattern: str) -> Iterable[Path]:
    if pattern.startswith("var/"):
        return find_var_folder().glob(pattern.removeprefix("var/"))
    return find_checkout_folder().glob(pattern)
