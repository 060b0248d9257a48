"""How often the right ask is offered to somebody who wrote in their own words.

Usage: python -m bench.asks [--misses]

The 50 questions of `bench/data/asks.jsonl` were written in ten languages before anything was asked, five or six each, with the
asks that would be right. Each is asked twice: among the asks that fit the topic and the two sides, and among all between the
two sides. Printed: how often a right one stands first, and among the first three.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from landsea.search.embedder import load_embedder
from landsea_core.phrasebook import AskVectors, list_asks_between, offer_asks, read_phrasebook
from landsea_core.text.data_files import default_data_folder

QUESTIONS = Path(__file__).with_name("data") / "asks.jsonl"
MOST = 3


def main() -> int:
    """Ask all questions and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.asks", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was offered where the right ask was not")
    options = parser.parse_args()
    book, embedder = read_phrasebook(default_data_folder() / "reference"), load_embedder()
    known = AskVectors.make(book.asks.values(), embedder)
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    print(f"{len(rows)} questions, {len(book.asks)} asks")
    for name, with_topic in (("in its topic", True), ("among all", False)):
        first, three, by_language = 0, 0, Counter()
        for row in rows:
            answerer = row.get("answerer", "office")
            fitting = list_asks_between(book, row["asker"], answerer, row["topic"] if with_topic else "")
            offered = [ask.code for ask, _ in offer_asks(row["text"], fitting, known, embedder, MOST)]
            is_there = bool(set(offered) & set(row["ask"]))
            first += offered[:1] != [] and offered[0] in row["ask"]
            three += is_there
            by_language[row["lang"]] += not is_there
            if options.misses and not is_there:
                print(f"  {row['lang']} {row['text'][:60]} wanted {row['ask']}, offered {offered}")
        missed = ", ".join(f"{lang} {count}" for lang, count in by_language.items() if count) or "none"
        print(f"{name}: first {first}, among three {three}; missed by language: {missed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
