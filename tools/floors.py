"""The floors of the house: which rooms stand on which floor, and the imports between them.

Usage: floors.py      Print the floors with how many imports go from each down to which; list what climbs; 1 if anything does.

This table is the only place where floors are written down. An import goes to a lower floor or stays in its room; upwards
or sideways it is a climb. What a template loads, includes or extends counts, and so does a model named by a string. Rooms
below take what rooms above have to give through a slot (`landsea.base.contributions`), a card or a signal.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS: tuple[tuple[str, ...], ...] = (
    ("landsea_paths",),
    ("landsea_search",),
    ("landsea_core",),
    ("landsea.base",),  # modules that lie loose in it: actors, doors, refusal, secret links, ...
    (
        "landsea.base.audit",
        "landsea.base.jobs",
        "landsea.base.limits",
        "landsea.base.outgoing",
        "landsea.base.translation",
        "landsea_dev",
    ),
    ("landsea.base.ui",),
    ("landsea.base.corrections", "landsea.base.files", "landsea.base.offline", "landsea.base.outbox"),
    ("landsea.base.messengers",),
    ("landsea.accounts",),
    ("landsea.directory",),
    ("landsea.calendars", "landsea.phonebook", "landsea.rules"),
    ("landsea.cases", "landsea.corridor", "landsea.exchange"),
    ("landsea.translating",),
    (
        "landsea.associations",
        "landsea.consequences",
        "landsea.conversations",
        "landsea.likeness",
        "landsea.phrases",
        "landsea.talks",
        "landsea.waking",
    ),
    ("landsea.barriers", "landsea.experiences"),
    ("landsea.dialogues",),
    (
        "landsea.board",
        "landsea.figures",
        "landsea.heads",
        "landsea.mailroom",
        "landsea.privacy",
        "landsea.search",
        "landsea.teaching",
        "landsea.upkeep",
        "landsea.webhooks",
        "landsea.widgets",
    ),
    ("landsea.api", "landsea.crawlers", "landsea.home", "landsea.observing"),
    ("landsea_demo",),
    ("landsea",),  # the roof: settings, urls, preparation, the command line
)
HEIGHT = {room: height for height, rooms in enumerate(FLOORS, start=1) for room in rooms}
PAGES = frozenset({"views", "urls", "templatetags", "tasks", "management", "tests"})
"""What a room shows or runs, and nobody imports from another room."""

MODEL = re.compile(r"([a-z_]+)\.[A-Z]\w+")
LOADED = re.compile(r"{%\s*load ([\w\s]+?)(?: from (\w+))?\s*%}")
DRAWN = re.compile(r"{%\s*(?:include|extends) \"([^\"]+)\"")


@dataclass(frozen=True)
class Import:
    """One line that needs another room: the file, the rooms, and the name as it is written."""

    file: str
    user: str
    used: str
    name: str

    @property
    def climbs(self) -> bool:
        """Whether it goes upwards or sideways."""
        return HEIGHT[self.used] >= HEIGHT[self.user]

    @property
    def enters_pages(self) -> bool:
        """Whether it takes what another room only shows or runs."""
        inside = self.name.removeprefix(f"{self.used}.").split(".")
        return self.user != "landsea" and inside[0] in PAGES and self.name.startswith("landsea")

    def __str__(self) -> str:
        return f"{self.file} imports {self.name}: {self.user} may not use {self.used}"


def room_of(module: str) -> str | None:
    """Return the room that a module lies in, the innermost one; None for what is not of the house.

    >>> room_of("landsea.base.ui.times"), room_of("landsea.base.doors"), room_of("django.urls")
    ('landsea.base.ui', 'landsea.base', None)
    """
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in names if name in HEIGHT), None)


def imports_of(root: Path) -> list[Import]:
    """Return every import between two rooms below `root`/src, tests and migrations left out."""
    source = root / "src"
    templates, tags = _owners_of_templates(source), _owners_of_tags(source)
    found: list[Import] = []
    for file in sorted(source.rglob("*.py")):
        if not {"tests", "migrations"} & set(file.parts):
            found += _imports_of_module(file, source)
    for name, owner in templates.items():
        found += _imports_of_template(name, owner, templates, tags, source)
    return found


def _imports_of_module(file: Path, source: Path) -> Iterator[Import]:
    relative = file.relative_to(source)
    module = ".".join(relative.with_suffix("").parts).removesuffix(".__init__")
    user = room_of(module)
    if user is None:
        raise SystemExit(f"{relative} lies in no room: give it one in tools/floors.py.")
    for name in _names_in(ast.parse(file.read_text(encoding="utf-8")), "models" in relative.parts):
        used = room_of(name)
        if used and used != user:
            yield Import(str(relative), user, used, name)


def _names_in(tree: ast.AST, is_model: bool) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif is_model and isinstance(node, ast.Constant) and isinstance(node.value, str):
            model = MODEL.fullmatch(node.value)
            room = model and _room_with_label(model[1])
            if room:
                yield f"{room}.models"


def _room_with_label(label: str) -> str | None:
    names = (f"landsea.{label}", f"landsea.base.{label}")
    return next((name for name in names if name in HEIGHT), None)


def _owners_of_templates(source: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): _room_of_folder(folder, source)
        for folder in sorted(source.rglob("templates"))
        for file in folder.rglob("*.*")
    }


def _owners_of_tags(source: Path) -> dict[str, str]:
    return {
        file.stem: _room_of_folder(folder, source)
        for folder in sorted(source.rglob("templatetags"))
        for file in folder.glob("[a-z]*.py")
    }


def _room_of_folder(folder: Path, source: Path) -> str:
    return room_of(".".join(folder.parent.relative_to(source).parts)) or ""


def _imports_of_template(
    name: str, user: str, templates: dict[str, str], tags: dict[str, str], source: Path
) -> Iterator[Import]:
    folder = source / Path(*user.split(".")) / "templates"
    text = (folder / name).read_text(encoding="utf-8")
    loaded = [word for names, library in LOADED.findall(text) for word in ([library] if library else names.split())]
    used = [(tags.get(word), word) for word in loaded] + [(templates.get(path), path) for path in DRAWN.findall(text)]
    yield from (Import(f"template {name}", user, room, word) for room, word in used if room and room != user)


def climbs_in(imports: Iterable[Import]) -> list[Import]:
    """Return those that break a rule of the floors."""
    return [one for one in imports if one.climbs or one.enters_pages]


def main() -> int:
    """Print the floors from the roof down, and what climbs."""
    imports = imports_of(ROOT)
    counts = Counter((one.user, one.used) for one in imports)
    for height, rooms in reversed(list(enumerate(FLOORS, start=1))):
        for room in rooms:
            down = ", ".join(f"{used} {n}" for (user, used), n in sorted(counts.items()) if user == room)
            print(f"{height:>3}  {room:<26} {down}")
    climbs = climbs_in(imports)
    for one in climbs:
        print(one)
    print(f"{len(imports)} imports between {len(HEIGHT)} rooms on {len(FLOORS)} floors, {len(climbs)} climb.")
    return 1 if climbs else 0


if __name__ == "__main__":
    sys.exit(main())
