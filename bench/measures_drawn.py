"""Real measures of 2024 to 2026, drawn by lot, asked of the book: `python -m bench.measures_drawn [FILE] [--misses]`.

`--in-other-words` asks instead for rules of the book in words that are mostly not theirs (`OTHER_WORDS`).

Each line of the file says a measure's title as it was written down before the book was looked at, its source, the words that a
user would type, a question to the gate where it is about goods, whether the book held it then (`known`), and the rule that
holds it now (`rule`, "" where none does). Printed: how many were known when drawn; of all, how many the search now finds among
the first five, and for how many of those about goods the gate names the rule.

The search is asked as the list of rules asks it: rules that hold all words, in whatever language their titles are said, and
where `FEW_FOUND` or fewer do, the nearest follow. Names of places are not known here, as the files stand without a database.
"""

import argparse
import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from landsea_core.finding import FEW_FOUND, Text, WordIndex, holds_all_words, read_default_same_words, read_question
from landsea_core.rules import CONDITIONS, MODES, Book, Measure, Shipment, ask_gate, read_book
from landsea_core.translations import Translations

ROOT = Path(__file__).resolve().parents[1]
DRAWN = (
    ROOT / "bench/data/measures_drawn_2026-11-29.jsonl",
    ROOT / "bench/data/measures_drawn_again_2026-11-29.jsonl",
    ROOT / "bench/data/measures_drawn_third_2026-11-29.jsonl",
    ROOT / "bench/data/measures_drawn_fourth_2026-11-29.jsonl",
    ROOT / "bench/data/measures_drawn_fifth_2026-11-29.jsonl",
    ROOT / "bench/data/measures_drawn_sixth_2026-11-30.jsonl",
    ROOT / "bench/data/measures_from_knowledge_seventh_2026-11-30.jsonl",
    ROOT / "bench/data/measures_drawn_eighth_2026-11-30.jsonl",
    ROOT / "bench/data/measures_from_knowledge_2026-11-30.jsonl",
    ROOT / "bench/data/measures_drawn_eighth_mainland_2026-11-30.jsonl",
    ROOT / "bench/data/measures_drawn_ninth_mainland_2026-11-30.jsonl",
    ROOT / "bench/data/measures_drawn_tenth_four_countries_2026-11-30.jsonl",
    ROOT / "bench/data/measures_drawn_tenth_china_vietnam_2026-11-30.jsonl",
    ROOT / "bench/data/measures_drawn_tenth_rest_2026-11-30.jsonl",
    ROOT / "bench/data/measures_drawn_eleventh_island_countries_2026-11-30.jsonl",
    ROOT / "bench/data/measures_drawn_eleventh_china_vietnam_laos_2026-11-30.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_a_2026-12-01.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_b_2026-12-01.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_c_2026-12-01.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_d_2026-12-01.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_e_2026-12-01.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_f_2026-12-01.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_g_2026-12-01.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_h_2026-12-01.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_i_2026-12-02.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_j_2026-12-02.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_k_2026-12-02.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_l_2026-12-02.jsonl",
    ROOT / "bench/data/measures_from_an_experts_list_2026-12-02.jsonl",
    ROOT / "bench/data/measures_from_an_experts_second_list_2026-12-02.jsonl",
    ROOT / "bench/data/measures_from_an_experts_third_list_2026-12-03.jsonl",
    ROOT / "bench/data/measures_from_an_experts_fourth_list_2026-12-03.jsonl",
    ROOT / "bench/data/measures_from_an_experts_fifth_list_2026-12-03.jsonl",
    ROOT / "bench/data/measures_from_an_experts_sixth_list_2026-12-03.jsonl",
    ROOT / "bench/data/measures_drawn_by_strangers_m_2026-12-03.jsonl",
    ROOT / "bench/data/measures_drawn_small_countries_n_2026-12-03.jsonl",
)
OTHER_WORDS = ROOT / "bench/data/rules_in_other_words_2026-11-30.jsonl"
FIRST = 5
MOST_UNITS = 12


