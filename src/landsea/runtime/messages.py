"""Texts in several languages: which translations are missing or broken, and the compiled form that gettext reads.

Uses Babel, so that neither running nor checking needs the machine's gettext tools; collecting new texts does, because
only Django's own collector reads its templates.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def catalogues(locale: Path) -> Iterator[Path]:
    """Yield the .po files below a locale folder, in order."""
    yield from sorted(locale.glob("*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    """Read one catalogue; its language is that of its folder."""
    with open(path, "rb") as file:
        return read_po(file, locale=path.parents[1].name)


def compile_all(locale: Path) -> None:
    """Write the .mo file beside each catalogue; what is only guessed (fuzzy) is left out."""
    for path in catalogues(locale):
        partial = path.with_suffix(".mo.part")
        with open(partial, "wb") as file:
            write_mo(file, read(path))
        partial.rename(path.with_suffix(".mo"))


def problems(locale: Path) -> list[str]:
    """Return one sentence for each text that is untranslated, guessed, or lost one of its placeholders."""
    return [sentence for path in catalogues(locale) for sentence in _problems_of(path)]


def _problems_of(path: Path) -> Iterator[str]:
    for message in read(path):
        if not message.id:
            continue
        where = f"{path.parents[1].name}: {_text(message.id)!r}"
        parts = _parts(message)
        if not all(parts):
            yield f"{where} has no translation."
        elif message.fuzzy:
            yield f"{where} is only guessed: correct it and remove the fuzzy mark."
        elif lost := _placeholders(message.id) - set.union(*(_placeholders(part) for part in parts)):
            yield f"{where} lost {', '.join(sorted(lost))} in translation."


def _parts(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def _text(message_id: str | tuple[str, ...]) -> str:
    return message_id if isinstance(message_id, str) else message_id[-1]


def _placeholders(text: str | tuple[str, ...]) -> set[str]:
    return set(PLACEHOLDER.findall(_text(text)))
