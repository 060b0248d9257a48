"""One PO file with all that is said in a language, for a translator to work in, and taking back what they wrote.

It holds the texts of code as the catalogues have them, and the texts of reference data with a context that says where each
belongs: "reference: measures", or "reference: offices, th-fisheries" where a text is said of one thing only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from django.utils.translation import to_locale

from landsea.base.translation import catalogues
from landsea_core.translations import (
    KINDS,
    Word,
    find_lost_numbers,
    find_words_path,
    list_texts,
    put_in_order,
    read_all_languages,
    read_language,
    read_lines,
    write_words,
)

PREFIX = "reference: "
Homes = Mapping[Path, Catalog]
"""The texts of code by the folder of the app, or of the core, that keeps them."""


@dataclass
class Taken:
    """What was taken from a translator's file: how many texts were written, and a sentence for each that was not."""

    written: int = 0
    refused: list[str] = field(default_factory=list)


def make_translator_file(homes: Homes, reference: Path, language: str, *, only_missing: bool = False) -> Catalog:
    """Return a catalogue of all texts, with what is said in the language now. `only_missing`: of those alone that are not."""
    name = to_locale(language)
    whole = catalogues.make_empty_catalogue(name)
    for home, found in homes.items():
        path = catalogues.find_catalogue(home / "locale", name)
        said = catalogues.read_catalogue(path) if path.exists() else Catalog()
        for message in found:
            kept = said.get(message.id, message.context) if message.id else None
            if message.id and not (only_missing and kept and all(catalogues.list_translations(kept))):
                string = kept.string if kept else ""
                comments = [*message.auto_comments, f"Words of {home.name}"]
                whole.add(message.id, string, auto_comments=comments, context=message.context, flags=message.flags)
    for kind in KINDS:
        for entry in _list_entries(reference, kind, language):
            if not (only_missing and entry.said):
                context = PREFIX + (f"{kind}, {entry.of}" if entry.of else kind)
                whole.add(
                    entry.english, entry.said, auto_comments=[f"A text of {kind} in data/reference"], context=context
                )
    return whole


@dataclass(frozen=True)
class _Entry:
    """A text of a kind: `of` is the code of the one thing that it is said of; `said` what is said now, "" for nothing;
    `is_name`: it is what things are called, so it may do without the numbers of its English.
    """

    english: str
    of: str
    said: str
    is_name: bool


def _list_entries(reference: Path, kind: str, language: str) -> Iterator[_Entry]:
    said = {word.key: word.said for word in read_language(reference, language, kind)}
    texts = [text for line in read_lines(reference, KINDS[kind]) for text in list_texts(KINDS[kind], line.row)]
    names = {text.english for text in texts if text.field.by_language}
    english = [text.english for text in texts]
    if not KINDS[kind].closed:
        english += [word.english for word in read_all_languages(reference, kind)]
    yield from (_Entry(one, "", said.get((one, ""), ""), one in names) for one in dict.fromkeys(english))
    yield from (_Entry(one, of, text, one in names) for (one, of), text in said.items() if of)


def take_translator_file(path: Path, homes: Homes, reference: Path, language: str) -> Taken:
    """Write what a translator's file says into catalogues and files of translations; what is empty or marked as fuzzy is
    passed over. Raises ValueError for a file that is no PO.
    """
    name, taken = to_locale(language), Taken()
    try:
        with open(path, "rb") as file:
            catalog = read_po(file, locale=name, abort_invalid=True)
    except PoFileError as fault:
        raise ValueError(str(fault)) from fault
    said = [one for one in catalog if one.id and not one.fuzzy and all(catalogues.list_translations(one))]
    _take_texts_of_code([one for one in said if not (one.context or "").startswith(PREFIX)], homes, name, taken)
    of_data = [one for one in said if (one.context or "").startswith(PREFIX)]
    for kind in KINDS:
        _take_reference_texts(of_data, reference, kind, language, taken)
    return taken


def _take_texts_of_code(said: list[Message], homes: Homes, name: str, taken: Taken) -> None:
    for home, found in homes.items():
        new = [one for one in said if found.get(one.id, one.context)]
        if not new:
            continue
        catalogues.renew_catalogues(home / "locale", [name], found)
        path = catalogues.find_catalogue(home / "locale", name)
        kept = catalogues.read_catalogue(path)
        for one in new:
            if lost := catalogues.find_lost_placeholders(one.id, catalogues.list_translations(one)):
                taken.refused.append(f"{_quote(one)}: {', '.join(sorted(lost))} is missing.")
            elif (message := kept.get(one.id, one.context)) and message.string != one.string:
                message.string, taken.written = one.string, taken.written + 1
        catalogues.write_catalogue(path, kept)
    known = {(message.id, message.context) for found in homes.values() for message in found}
    taken.refused += [f"{_quote(one)} is said nowhere any more." for one in said if (one.id, one.context) not in known]


def _take_reference_texts(said: list[Message], reference: Path, kind: str, language: str, taken: Taken) -> None:
    entries = {(entry.english, entry.of): entry for entry in _list_entries(reference, kind, language)}
    words = {word.key: word for word in read_language(reference, language, kind)}
    for one in said:
        of_kind, of = _read_context(one)
        if of_kind != kind:
            continue
        english, text = str(one.id), str(one.string)
        entry = entries.get((english, of)) or entries.get((english, ""))
        if entry is None:
            taken.refused.append(f"{_quote(one)} is said nowhere any more.")
        elif not entry.is_name and (lost := find_lost_numbers(english, text)):
            taken.refused.append(f"{_quote(one)}: {', '.join(lost)} is missing.")
        elif entry.of != of or entry.said != text:
            words[english, of] = Word(english, of, text)
            taken.written += 1
    if words:
        write_words(find_words_path(reference, language, kind), words.values())
        put_in_order(reference, kind, language)


def _read_context(message: Message) -> tuple[str, str]:
    kind, _, of = (message.context or "").removeprefix(PREFIX).partition(", ")
    return kind, of


def _quote(message: Message) -> str:
    return repr(message.id if isinstance(message.id, str) else message.id[0])