def read_drawn(path: Path) -> list[dict[str, Any]]:
    """Return the measures of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def find_rules(book: Book, words: str) -> list[str]:
    """Return the codes of the rules that the list shows first for some words."""
    ranked = [
        one.key for one in _index(book).find_or_nearest(read_question(words, read_default_same_words(), MOST_UNITS))
    ]
    held = [one.code for one in book if holds_all_words(" ".join((one.code, *_say(one))), words)]
    first = sorted(held, key=lambda code: ranked.index(code) if code in ranked else len(ranked))
    return (first if len(first) > FEW_FOUND else list(dict.fromkeys((*first, *ranked))))[:FIRST]


def name_rules(book: Book, question: list[str]) -> set[str]:
    """Return the codes of all rules that the gate names for a question: code, origin, destination, day, and the state of the
    goods and the way where the measure hangs on them; by sea where no way is said.
    """
    hs, origin, destination, day, *more = question
    mode = next((one for one in more if one in MODES), "sea")
    condition = next((one for one in more if one in CONDITIONS), "")
    shipment = Shipment(hs, origin, destination, (), mode, condition=condition)
    said = ask_gate(book, shipment, date.fromisoformat(day))
    groups = (said.forbids, said.admits, said.requires, said.eases, said.informs, said.set_aside)
    named = {one.measure.code for one in chain.from_iterable(groups)}
    return named | {gap.measure.code for gap in said.gaps if gap.measure}


def _say(one: Measure) -> Iterable[str]:
    return *_wordings().find_everywhere(one.title), one.title_local, one.legal_act, one.summary


@cache
def _wordings() -> Translations:
    return Translations.load(ROOT / "data/reference", "measures")


@cache
def _index(book: Book) -> WordIndex:
    return WordIndex(_text(one) for one in book)


def _text(one: Measure) -> Text:
    everywhere = _wordings().find_everywhere
    put = (one.authority, one.summary, *(said.what for said in one.requirements))
    body = (one.code, one.legal_act, *chain.from_iterable(map(everywhere, put)))
    countries = {one.country, *one.scope.origin, *one.scope.destination}
    marks = {f"country:{country}" for country in countries} | {f"hs:{code}" for code in one.scope.hs}
    return Text(one.code, (*everywhere(one.title), one.title_local), body, frozenset(marks))


def main() -> None:
    """Ask for the measures of a file and print what came of it."""
    parser = argparse.ArgumentParser(prog="bench.measures_drawn")
    parser.add_argument("files", nargs="*", type=Path, default=DRAWN)
    parser.add_argument("--misses", action="store_true", help="also print each that is not found, or not named")
    parser.add_argument("--in-other-words", action="store_true", help="ask for rules in words that are not theirs")
    options = parser.parse_args()
    book = read_book(ROOT / "data/reference")
    if options.in_other_words:
        _ask_in_other_words(book, misses=options.misses)
        return
    for path in options.files:
        rows = read_drawn(path)
        found = [row for row in rows if row["rule"] and row["rule"] in find_rules(book, row["query"])]
        about_goods = [row for row in rows if row["gate"]]
        named = [row for row in about_goods if row["rule"] and row["rule"] in name_rules(book, row["gate"])]
        held = sum(bool(row["rule"]) for row in rows)
        print(f"{path.name}: {len(rows)} drawn, {sum(row['known'] for row in rows)} known when drawn, {held} held now")
        print(f"  found among the first {FIRST}: {len(found)}; named by the gate: {len(named)} of {len(about_goods)}")
        if options.misses:
            for row in rows:
                if row not in found:
                    print(f"  not found: {row['id']} {row['title']}")
                if row in about_goods and row not in named:
                    print(f"  not named: {row['id']} {row['title']}")


def _ask_in_other_words(book: Book, *, misses: bool) -> None:
    """Print how many rules are found by words that are not theirs, and for how many other words something is found."""
    asked = [(row["rule"], row["query"], find_rules(book, row["query"])) for row in read_drawn(OTHER_WORDS)]
    held = [one for one in asked if one[0]]
    first, among = (
        sum(rule == found[0] for rule, _words, found in held if found),
        sum(rule in found for rule, _words, found in held),
    )
    print(
        f"{len(held)} rules: {first} first, {among} among {FIRST}, nothing for {sum(not found for _, _, found in held)}"
    )
    print(
        f"{len(asked) - len(held)} others: something for {sum(bool(found) for rule, _words, found in asked if not rule)}"
    )
    for rule, words, found in asked:
        if misses and (rule not in found if rule else found):
            print(f"  {rule or 'none'} {words}: {found}")


if __name__ == "__main__":
    main()
