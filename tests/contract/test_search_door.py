"""The exact search is an island: it imports nothing of the platform, and the platform imports its door only."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEARCH = "landsea_search"
PLATFORM = ("src/landsea*", "bench", "tools")


def imported_modules(source: str) -> set[str]:
    """Return every module that a source imports; of `from a import b` both `a` and `a.b`, as `b` may be a module."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


@cache
def inner_modules() -> set[str]:
    """Return the names of all modules inside the search."""
    folder = ROOT / "src" / SEARCH
    names = (file.relative_to(folder.parent).with_suffix("") for file in folder.rglob("*.py"))
    return {".".join(name.parts).removesuffix(".__init__") for name in names} - {SEARCH}


def behind_the_door(source: str) -> set[str]:
    """Return what a source imports of the search beside its door: modules inside, whether they exist or not."""
    inside = inner_modules()
    return {
        name
        for name in imported_modules(source)
        if name in inside or (name.startswith(f"{SEARCH}.") and name.count(".") > 1)
    }


def files_of_the_platform() -> list[Path]:
    """Return every Python file of ours that is not the search's own."""
    folders = [folder for pattern in PLATFORM for folder in sorted(ROOT.glob(pattern)) if folder.name != SEARCH]
    return [file for folder in folders for file in sorted(folder.rglob("*.py"))]


def test_the_platform_imports_the_door_of_the_search_only():
    wrong = {
        str(file.relative_to(ROOT)): inside
        for file in files_of_the_platform()
        if (inside := behind_the_door(file.read_text()))
    }
    assert not wrong, f"import from {SEARCH} itself, its door, and not from a module inside: {wrong}"


@pytest.mark.parametrize(
    "line",
    [
        "import landsea_search.compiled",
        "from landsea_search.worksheet import rules",
        "from landsea_search import checks",
        "def later():\n    from landsea_search.answering.planner import CompiledPlanner",
        "from landsea_search.not_yet.written import something",
    ],
)
def test_an_import_past_the_door_is_found(line):
    assert behind_the_door(line)
    assert not behind_the_door("from landsea_search import Network, make_planner")


def test_the_search_imports_nothing_of_the_platform():
    for file in sorted((ROOT / "src" / SEARCH).rglob("*.py")):
        theirs = {name for name in imported_modules(file.read_text()) if name.split(".")[0].startswith("landsea")}
        outside = {name for name in theirs if name.split(".")[0] != SEARCH} | (theirs & {"tests", "bench"})
        assert not outside, f"{file.relative_to(ROOT)} imports {outside}: the search stands alone"
