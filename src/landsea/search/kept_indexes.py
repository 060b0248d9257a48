"""Indexes and senses of words that one process made and left in a file under `var`: cutting the words of all texts takes
seconds of processor, and every process needs the same. What is kept counts for its very texts, and for the code that cut them.
"""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import landsea_core.finding
import landsea_core.text.letters
from landsea_core.finding import SameWords, Text, WordIndex
from landsea_core.kept_files import keep_in_file, read_kept_file
from landsea_paths import find_var_folder

Kept = TypeVar("Kept")
CUTTERS = (landsea_core.finding, landsea_core.text.letters)
"""The packages that cut words; the words between which nothing is written are cut by ICU's dictionaries."""


def index_texts(code: str, texts: Iterable[Text]) -> WordIndex:
    """Return the index of these texts of a kind (by its code), made here only where no process left the same."""
    all_texts = list(texts)
    told = (
        (one.key, *(sorted(part) for part in (one.names, one.body, one.marks)), one.lift)  # a set has no order
        for one in all_texts
    )
    return _keep_made(f"words_of_{code}", WordIndex, told, lambda: WordIndex(all_texts))


def gather_senses(words: Iterable[tuple[str, str]], little: Iterable[str]) -> SameWords:
    """Return the senses of these (mark, word) pairs and little words, made here only where no process left the same."""
    pairs, little_words = sorted(set(words)), sorted(set(little))
    return _keep_made("senses", SameWords, (*pairs, *little_words), lambda: SameWords.make(pairs, little_words))


def _keep_made(name: str, kind: type[Kept], told: Iterable[object], make: Callable[[], Kept]) -> Kept:
    """Return what was left under this name for what is told here; where nothing was, make it and leave it."""
    content = hashlib.sha256(_digest_of_cutters())
    for one in told:
        content.update(repr(one).encode())
    file = find_var_folder() / "cache" / f"{name}.pickle"
    kept = read_kept_file(file, content.hexdigest(), kind)
    if kept is None:
        kept = make()
        keep_in_file(file, content.hexdigest(), kept)
    return kept


@cache
def _digest_of_cutters() -> bytes:
    content = hashlib.sha256(version("icu4py").encode())
    for package in CUTTERS:
        for file in sorted(Path(*package.__path__).rglob("*.py")):
            content.update(file.read_bytes())
    return content.digest()
