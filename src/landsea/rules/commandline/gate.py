"""`landsea gate`: a question about goods in, the verdict out, as text or JSON. Ends with 0, or with 2 and a sentence."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from landsea.rules.hs import list_hs_codes, name_goods
from landsea_core.countries import ELSEWHERE, OUTSIDE, PLACE_COUNTRIES
from landsea_core.rules import CONDITIONS, MODES, Book, Shipment, Verdict, ask_gate, describe_verdict, read_book
from landsea_core.rules.check import check_hs_code
from landsea_paths import find_checkout_folder

HELP = "Ask whether goods may pass: forbidden, allowed, allowed with requirements, or unknown; with the measures."
BAD_QUESTION = 2
DEPENDS = "depends"
"""In place of a verdict where words may mean several goods, and the verdicts differ."""


class BadQuestion(ValueError):
    """The options mean nothing; the message is a sentence that says what to give."""


def find_reference_folder() -> Path:
    """Return the folder of the reference files: `LANDSEA_REFERENCE`, else `data/reference` of the checkout."""
    chosen = os.environ.get("LANDSEA_REFERENCE")
    return Path(chosen) if chosen else find_checkout_folder() / "data" / "reference"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the goods, the way and the day."""
    goods = parser.add_mutually_exclusive_group(required=True)
    goods.add_argument("--hs", default="", metavar="CODE", help="HS code, 2 to 10 digits, dots or not")
    goods.add_argument(
        "--goods",
        default="",
        metavar="WORDS",
        help="the goods in words of any of the ten languages, in place of a code",
    )
    parser.add_argument(
        "--origin",
        required=True,
        metavar="CC",
        help="country where the goods were made, any of the world; ZZ for any outside",
    )
    parser.add_argument("--destination", required=True, metavar="CC", help="country where they enter")
    parser.add_argument("--transit", default="", metavar="CC,CC", help="countries on the way, in order")
    parser.add_argument("--mode", required=True, choices=MODES, help="way over the destination's border")
    parser.add_argument(
        "--condition",
        default="",
        choices=("", *CONDITIONS),
        help="whether the goods are new, used or waste, where it is known",
    )
    parser.add_argument(
        "--on", default="", metavar="DATE", help="day of arrival, like 2026-08-01; today (UTC) when left out"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--folder", type=Path, default=None, help="default: the reference files")


def main(argv: Sequence[str]) -> int:
    """Answer the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="landsea gate", description=HELP)
    add_options(parser)
    return print_answer(parser.parse_args(argv))


def print_answer(options: argparse.Namespace) -> int:
    """Read the question, ask, print; 2 and a sentence when it cannot be asked."""
    try:
        data = answer_question(options)
    except (BadQuestion, OSError) as fault:
        print(f"landsea gate: {fault}", file=sys.stderr)
        return BAD_QUESTION
    print(json.dumps(data, ensure_ascii=False, indent=1) if options.json else write_verdict(data))
    return 0


def answer_question(options: argparse.Namespace) -> dict[str, Any]:
    """Return the verdict as data. Raises BadQuestion."""
    shipment = Shipment(
        _read_hs(options.hs) if options.hs else "",
        _read_origin(options.origin),
        _read_country(options.destination, "--destination"),
        tuple(_read_country(code, "--transit") for code in options.transit.split(",") if code.strip()),
        options.mode,
        condition=options.condition,
    )
    if shipment.origin == shipment.destination:
        raise BadQuestion("--origin and --destination are the same country: goods that stay at home pass no gate.")
    day = _read_day(options.on)
    folder = options.folder or find_reference_folder()
    try:
        book = read_book(folder)
    except ValueError as fault:
        raise BadQuestion(f"The measures cannot be read: {fault}") from fault
    if not len(book):
        raise BadQuestion(f"There are no measures in {folder}; point --folder to the reference files.")
    if options.goods:
        return _answer_in_words(book, options.goods, shipment, day)
    return _describe_answer(ask_gate(book, shipment, day))


def _describe_answer(verdict: Verdict) -> dict[str, Any]:
    data = describe_verdict(verdict)
    if sentence := check_hs_code(verdict.shipment.hs, list_hs_codes()):
        data["unknown"].insert(0, {"what": str(sentence), "measure": "", "source": "HS 2022", "decides": False})
    return data


def _answer_in_words(book: Book, typed: str, shipment: Shipment, day: date) -> dict[str, Any]:
    """Return the verdict on goods named in words with `goods` (what they were read as); where the words may mean several with
    different verdicts, or name goods by a word that nobody knows, `by_goods` holds each and nothing is decided.
    """
    from landsea.rules.meant_goods import (
        ask_in_words,
        find_unread_goods,
        list_stopped_beside,
        name_apart,
    )  # reading words loads the lexicons

    meant, unread = ask_in_words(book, typed, shipment, day), find_unread_goods(typed)
    if not meant:
        raise BadQuestion(f"--goods {typed}: no goods are known by these words; use others, or give --hs.")
    names = name_apart([one.guess for one in meant], lambda guess: guess.detail, name_goods)
    told = [_describe_answer(one.verdict) | {"goods": name} for one, name in zip(meant, names, strict=True)]
    if len(told) == 1 and not unread:
        beside = list_stopped_beside(book, meant[0].verdict)
        return told[0] | {"stopped_beside": [{"hs": code, "goods": name_goods(code)} for code in beside]}
    return {"verdict": DEPENDS, "says": _say_which(typed, unread), "unread": unread, "by_goods": told}


def _say_which(typed: str, unread: str) -> str:
    if unread:
        return f"Nothing known is called “{unread}”. If the goods are none of these, use other words, or give --hs."
    return f"“{typed}” may mean several goods, and it matters which. Give one of these codes as --hs."


def _read_hs(text: str) -> str:
    code = "".join(text.replace(".", "").split())
    if not (code.isascii() and code.isdigit() and 2 <= len(code) <= 10):
        raise BadQuestion(f"--hs {text}: give 2 to 10 digits, like 081060 or 0810.60.")
    return code


def _read_origin(text: str) -> str:
    """Return the country where the goods were made, which may lie outside the corridor."""
    code = text.strip().upper()
    if code not in OUTSIDE and code not in PLACE_COUNTRIES:
        raise BadQuestion(
            f"--origin {text.strip()}: give the two letters of a country, like LA or DE, or {ELSEWHERE} for any outside"
            " the corridor."
        )
    return code


def _read_country(text: str, option: str) -> str:
    code = text.strip().upper()
    if code not in PLACE_COUNTRIES:
        raise BadQuestion(f"{option} {text.strip()}: give the two letters of one of {', '.join(PLACE_COUNTRIES)}.")
    return code


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else datetime.now(UTC).date()
    except ValueError:
        raise BadQuestion(f"--on {text}: give a day that exists, like 2026-08-01.") from None


def write_verdict(data: dict[str, Any]) -> str:
    """Return the answer for a terminal: the verdict, then each list with dates and sources."""
    if "by_goods" in data:
        return _write_by_goods(data)
    lines = [data["verdict"].replace("_", " ").upper(), data["says"]]
    if "goods" in data:
        lines.insert(0, f"{data['goods']} (HS {data['question']['hs']})")
    if data.get("stopped_beside"):
        lines += ["", "Other goods of this heading may not pass. If yours are these, ask with --hs:"]
        lines += [f"  {one['hs']} {one['goods']}" for one in data["stopped_beside"]]
    if data["by_condition"]:
        lines += ["", "By the state of the goods (--condition):"]
        lines += [
            f"  {one['condition']}: {one['says']}" + (f" ({', '.join(one['measures'])})" if one["measures"] else "")
            for one in data["by_condition"]
        ]
    lines += _list_measures("Forbids", data["forbids"])
    if data["requires"] and data["verdict"] != "forbidden":
        lines += ["", "Requires:"]
        for one in data["requires"]:
            who = f" [{one['who']}]" if one["who"] else ""
            lines.append(f"  {one['what']}{who} ({one['measure']}, {_dates_in_words(one)}, {one['grade']})")
    lines += _list_measures("Offers relief", data["eases"])
    lines += _list_measures("Does not count on this day", data["set_aside"])
    if data["unknown"]:
        lines += ["", "Not known:"]
        lines += [f"  {one['what']}" for one in data["unknown"]]
    named = data["forbids"] or data["requires"]
    sources = sorted({(one["measure"], one["source"]) for one in named})
    if sources:
        lines += ["", "Sources:", *(f"  {code}: {source}" for code, source in sources)]
    return "\n".join(lines)


def _list_measures(title: str, measures: list[dict[str, Any]]) -> list[str]:
    """Return a title and a line a measure, each with its dates and why it counts; nothing where there is no measure."""
    if not measures:
        return []
    told = (f"  {one['measure']} {one['title']} ({_dates_in_words(one)}). {one['why']}" for one in measures)
    return ["", f"{title}:", *told]


def _write_by_goods(data: dict[str, Any]) -> str:
    lines = ["DEPENDS ON WHICH GOODS", data["says"], ""]
    for one in data["by_goods"]:
        stops = ", ".join(f"{stop['measure']} {stop['title']}" for stop in one["forbids"])
        verdict = one["verdict"].replace("_", " ").upper()
        lines.append(
            f"  {one['question']['hs']} {one['goods']}: {verdict}. {one['says']}{f' ({stops})' if stops else ''}"
        )
    return "\n".join(lines)


def _dates_in_words(one: dict[str, Any]) -> str:
    since = f"since {one['in_force']}" if one["in_force"] else "start not found"
    return f"{since}, until {one['last_day']}" if one["last_day"] else since
