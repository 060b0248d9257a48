"""Indexes of words that one process made and left in a file under `var`: cutting the words of all texts takes seconds of
processor, and every process needs the same. An index counts for its very texts, and for the code that cut them.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import landsea_core.finding
import landsea_core.text.letters
from landsea.base.paths import var_folder
from landsea_core.finding import Text, WordIndex
from landsea_core.kept_files import keep_in_file, read_kept_file

CUTTERS = (landsea_core.finding, landsea_core.text.letters)
"""The packages that cut words; the words between which nothing is written are cut by ICU's dictionaries."""


def index_texts(code: str, texts: Iterable[Text]) -> WordIndex:
    """Return the index of these texts of a kind (by its code), made here only where no process left the same."""
    all_texts = list(texts)
    digest = _compute_digest(all_texts)
    file = var_folder() / "cache" / f"words_of_{code}.pickle"
    index = read_kept_file(file, digest, WordIndex)
    if index is None:
        index = WordIndex(all_texts)
        keep_in_file(file, digest, index)
    return index


def _compute_digest(texts: list[Text]) -> str:
    content = hashlib.sha256(_digest_of_cutters())
    for one in texts:
        told = (one.key, *(sorted(part) for part in (one.names, one.body, one.marks)), one.lift)  # a set has no order
        content.update(repr(told).encode())
    return content.hexdigest()


@cache
def _digest_of_cutters() -> bytes:
    content = hashlib.sha256(version("icu4py").encode())
    for package in CUTTERS:
        for file in sorted(Path(*package.__path__).rglob("*.py")):
            content.update(file.read_bytes())
    return content.digest()
