"""A slice of what nobody types, the same in every run; `python -m bench.hostile` sends the whole of it."""

import gc
import os
import time
from pathlib import Path

import pytest
from tests.hostile.trials import Attack, draw

BEGAN = time.monotonic()
REQUESTS = int(os.environ.get("LANDSEA_HOSTILE_REQUESTS", "1100"))
SEED = int(os.environ.get("LANDSEA_HOSTILE_SEED", "1"))
MINUTES = float(os.environ.get("LANDSEA_HOSTILE_MINUTES", "inf"))
"""For a machine that has no time for all of them, making the world included; what was sent until then is told."""
REPORT = os.environ.get("LANDSEA_HOSTILE_REPORT", "")
"""Where counts and faults are written: every `TOLD_EVERY` requests and at each new kind of fault, so that a run that is cut
off has told what it saw.
"""
TOLD_EVERY = 500


@pytest.mark.django_db
def test_nothing_breaks_and_nobody_gets_beyond_the_matrix(everything):
    attack, known = Attack(everything), 0
    gc.freeze()  # the world and the people's browsers stay: looking through them took an eighth of the time
    for number, (target, request) in enumerate(draw(attack, REQUESTS, SEED), start=1):
        if time.monotonic() >= BEGAN + MINUTES * 60:
            break
        attack.ask(target, request)
        if REPORT and (number % TOLD_EVERY == 0 or len(attack.counts.faults) > known):
            known = len(attack.counts.faults)
            tell(attack)
    gc.unfreeze()
    if REPORT:
        tell(attack)
    assert not attack.counts.faults, attack.counts.say_faults()


def tell(attack: Attack) -> None:
    """Write the report anew, and one line for whoever watches."""
    counts = attack.counts
    Path(REPORT).write_text(counts.say_counts() + "\n\n" + counts.say_faults() + "\n", encoding="utf-8")
    print(
        f"{time.monotonic() - BEGAN:7.0f} s {sum(counts.by_person.values()):>8,} requests"
        f" {len(counts.faults):>4} kinds of fault",
        flush=True,
    )
