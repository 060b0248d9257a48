"""`landsea rules`: what the book of rules knows of itself: where somebody looked, what is to confirm. Needs no database."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from landsea.rules.commandline.gate import BAD_QUESTION, find_reference_folder
from landsea.rules.hs import read_hs_names
from landsea_core.countries import COUNTRIES
from landsea_core.rules import Book, read_book
from landsea_core.rules.coverage_matrix import CoverageCell, describe_cell, make_matrix, summarise_matrix
from landsea_core.rules.coverage_text import write_matrix
from landsea_core.rules.goods_doubts import GoodsWords
from landsea_core.text.data_files import read_rows

HELP = "What the book of rules knows of itself: where somebody looked for rules, and what is still to be confirmed."
HELP_FOLDER = "default: the reference files"


def main(argv: Sequence[str]) -> int:
    """Answer the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="landsea rules", description=HELP)
    asked = parser.add_subparsers(dest="asked", required=True)
    coverage = asked.add_parser(
        "coverage", help="country x direction x kind of rule x group of goods: counts and looks"
    )
    coverage.add_argument("--country", default="", metavar="CC", help="one country only")
    coverage.add_argument(
        "--on", default="", metavar="DATE", help="the day on which it is looked at; today when left out"
    )
    confirm = asked.add_parser("to-confirm", help="rules written from general knowledge, as a whole or in part")
    goods = asked.add_parser("goods", help="rules whose title names goods that their codes leave out, to be looked at")
    for one in (coverage, confirm, goods):
        one.add_argument("--json", action="store_true", help="print one JSON object")
        one.add_argument("--folder", type=Path, default=None, help=HELP_FOLDER)
    options = parser.parse_args(argv)
    try:
        book = read_book(options.folder or find_reference_folder())
        if not len(book):
            raise ValueError("There are no measures there; point --folder to the reference files.")
        print(_answer(book, options))
    except (ValueError, OSError) as fault:
        print(f"landsea rules: {fault}", file=sys.stderr)
        return BAD_QUESTION
    return 0


def _answer(book: Book, options: argparse.Namespace) -> str:
    if options.asked == "coverage":
        return _coverage(book, options)
    return _to_confirm(book, options.json) if options.asked == "to-confirm" else _goods(book, options)


def _goods(book: Book, options: argparse.Namespace) -> str:
    rows = read_rows((options.folder or find_reference_folder()) / "goods.jsonl")
    found = list(GoodsWords(rows, read_hs_names()).find_doubts(book))
    if options.json:
        told = [
            {"measure": one.measure.code, "title": one.measure.title, "word": one.word, "missing": one.missing}
            for one in found
        ]
        return json.dumps({"measures": len(book), "doubts": told}, ensure_ascii=False, indent=1)
    lines = [f"{len(found)} words in titles name goods that the codes leave out; many are meant so. Look at each."]
    for one in found:
        codes = " ".join(one.measure.scope.hs)
        lines.append(f"{one.measure.code} {one.measure.title} [{codes}]: {one.word} is {', '.join(one.missing)}")
    return "\n".join(lines)


def _coverage(book: Book, options: argparse.Namespace) -> str:
    day = _read_day(options.on)
    country = options.country.strip().upper()
    if country and country not in COUNTRIES:
        raise ValueError(f"--country {country}: give one of {', '.join(COUNTRIES)}.")
    cells = make_matrix(book, day, [country] if country else COUNTRIES)
    if not options.json:
        return write_matrix(cells, day)
    return json.dumps(_coverage_data(cells, day), ensure_ascii=False, indent=1)


def _coverage_data(cells: Sequence[CoverageCell], day: date) -> dict:
    return {
        "on": day.isoformat(),
        "summary": summarise_matrix(cells, day),
        "cells": [describe_cell(cell, day) for cell in cells],
    }


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else datetime.now(UTC).date()
    except ValueError:
        raise ValueError(f"--on {text}: give a day that exists, like 2026-12-01.") from None


def _to_confirm(book: Book, as_json: bool) -> str:
    found = [one for one in book if one.is_to_confirm]
    wholly = sum(one.is_general_knowledge for one in found)
    if as_json:
        rules = [
            {
                "measure": one.code,
                "title": one.title,
                "country": one.country,
                "kind": str(one.kind),
                "legal_act": one.legal_act,
                "whole": one.is_general_knowledge,
                "to_confirm": one.to_confirm,
                "source": one.source,
            }
            for one in found
        ]
        counts = {"measures": len(book), "whole": wholly, "in_part": len(found) - wholly}
        return json.dumps(counts | {"to_confirm": rules}, ensure_ascii=False, indent=1)
    lines = [
        f"{len(book)} measures; {wholly} are general knowledge as a whole and {len(found) - wholly} in part.",
        "A whole one has no day of a look: open its act, and give the address, the grade and the day.",
    ]
    for one in found:
        what = "all of it" if one.is_general_knowledge else one.to_confirm
        lines.append(f"{one.code} {one.country} {one.title} [{one.legal_act}]: {what}")
    return "\n".join(lines)
