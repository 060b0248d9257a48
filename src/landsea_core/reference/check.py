"""Everything wrong with the reference files of a folder, as problems a person can correct. Changes nothing.

First the shape of each row (`shape`) and what it is called in the languages of the pages, then what rows say about each other
(`links`); when all are in order, whether every topic has a desk in every country or is listed as knowingly open.
"""

from collections.abc import Collection
from pathlib import Path

from landsea_core.reference import links, shape
from landsea_core.reference.coverage import compute_coverage
from landsea_core.reference.load import read_reference
from landsea_core.reference.rows import Problem, Row, read_rows
from landsea_core.reference.vocabulary import PAGE_LANGUAGES
from landsea_core.translations import KINDS, find_translation_problems

FILES = ("topics", "places", "offices", "desks", "elsewhere", "coverage_gaps", "telephones")


def find_reference_problems(folder: Path, languages: Collection[str] = PAGE_LANGUAGES) -> list[Problem]:
    """The problems of all files, ordered by file and line; an empty list when there is none. `languages` are those that
    there are pages in, besides English.
    """
    files: dict[str, list[Row]] = {}
    problems: list[Problem] = []
    for name in FILES:
        rows, unread = read_rows(folder / f"{name}.jsonl")
        problems += unread
        problems += [problem for row in rows for problem in shape.find_row_problems(name, row)]
        files[name] = rows
    kinds = [name for name in FILES if name in KINDS]
    problems += [Problem(*problem) for problem in find_translation_problems(folder, languages, kinds)]
    if not problems:
        problems += links.find_link_problems(files)
    if not problems:
        problems += _find_coverage_problems(folder)
    return sorted(problems)


def _find_coverage_problems(folder: Path) -> list[Problem]:
    problems = []
    for cell in compute_coverage(read_reference(folder)).values():
        if not cell.covered and not cell.knowingly:
            what = ", ".join(cell.open_matters) or "the topic as a whole"
            sentence = (
                f"No desk answers for {cell.topic} in {cell.country} ({what}); add one, or list it with a reason."
            )
            problems.append(Problem("coverage_gaps.jsonl", 0, sentence))
        if cell.covered and cell.knowingly:
            sentence = f"{cell.topic} in {cell.country} is listed as open, but has a desk now; take the line out."
            problems.append(Problem("coverage_gaps.jsonl", 0, sentence))
    return problems
