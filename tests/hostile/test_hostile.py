"""A slice of what nobody types, the same in every run; `python -m bench.hostile` sends the whole of it."""

import os
import time

import pytest
from tests.hostile.trials import Attack, draw

REQUESTS = int(os.environ.get("LANDSEA_HOSTILE_REQUESTS", "1100"))
SEED = int(os.environ.get("LANDSEA_HOSTILE_SEED", "1"))
MINUTES = float(os.environ.get("LANDSEA_HOSTILE_MINUTES", "inf"))
"""For a machine that has no time for all of them; what was sent until then is told."""


@pytest.mark.django_db
def test_nothing_breaks_and_nobody_gets_beyond_the_matrix(everything):
    attack, until = Attack(everything), time.monotonic() + MINUTES * 60
    for target, request in draw(attack, REQUESTS, SEED):
        if time.monotonic() >= until:
            break
        attack.ask(target, request)
    if told := os.environ.get("LANDSEA_HOSTILE_REPORT"):
        with open(told, "w") as file:
            file.write(attack.counts.say_counts() + "\n\n" + attack.counts.say_faults() + "\n")
    assert not attack.counts.faults, attack.counts.say_faults()
