"""Which translations of a reference folder are missing, stale or wrong, told at the row where something is to be done."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from landsea_core.translations.fields import KINDS, Kind, list_texts
from landsea_core.translations.lookup import name_key
from landsea_core.translations.reference_texts import Keys, Line, is_said, read_language, read_lines
from landsea_core.translations.translation_files import (
    FOLDER,
    TranslationFault,
    Word,
    find_lost_numbers,
)


class TranslationProblem(NamedTuple):
    """One thing to correct: the file, its line (0: the file as a whole), and a sentence that says what."""

    file: str
    line: int
    sentence: str


class _Place(NamedTuple):
    language: str
    kind: str

    @property
    def file(self) -> str:
        return f"{FOLDER}/{self.language}/{self.kind}.jsonl"


def find_translation_problems(
    reference: Path, languages: Collection[str], kinds: Iterable[str] = KINDS
) -> list[TranslationProblem]:
    """Return everything wrong with the translations of these kinds of file: what `find_translation_faults` finds; texts that
    one of these languages (as the folders name them) has to say and does not; translations of what no file says any more,
    because its English was changed or taken out.
    """
    found: list[TranslationProblem] = []
    for name in kinds:
        lines = list(read_lines(reference, KINDS[name]))
        words = dict(_read_all(reference, name, languages))
        found += [problem for where, said in words.items() for problem in _find_faults(where, said, name, lines)]
        found += [problem for where, said in words.items() for problem in _find_stale(where, said, name, lines)]
        keys = {at.language: {word.key for word in said} for at, said in words.items() if isinstance(said, list)}
        found += [problem for line in lines for problem in _find_missing(KINDS[name], line, keys, languages)]
    return found


def find_translation_faults(reference: Path, kinds: Iterable[str] = KINDS) -> list[TranslationProblem]:
    """Return the rows of translations that are wrong whatever the files say: those that cannot be used, and sentences that
    lost a number of their English.
    """
    found: list[TranslationProblem] = []
    for name in kinds:
        lines = list(read_lines(reference, KINDS[name]))
        for where, said in _read_all(reference, name, ()):
            found += _find_faults(where, said, name, lines)
    return found


def _read_all(
    reference: Path, name: str, languages: Iterable[str]
) -> Iterator[tuple[_Place, list[Word] | TranslationFault]]:
    """Yield what the files of a kind say, also for a language that needs one and has none; a fault in place of a broken one."""
    there = {path.parent.name for path in (reference / FOLDER).glob(f"*/{name}.jsonl")}
    always = {language for field in KINDS[name].fields for language in field.always}
    for language in sorted({*languages, *always, *there}):
        try:
            yield _Place(language, name), read_language(reference, language, name)
        except TranslationFault as fault:
            yield _Place(language, name), fault


def _find_faults(
    where: _Place, said: list[Word] | TranslationFault, name: str, lines: list[Line]
) -> Iterator[TranslationProblem]:
    """Names of things may do without the numbers of their English, sentences may not."""
    if isinstance(said, TranslationFault):
        yield TranslationProblem(where.file, said.line, said.sentence)
        return
    names = {text.english for line in lines for text in list_texts(KINDS[name], line.row) if text.field.by_language}
    for number, word in enumerate(said, 1):
        if word.english not in names and (lost := find_lost_numbers(word.english, word.said)):
            yield TranslationProblem(where.file, number, f"{', '.join(lost)} of {word.english!r} is missing.")


def _find_missing(
    kind: Kind, line: Line, keys: Mapping[str, Keys], languages: Collection[str]
) -> Iterator[TranslationProblem]:
    lacking: dict[str, list[str]] = {}
    for text in list_texts(kind, line.row):
        wanted = (*(languages if text.field.needed else ()), *text.field.always)
        for language in dict.fromkeys(wanted):
            if language in keys and not is_said(text, language, keys[language]):
                lacking.setdefault(" ".join(text.field.path), []).append(name_key(language))
    for path, without in lacking.items():
        yield TranslationProblem(line.file, line.number, f"{path} lacks {', '.join(dict.fromkeys(without))}.")


def _find_stale(
    where: _Place, said: list[Word] | TranslationFault, name: str, lines: list[Line]
) -> Iterator[TranslationProblem]:
    if isinstance(said, TranslationFault) or not KINDS[name].closed:
        return
    from difflib import get_close_matches

    texts = [text for line in lines for text in list_texts(KINDS[name], line.row)]
    english, of_things = {text.english for text in texts}, {(text.english, text.of) for text in texts}
    for number, word in enumerate(said, 1):
        if word.key in of_things if word.of else word.english in english:
            continue
        near = get_close_matches(word.english, english, 1)
        what = f"{word.english!r}{f' of {word.of}' if word.of else ''} stands in no file any more"
        hint = f"it is now {near[0]!r}: say that instead" if near else "take the row out"
        yield TranslationProblem(where.file, number, f"{what}; {hint}.")
