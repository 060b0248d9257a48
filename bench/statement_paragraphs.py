"""Paragraphs checked as somebody pastes them: `python -m bench.statement_paragraphs`.

Each line of the file is a paragraph of two to five sentences in English, Chinese or Vietnamese, written down with its verdict
before anything read it: `fits`, or one fault of a `kind`. Prints, for each set and language, the consistent paragraphs that
were accused and the faults that were missed, and both by kind. `--show` prints the paragraphs themselves, `--kinds` one table
of faults found by family of kinds (`bench/statement_kinds.py`) and language.

An accused consistent paragraph costs more than a missed fault: silence is right on what cannot be judged.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.statement_kinds import FAMILIES, find_family
from landsea_core.figures.observations import Observation, load_observations
from landsea_core.figures.statement import check_statement

ROOT = Path(__file__).resolve().parents[1]
PARAGRAPHS = ROOT / "data/examples/figures/paragraphs.jsonl"
COLUMNS = ("en", "zh", "vi", "all")


@dataclass(frozen=True)
class Judged:
    """A paragraph and what was said of it."""

    row: dict[str, Any]
    said: tuple[str, ...]

    @property
    def is_accused(self) -> bool:
        """Whether a consistent paragraph was called wrong."""
        return bool(self.row["fits"] and self.said)

    @property
    def is_missed(self) -> bool:
        """Whether a fault was passed in silence."""
        return not self.row["fits"] and not self.said


def read_paragraphs(path: Path = PARAGRAPHS) -> list[dict[str, Any]]:
    """Return the paragraphs of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def judge_all(rows: Iterable[dict[str, Any]], held: tuple[Observation, ...]) -> list[Judged]:
    """Check every paragraph."""
    return [
        Judged(row, tuple(str(one.explanation) for one in check_statement(row["text"], held).contradictions))
        for row in rows
    ]


def count_outcomes(judged: list[Judged]) -> str:
    """Return one line of numbers: consistent ones, accused, faulty ones, missed."""
    fitting = sum(1 for one in judged if one.row["fits"])
    accused, missed = sum(one.is_accused for one in judged), sum(one.is_missed for one in judged)
    faulty = len(judged) - fitting
    return f"{fitting:>5} consistent, {accused:>3} accused; {faulty:>4} faulty, {faulty - missed:>4} found"


def print_kinds(judged: Iterable[Judged]) -> None:
    """Print faults found and told by family of kinds and language, most missed first, and the consistent ones accused."""
    told: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    accused: Counter[str] = Counter()
    for one in judged:
        language, family = one.row["language"], find_family(one.row["kind"])
        if one.row["fits"]:
            accused[family] += one.is_accused
            continue
        for key in ((family, language), (family, "all"), ("all", language), ("all", "all")):
            told[key] += 1
            found[key] += not one.is_missed
    missed = {family: told[family, "all"] - found[family, "all"] for family in FAMILIES}
    print(f"{'found / told':<22}" + "".join(f"{name:>11}" for name in COLUMNS) + "    accused")
    for family in [*sorted(FAMILIES, key=lambda one: -missed[one]), "all"]:
        cells = (f"{found[family, column]} / {told[family, column]}" for column in COLUMNS)
        count = sum(accused.values()) if family == "all" else accused[family]
        print(f"{family:<22}" + "".join(f"{cell:>11}" for cell in cells) + f"{count:>11}")


def main() -> None:
    """Check the paragraphs of a file and print what came of them."""
    parser = argparse.ArgumentParser(prog="bench.statement_paragraphs")
    parser.add_argument("file", nargs="?", type=Path, default=PARAGRAPHS)
    parser.add_argument("--set", default="", help="only the paragraphs of this set")
    parser.add_argument("--show", action="store_true", help="print each paragraph that was judged wrongly")
    parser.add_argument("--kinds", action="store_true", help="print faults found by family of kinds and language")
    options = parser.parse_args()
    rows = [row for row in read_paragraphs(options.file) if options.set in ("", row["set"])]
    judged = judge_all(rows, load_observations(ROOT / "data/reference"))
    if options.kinds:
        print_kinds(judged)
        return
    for name in dict.fromkeys(row["set"] for row in rows):
        of_set = [one for one in judged if one.row["set"] == name]
        print(f"{name:<12}{count_outcomes(of_set)}")
        for language in dict.fromkeys(one.row["language"] for one in of_set):
            print(f"  {language:<10}{count_outcomes([one for one in of_set if one.row['language'] == language])}")
    wrong = [one for one in judged if one.is_accused or one.is_missed]
    for one in sorted(wrong, key=lambda one: (not one.is_accused, one.row["set"], one.row["language"])):
        row = one.row
        print(f"{'accused' if one.is_accused else 'missed':<8}{row['set']:<10}{row['language']}  {row['kind']}")
        if options.show:
            print("\n".join([f"    {row['text']}", *(f"    -> {said}" for said in one.said)]))


if __name__ == "__main__":
    main()
