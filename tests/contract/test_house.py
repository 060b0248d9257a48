"""Rules of the house that a machine keeps: who imports whom, where reads and writes stand, which routes have doors."""

import ast
import re
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from landsea.base.doors import DOORS, OWN_ACCOUNT_ROUTES, PUBLIC_ROUTES
from landsea.cli import PLAIN_COMMANDS

ROOT = Path(__file__).resolve().parents[2]
CORE, SEARCH, PLATFORM = (ROOT / "src" / name for name in ("landsea_core", "landsea_search", "landsea"))
APPS = sorted(file.parent for file in PLATFORM.rglob("apps.py"))
TALKS_TO_THE_WORLD = {
    "django",
    "psycopg",
    "landsea",
    "requests",
    "socket",
    "urllib",
    "http",
    "subprocess",
    "allauth",
    "procrastinate",
}


def modules(folder: Path):
    return [
        file for file in sorted(folder.rglob("*.py")) if "/tests/" not in str(file) and "/migrations/" not in str(file)
    ]


def imported(file: Path):
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("file", modules(CORE), ids=lambda f: str(f.relative_to(CORE)))
def test_the_core_is_pure(file):
    outside = {name for name in imported(file) if name.split(".")[0] in TALKS_TO_THE_WORLD}
    assert not outside, f"the core may not import {outside}"
    asks_the_time = re.search(r"\b(datetime\.now|datetime\.utcnow|date\.today|time\.time)\(", file.read_text())
    assert not asks_the_time, "in the core, time is an argument"


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_pages_and_tags_never_touch_tables(app):
    for folder in ("views", "templatetags"):
        for file in modules(app / folder):
            assert ".objects" not in file.read_text(), (
                f"{file.relative_to(ROOT)}: read through access, write through actions"
            )


def routes(patterns=None, prefix=""):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), pattern


def test_every_route_names_its_door():
    without = []
    for address, pattern in routes():
        door = getattr(pattern.callback, "door", None)
        if door is None and pattern.name not in (*PUBLIC_ROUTES, *OWN_ACCOUNT_ROUTES):
            without.append(address)
        assert door is None or door in DOORS
    assert not without, f"these routes name no door: {without}"


LONGEST_FILE, LONGEST_FUNCTION = 300, 60
MIDDLE_FILE, NINE_IN_TEN = 60, 150


def everything():
    return [*modules(CORE), *modules(SEARCH), *modules(PLATFORM)]


def test_files_are_small_enough_to_be_read():
    """In lines: no file over 300, nine of ten at most 150, half of them at most 60."""
    lengths = {file: len(file.read_text().splitlines()) for file in everything()}
    too_long = [str(file.relative_to(ROOT)) for file, lines in lengths.items() if lines > LONGEST_FILE]
    assert not too_long, f"divide these by what they hold: {too_long}"
    ordered = sorted(lengths.values())
    assert ordered[len(ordered) // 2] <= MIDDLE_FILE and ordered[len(ordered) * 9 // 10] <= NINE_IN_TEN


def test_functions_are_small_enough_to_be_read():
    for file in everything():
        for one in ast.walk(ast.parse(file.read_text())):
            if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = one.end_lineno - one.lineno + 1
                assert lines <= LONGEST_FUNCTION, f"{file.relative_to(ROOT)}: {one.name} has {lines} lines"


def test_every_module_says_what_lives_in_it():
    for file in [*modules(CORE), *modules(SEARCH), *modules(PLATFORM)]:
        text = file.read_text()
        assert not text.strip() or ast.get_docstring(ast.parse(text)), (
            f"{file.relative_to(ROOT)} begins without a paragraph"
        )


def test_settings_and_commands_are_explained():
    settings_page = (ROOT / "docs/operators/settings.md").read_text()
    written = "".join(file.read_text() for file in (PLATFORM / "settings").glob("*.py"))
    for name in set(re.findall(r'"(LANDSEA_\w+|DATABASE_URL)"', written)):
        assert f"`{name}`" in settings_page, f"explain {name} in docs/operators/settings.md"
    commands_page = (ROOT / "docs/operators/commands.md").read_text()
    for file in PLATFORM.glob("**/management/commands/[a-z]*.py"):
        name = file.stem.replace("_", "-")
        assert f"landsea {name}" in commands_page, f"explain landsea {name} in docs/operators/commands.md"


def test_every_option_of_a_command_is_explained():
    """Options are read from the code: a command of Django's own inherits a dozen that no operator of ours needs."""
    commands_page = (ROOT / "docs/operators/commands.md").read_text()
    of_commands = {file.stem.replace("_", "-"): file for file in PLATFORM.glob("**/management/commands/[a-z]*.py")}
    of_modules = {name: ROOT / f"src/{module.replace('.', '/')}.py" for name, module in PLAIN_COMMANDS.items()}
    for name, file in (of_commands | of_modules).items():
        rows = [line for line in commands_page.splitlines() if re.match(rf"\| `landsea {name}[ `]", line)]
        assert rows, f"explain landsea {name} in docs/operators/commands.md"
        for option in set(re.findall(r'add_argument\(\s*"(--[a-z-]+)"', file.read_text())):
            assert any(option in row for row in rows), f"explain {option} of landsea {name} there"
