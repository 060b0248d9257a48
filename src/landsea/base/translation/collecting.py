"""Finding the texts to translate in our templates and modules and in the core, with Babel and Django's reading of templates.

A text of an app stands in a call of gettext, one of the core in a call of `Sentence`, as a literal in both.

Needs no program of the machine. Where the catalogues are kept and whether they are complete is `catalogues`' business.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

LAZY = {f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items() if name.endswith("gettext")}
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY, "Sentence": None}
CORE = "landsea_core"
SET_ASIDE = frozenset({"tests", "static", "migrations", "locale"})
COMMENT_TAGS = ("Translators:",)


def collect_by_home(root: Path) -> dict[Path, Catalog]:
    """Return the core and each app below `root` with the texts that its catalogues keep, in the order in which they are asked.

    A text that several of them use belongs to the first: the core, then `ui`, whose words all pages share, then by name.
    Raises SyntaxError or TemplateSyntaxError, naming the file, when one cannot be read.
    """
    apps = sorted((path.parent for path in root.glob("**/apps.py")), key=lambda path: (path.name != "ui", path.name))
    core = [root / CORE] if (root / CORE).is_dir() else []
    kept: dict[Path, Catalog] = {}
    for home in (*core, *apps):
        catalog = Catalog(charset="utf-8")
        for message in collect_texts(home):
            if message.id and not any(other.get(message.id, message.context) for other in kept.values()):
                catalog[message.id] = message
        kept[home] = catalog
    return kept


def collect_texts(root: Path) -> Catalog:
    """Return every text to translate below `root`, with the files it stands in, in the order of those files.

    Raises SyntaxError or TemplateSyntaxError, naming the file, when one cannot be read.
    """
    catalog = Catalog(charset="utf-8")
    for path in list_sources(root):
        method, source = _readable(path)
        place = path.relative_to(root).as_posix()
        for line, message, comments, context in extract(
            method, BytesIO(source.encode()), keywords=KEYWORDS, comment_tags=COMMENT_TAGS
        ):
            catalog.add(message, locations=[(place, line)], auto_comments=comments, context=context)
    return catalog


def list_sources(root: Path) -> Iterator[Path]:
    """Yield the modules and templates below `root`, sorted; tests and built files are set aside."""
    for path in sorted(root.rglob("*")):
        if not SET_ASIDE.isdisjoint(path.relative_to(root).parts):
            continue
        is_template = path.suffix in {".html", ".txt"} and "templates" in path.parts
        if path.is_file() and (path.suffix == ".py" or is_template):
            yield path


def _readable(path: Path) -> tuple[str, str]:
    """Return Babel's method for this file, and what to give to it: a template as the calls it stands for."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return "python", text
    calls = templatize(text, origin=str(path))
    # Babel reads it with Python's own tokenizer, which would take a template's indentation for Python's.
    return "python", "\n".join(line.strip() for line in calls.splitlines())
