"""Texts in several languages: the catalogues, which translations are missing or broken, and the form gettext reads.

Each app keeps its own catalogues in its folder `locale`, one a language. A text that several apps use stands once, with
the first of them (`extraction.homes`). Uses Babel, so that no step needs the machine's gettext tools. Finding the texts
in the sources is `extraction`'s work.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def catalogues(root: Path) -> Iterator[Path]:
    """Yield the .po files of the apps below a folder, in order."""
    yield from sorted(root.glob("**/locale/*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    """Read one catalogue; its language is that of its folder."""
    with open(path, "rb") as file:
        return read_po(file, locale=path.parents[1].name)


def renew(locale: Path, folders: list[str], found: Catalog, known: Sequence[Catalog] = ()) -> None:
    """Bring the catalogue of each language folder in step with what was found; translations already there stay.

    A text that is found no more is dropped with its translation, one that moved here from another app takes along the
    translation that a catalogue of that language in `known` has. Nothing is guessed from similar texts.
    """
    for name in folders:
        path = locale / name / "LC_MESSAGES" / "django.po"
        if not path.exists() and not any(message.id for message in found):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = read(path) if path.exists() else _empty(name)
        # A copy of its own: Babel would share the messages, and with them their translations, among the languages.
        catalog.update(deepcopy(found), no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
        _take_along(catalog, [one for one in known if str(one.locale) == name])
        with open(path, "wb") as file:
            write_po(file, catalog, width=0, sort_output=True, ignore_obsolete=True, include_lineno=False)


def _take_along(catalog: Catalog, known: Sequence[Catalog]) -> None:
    """Fill what has no translation from the same text in another catalogue of the language."""
    for message in catalog:
        if message.id and not all(_parts(message)):
            elsewhere = (one.get(message.id, message.context) for one in known)
            message.string = next((one.string for one in elsewhere if one and all(_parts(one))), message.string)


def _empty(name: str) -> Catalog:
    return Catalog(locale=name, project="Landsea", version="1", header_comment="# Texts of Landsea.", fuzzy=False)


def compile_all(root: Path) -> None:
    """Write the .mo file beside each catalogue; what is untranslated or only guessed (fuzzy) is left out."""
    for path in catalogues(root):
        partial = path.with_suffix(".mo.part")
        with open(partial, "wb") as file:
            write_mo(file, _translated(path))
        partial.rename(path.with_suffix(".mo"))


def _translated(path: Path) -> Catalog:
    """Read a catalogue without its untranslated texts; Babel would write a plural one with its English singular."""
    catalog = read(path)
    for message in list(catalog):
        if message.id and not all(_parts(message)):
            catalog.delete(message.id, message.context)
    return catalog


def problems(locale: Path, folders: list[str], found: Catalog) -> list[str]:
    """Return one sentence for each found text that a language lacks, only guesses, or lost a placeholder of."""
    return [sentence for name in folders for sentence in _problems_of(locale / name, found)]


def _problems_of(folder: Path, found: Catalog) -> Iterator[str]:
    path = folder / "LC_MESSAGES" / "django.po"
    kept = read(path) if path.exists() else Catalog()
    home = folder.parents[1].name
    for wanted in found:
        if not wanted.id:
            continue
        where = f"{folder.name}, {home}: {_text(wanted.id)!r}"
        message = kept.get(wanted.id, wanted.context)
        if message is None:
            yield f"{where} is not in the catalogue yet: run `landsea messages`."
        elif not all(parts := _parts(message)):
            yield f"{where} has no translation."
        elif message.fuzzy:
            yield f"{where} is only guessed: correct it and remove the fuzzy mark."
        elif lost := _placeholders(wanted.id) - set().union(*map(_placeholders, parts)):
            yield f"{where} lost {', '.join(sorted(lost))} in translation."


def _parts(message: Message) -> list[str]:
    """Return the translations of a message, one, or one a plural form; Babel has None for none at all."""
    return (
        [message.string or ""]
        if not isinstance(message.string, tuple | list)
        else [one or "" for one in message.string]
    )


def _text(message_id: str | Sequence[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[-1]


def _placeholders(text: str | Sequence[str]) -> set[str]:
    return set(PLACEHOLDER.findall(_text(text)))
