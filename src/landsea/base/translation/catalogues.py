"""Texts in several languages: the catalogues, which translations are missing or broken, and the form gettext reads.

Each app and the core keep catalogues in a folder `locale`, one a language. A text that several of them use stands once, with
the first (`collecting.collect_by_home`). Uses Babel, so that no step needs the machine's gettext tools. Finding the texts in
the sources is `collecting`'s work.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import to_locale

from landsea_core.text.traditional import DERIVED, convert_to_traditional

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def list_catalogues(root: Path) -> Iterator[Path]:
    """Yield the .po files of the apps below a folder, in order."""
    yield from sorted(root.glob("**/locale/*/LC_MESSAGES/*.po"))


def read_catalogue(path: Path) -> Catalog:
    """Read one catalogue; its language is that of its folder."""
    with open(path, "rb") as file:
        return read_po(file, locale=path.parents[1].name)


def renew_catalogues(locale: Path, folders: list[str], found: Catalog, known: Sequence[Catalog] = ()) -> None:
    """Bring the catalogue of each language folder in step with what was found; translations already there stay.

    A text that is found no more is dropped with its translation, one that moved here from another app takes along the
    translation that a catalogue of that language in `known` has. Nothing is guessed from similar texts.
    """
    for name in folders:
        path = find_catalogue(locale, name)
        if not path.exists() and not any(message.id for message in found):
            continue
        catalog = read_catalogue(path) if path.exists() else make_empty_catalogue(name)
        # A copy of its own: Babel would share the messages, and with them their translations, among the languages.
        catalog.update(deepcopy(found), no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
        _take_along(catalog, [one for one in known if str(one.locale) == name])
        write_catalogue(path, catalog)


def find_catalogue(locale: Path, name: str) -> Path:
    """Return the file of a language in a folder `locale`, for the name that gettext gives to the language: zh_Hans."""
    return locale / name / "LC_MESSAGES" / "django.po"


def write_catalogue(path: Path, catalog: Catalog) -> None:
    """Write a catalogue in the order of its texts, so that a change shows as the lines that it changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as file:
        write_po(file, catalog, width=0, sort_output=True, ignore_obsolete=True, include_lineno=False)


def _take_along(catalog: Catalog, known: Sequence[Catalog]) -> None:
    """Fill what has no translation from the same text in another catalogue of the language."""
    for message in catalog:
        if message.id and not all(list_translations(message)):
            elsewhere = (one.get(message.id, message.context) for one in known)
            message.string = next(
                (one.string for one in elsewhere if one and all(list_translations(one))), message.string
            )


def make_empty_catalogue(name: str) -> Catalog:
    """Return a catalogue of a language that there are no translations in yet."""
    return Catalog(locale=name, project="Landsea", version="1", header_comment="# Texts of Landsea.", fuzzy=False)


def compile_catalogues(root: Path) -> None:
    """Write the .mo file beside each catalogue, where it is not there yet as it should be: the checkout of an installation
    cannot be written to by those who serve it. What is untranslated or only guessed (fuzzy) is left out. Those of languages
    that are made of others (`DERIVED`) are made here, from what those say.
    """
    derived = {
        to_locale(of): to_locale(language) for language, of in DERIVED.items() if language in _languages_of_pages()
    }
    for path in list_catalogues(root):
        said = _read_translated(path)
        _write_compiled(path.with_suffix(".mo"), said)
        if name := derived.get(path.parents[1].name):
            _write_compiled(find_catalogue(path.parents[2], name).with_suffix(".mo"), _in_traditional(said))


def _languages_of_pages() -> set[str]:
    return {code for code, _name in settings.LANGUAGES}


def _write_compiled(path: Path, said: Catalog) -> None:
    content = BytesIO()
    write_mo(content, said)
    if path.exists() and path.read_bytes() == content.getvalue():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".mo.part")
    partial.write_bytes(content.getvalue())
    partial.rename(path)


def _in_traditional(said: Catalog) -> Catalog:
    """Return a catalogue in simplified characters in traditional ones; places for values are Latin and stay."""
    made = deepcopy(said)
    for message in made:
        if message.id:
            texts = [convert_to_traditional(text) for text in list_translations(message)]
            message.string = tuple(texts) if isinstance(message.string, tuple | list) else texts[0]
    return made


def _read_translated(path: Path) -> Catalog:
    """Read a catalogue without its untranslated texts; Babel would write a plural one with its English singular."""
    catalog = read_catalogue(path)
    for message in list(catalog):
        if message.id and not all(list_translations(message)):
            catalog.delete(message.id, message.context)
    return catalog


def count_said(homes: Mapping[Path, Catalog], name: str) -> tuple[int, int]:
    """Return how many of the texts found are said in a language, as its folder is named, and how many there are."""
    said = wanted = 0
    for home, found in homes.items():
        path = find_catalogue(home / "locale", name)
        kept = read_catalogue(path) if path.exists() else Catalog()
        texts = [kept.get(one.id, one.context) for one in found if one.id]
        wanted += len(texts)
        said += sum(1 for one in texts if one and not one.fuzzy and all(list_translations(one)))
    return said, wanted


def find_catalogue_problems(locale: Path, folders: list[str], found: Catalog) -> list[str]:
    """Return one sentence for each found text that a language lacks, only guesses, or lost a placeholder of."""
    return [sentence for name in folders for sentence in _find_problems_of(locale / name, found)]


def _find_problems_of(folder: Path, found: Catalog) -> Iterator[str]:
    path = find_catalogue(folder.parent, folder.name)
    kept = read_catalogue(path) if path.exists() else Catalog()
    home = folder.parents[1].name
    for wanted in found:
        if not wanted.id:
            continue
        where = f"{folder.name}, {home}: {_text(wanted.id)!r}"
        message = kept.get(wanted.id, wanted.context)
        if message is None:
            yield f"{where} is not in the catalogue yet: run `landsea messages`."
        elif not all(parts := list_translations(message)):
            yield f"{where} has no translation."
        elif message.fuzzy:
            yield f"{where} is only guessed: correct it and remove the fuzzy mark."
        elif lost := find_lost_placeholders(wanted.id, parts):
            yield f"{where} lost {', '.join(sorted(lost))} in translation."


def list_translations(message: Message) -> list[str]:
    """Return the translations of a message, one, or one a plural form; Babel has None for none at all."""
    return (
        [message.string or ""]
        if not isinstance(message.string, tuple | list)
        else [one or "" for one in message.string]
    )


def _text(message_id: str | Sequence[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[-1]


def find_lost_placeholders(message_id: str | Sequence[str], translations: Sequence[str]) -> set[str]:
    """Return the places for values, such as %(name)s, that a text has and none of its translations."""
    return set(PLACEHOLDER.findall(_text(message_id))) - {
        one for text in translations for one in PLACEHOLDER.findall(text)
    }
