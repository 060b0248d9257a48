"""Rules of the house that a machine keeps: who imports whom, where reads and writes stand, which routes have doors."""

import ast
import re
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from landsea.base.doors import DOORS, OWN_ACCOUNT_ROUTES, PUBLIC_ROUTES

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


def test_files_are_small_enough_to_be_read():
    for file in [*modules(CORE), *modules(SEARCH), *modules(PLATFORM)]:
        lines = len(file.read_text().splitlines())
        assert lines <= 400, f"{file.relative_to(ROOT)} has {lines} lines: divide the room"


def test_every_module_says_what_lives_in_it():
    for file in [*modules(CORE), *modules(SEARCH), *modules(PLATFORM)]:
        text = file.read_text()
        assert not text.strip() or ast.get_docstring(ast.parse(text)), (
            f"{file.relative_to(ROOT)} begins without a paragraph"
        )


def test_settings_and_commands_are_explained():
    settings_page = (ROOT / "docs/operators/settings.md").read_text()
    for name in set(re.findall(r'"(LANDSEA_\w+|DATABASE_URL)"', (PLATFORM / "settings/base.py").read_text())):
        assert f"`{name}`" in settings_page, f"explain {name} in docs/operators/settings.md"
    commands_page = (ROOT / "docs/operators/commands.md").read_text()
    for file in PLATFORM.glob("**/management/commands/[a-z]*.py"):
        name = file.stem.replace("_", "-")
        assert f"landsea {name}" in commands_page, f"explain landsea {name} in docs/operators/commands.md"
