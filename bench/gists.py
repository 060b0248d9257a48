"""How much of what a text tells its gist says, by language: topic, goods, place, how many, since when; and of how many the
country that is said is wrong, where a set holds which ones may be.

Usage: python -m bench.gists [--set NAME] [--misses] [--all] [--language LANGUAGE]

The thirty texts of `data/examples/gists.jsonl` and the twenty each of `gists_second.jsonl` and `gists_third.jsonl` were
written with what is right before the program read them; what was seen at first sight stands in `bench/results/gists.md`. Read
on the 25th of November 2026, as `landsea suggest` does, without a database. `--language` says in which language the gists
are printed beside what is missed.
"""

import argparse
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[1] / "data" / "examples"
SETS = ("gists", "gists_second", "gists_third")
TODAY = date(2026, 11, 25)
PARTS = ("topic", "hs", "place", "sizes", "since")


def main() -> int:
    """Read all texts and print a table."""
    from landsea.search.gists import GistWriter, make_gist
    from landsea_core.text.default_reader import get_default_reader
    from landsea_core.text.suggestions import make_suggestion

    parser = argparse.ArgumentParser(prog="python -m bench.gists", description=__doc__)
    parser.add_argument("--set", choices=SETS, default=SETS[0], help="which texts")
    parser.add_argument("--all", action="store_true", help="print the gist of every text")
    parser.add_argument("--misses", action="store_true", help="print the gist of each text of which a part is missed")
    parser.add_argument("--language", default="en", help="the language of the gists printed")
    options = parser.parse_args()
    writer, right, asked = GistWriter(options.language), Counter(), Counter()
    wrong: list[str] = []
    rows = [json.loads(line) for line in (EXAMPLES / f"{options.set}.jsonl").read_text(encoding="utf-8").splitlines()]
    holds_countries = any("country" in row for row in rows)
    for row in rows:
        found = make_suggestion({key: row[key] for key in ("id", "text", "from")}, get_default_reader(), TODAY)
        gist = make_gist(found)
        missed = find_missed(row, gist)
        if says_wrong_country(row, gist):
            wrong.append(f"{row['id']} {gist.country}")
        for part in PARTS:
            asked[part] += 1
            right[part] += part not in missed
            right[row["lang"]] += part not in missed
        asked[row["lang"]] += len(PARTS)
        if options.all or (options.misses and missed):
            print(f"{row['id']}: {', '.join(missed)}\n  {row['text']}\n  {writer.write(found)}")
    for name, count in asked.items():
        print(f"{name:<10}{right[name]:>4} of {count}")
    if holds_countries:
        print(f"a wrong country is said: {', '.join(wrong) or 'nowhere'}")
    return 0


def find_missed(row: dict[str, Any], gist: Any) -> list[str]:
    """Return the parts of a gist that are not what a row of the examples holds right. Goods are right by any beginning of
    their code that is named; of several sizes one is enough; "" holds that nothing is said.
    """
    sizes = {size.unit: float(size.low) for size in gist.sizes}
    holds = {
        "topic": gist.topic in row["topic"],
        "hs": any(gist.hs.startswith(code) if code else not gist.hs for code in row["hs"]),
        "place": gist.place in row["place"] if row["place"] else not gist.place,
        "sizes": any(sizes.get(unit) == count for unit, count in row["sizes"].items()) if row["sizes"] else not sizes,
        "since": (gist.since.isoformat() if gist.since else "") == row["since"],
    }
    return [part for part in PARTS if not holds[part]]


def says_wrong_country(row: dict[str, Any], gist: Any) -> bool:
    """Whether a gist says a country that is none of those that a row holds right; a row that holds none says nothing of it."""
    return bool(gist.country) and gist.country not in row.get("country", [gist.country])


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    import django

    django.setup()
    sys.exit(main())
