"""How often the right ask is offered to somebody who wrote in their own words, by language.

Usage: python -m bench.asks [--set NAME] [--everywhere] [--misses]

The sentences of `bench/data/asks*.jsonl` were written in ten languages before any of them was asked, each with the asks that
would be right. They are asked as the page does it: among the asks that fit the two sides, on a case of a topic, with what
the words name; those of the last set on a case that was read as of another topic. Printed by language: how often a right ask
stands first, and how often among the three that are offered.
What was seen at first sight stands in `bench/results/asks.md`.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

DATA = Path(__file__).with_name("data")
SETS = {
    "fifty": "asks.jsonl",
    "two hundred": "asks_200.jsonl",
    "another hundred": "asks_100.jsonl",
    "a second hundred": "asks_second_100.jsonl",
    "a second fifty": "asks_second_50.jsonl",
    "a third hundred": "asks_third_100.jsonl",
    "a fourth hundred": "asks_fourth_100.jsonl",
    "a fifth hundred": "asks_fifth_100.jsonl",
    "forty of other topics": "asks_other_topics_40.jsonl",
    "thirty of two questions": "asks_two_in_one_30.jsonl",
}
"""By the name under which they are printed: the first ones, those to tune by, and those that were written after it."""


def main() -> int:
    """Ask all sentences and print a table for each set."""
    parser = argparse.ArgumentParser(prog="python -m bench.asks", description=__doc__)
    parser.add_argument("--set", choices=SETS, help="one set only; all where left out")
    parser.add_argument("--everywhere", action="store_true", help="ask on a case without a topic")
    parser.add_argument(
        "--misses", action="store_true", help="print what was offered where the right ask was not first"
    )
    options = parser.parse_args()
    for name in [options.set] if options.set else SETS:
        rows = [json.loads(line) for line in (DATA / SETS[name]).read_text(encoding="utf-8").splitlines()]
        print_table(name, rows, everywhere=options.everywhere, misses=options.misses)
    return 0


def print_table(name: str, rows: list[dict], *, everywhere: bool, misses: bool) -> None:
    """Ask the sentences of one set and print how many found their ask, by language."""
    asked, first, three = Counter(), Counter(), Counter()
    for row in rows:
        offered = find_offered(row, everywhere=everywhere)
        asked[row["lang"]] += 1
        wanted = row.get("both") or [row["ask"]]
        is_first = any(offered[0] in asks for asks in wanted)
        are_all = all(set(offered) & set(asks) for asks in wanted)
        first[row["lang"]] += is_first
        three[row["lang"]] += are_all
        if misses and not (is_first and are_all):
            print(f"  {row['lang']} {row['text'][:60]} wanted {wanted}, offered {offered}")
    print(f"{name}{', on cases without a topic' if everywhere else ''}\n{'':<10}{'asked':>7}{'first':>7}{'three':>7}")
    for language, count in asked.items():
        print(f"{language:<10}{count:>7}{first[language]:>7}{three[language]:>7}")
    total, at_first, in_three = asked.total(), first.total(), three.total()
    print(
        f"{'all':<10}{total:>7}{at_first:>7}{in_three:>7}   first {at_first / total:.1%}, three {in_three / total:.1%}"
    )


def find_offered(row: dict, *, everywhere: bool = False) -> list[str]:
    """Return the codes of the asks that the page offers for a sentence."""
    from landsea.phrases.book import choose_offers, list_fitting_asks

    topic = "" if everywhere else row["topic"]
    fitting = list_fitting_asks(row["asker"], row.get("answerer", "office"))
    return [ask.code for ask in choose_offers(row["text"], fitting, topic)]


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    import django

    django.setup()
    sys.exit(main())
