"""The labelled texts in `data/examples/figures`, read for learning: paragraphs with a verdict, twins, and texts with slips.

`paragraphs.jsonl` has "set", "text" and "fits", `statements.jsonl` "text" and "fits"; `left_in_peace.jsonl` are texts that fit
and are easily misread; `twins.jsonl` has "fits" and "slips", the same text with one slip; of
`slips*.jsonl` a text may hold one place "[right|wrong]", and fits without its wrong figure. In `slips_words*.jsonl` a word is
wrong and every figure right, so their wrong readings tell nothing of relations between figures and are left out.
"""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_SLIP = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_OF_WORDS = "slips_words"
_TOGETHER = 60
"""Rows of a list that were written one after the other and count as one source: neighbours are alike."""


@dataclass(frozen=True)
class LabelledText:
    """A text with whether its figures fit. `wrong` is where its wrong figure stands, in characters; `source` who wrote it.

    `is_strange` says that no wording of a check was written for it, so that what the checks say of it is like what they
    say of any text.
    """

    text: str
    fits: bool
    source: str
    wrong: tuple[int, int] | None = None
    is_strange: bool = False


def read_labelled_texts(folder: Path, left_out: Collection[str] = ()) -> list[LabelledText]:
    """Return all texts of a folder but those of the sources left out. Raises OSError, ValueError and KeyError for bad files."""
    texts = [
        *_read_paragraphs(folder / "paragraphs.jsonl"),
        *_read_twins(folder / "twins.jsonl"),
        *_read_statements(folder / "statements.jsonl"),
        *_read_left_in_peace(folder / "left_in_peace.jsonl"),
        *(text for file in sorted(folder.glob("slips*.jsonl")) for text in _read_slips(file)),
    ]
    return [text for text in texts if text.source not in left_out]


def _read_rows(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _read_paragraphs(file: Path) -> Iterator[LabelledText]:
    for row in _read_rows(file):
        yield LabelledText(row["text"], bool(row["fits"]), row["set"])


def _read_statements(file: Path) -> Iterator[LabelledText]:
    for number, row in enumerate(_read_rows(file)):
        yield LabelledText(row["text"], bool(row["fits"]), f"{file.stem}-{number // _TOGETHER}")


def _read_left_in_peace(file: Path) -> Iterator[LabelledText]:
    for number, row in enumerate(_read_rows(file)):
        yield LabelledText(row["text"], True, f"{file.stem}-{number // _TOGETHER}")


def _read_twins(file: Path) -> Iterator[LabelledText]:
    for number, row in enumerate(_read_rows(file)):
        source = f"{file.stem}-{number // _TOGETHER}"
        yield LabelledText(row["fits"], True, source)
        yield LabelledText(row["slips"], False, source)


def _read_slips(file: Path) -> Iterator[LabelledText]:
    for number, row in enumerate(_read_rows(file)):
        text, source = row["text"], f"{file.stem}-{number // _TOGETHER}"
        slip = _SLIP.search(text)
        if slip is None:
            yield LabelledText(text, True, source, is_strange=True)
            continue
        before, behind, start = text[: slip.start()], text[slip.end() :], slip.start()
        yield LabelledText(before + slip[1] + behind, True, source, is_strange=True)
        if not file.name.startswith(_OF_WORDS):
            yield LabelledText(before + slip[2] + behind, False, source, (start, start + len(slip[2])), True)
