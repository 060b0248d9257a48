"""`python -m bench.reading`: what reading one text costs, everything that `landsea suggest` says of it, on one core.

Three kinds of text from the examples that nothing is trained on: short ones, letters with a formal beginning, and texts long
enough to fill the window of the embedder. Prints milliseconds of wall and of processor, and ends with 1 when p95 misses the
line. Each text is read once: the reader keeps what it has read lately.
"""

import json
import os
import sys
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

LINE = 60
"""Milliseconds that a text may take after the start (the issue's)."""
WARMING = 5
EXAMPLES = Path(__file__).parents[1] / "data" / "examples"
SHORT, LETTERS = ("held.fresh_second", "held.cases"), ("test.letters",)


def main() -> int:
    """Measure and print a line for each kind."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ.setdefault("LANDSEA_SECRET_KEY", "bench")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    import django

    django.setup()
    import numpy as np

    from landsea_core.text.model.embedding import MOST_CHARACTERS

    short, letters = texts(*SHORT), texts(*LETTERS)
    full = [f"{one} {other}" for one, other in pairwise(short) if len(one) + len(other) > MOST_CHARACTERS]
    spent(short[:WARMING])
    missed = False
    print(f"{'texts':<14}{'number':>7}{'wall p50':>10}{'p95':>6}{'processor p50':>15}{'p95':>6}  ms; asked {LINE}")
    for name, asked in (("short", short[WARMING:]), ("letters", letters), ("full windows", full)):
        wall, processor = (np.percentile(took, (50, 95)) for took in spent(asked))
        missed |= wall[1] > LINE
        print(f"{name:<14}{len(asked):>7}{wall[0]:>10.0f}{wall[1]:>6.0f}{processor[0]:>15.0f}{processor[1]:>6.0f}")
    return int(missed)


def texts(*files: str) -> list[str]:
    """The texts of example files, in their order."""
    lines = (line for name in files for line in (EXAMPLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    return [json.loads(line)["text"] for line in lines]


def spent(asked: list[str]) -> tuple[list[float], list[float]]:
    """Read each text; return the milliseconds of wall and of processor that each took."""
    from landsea_core.text.default_reader import get_default_reader
    from landsea_core.text.suggestions import make_suggestion

    wall, processor = [], []
    for number, text in enumerate(asked):
        begun, worked = time.perf_counter(), time.process_time()
        make_suggestion({"id": str(number), "text": text}, get_default_reader(), date.today())
        wall.append(1000 * (time.perf_counter() - begun))
        processor.append(1000 * (time.process_time() - worked))
    return wall, processor


if __name__ == "__main__":
    sys.exit(main())
