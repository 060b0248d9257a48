"""A slice of what nobody types, the same in every run; `python -m bench.hostile` sends the whole of it."""

import os

import pytest
from tests.hostile.trials import Attack, draw

REQUESTS = int(os.environ.get("LANDSEA_HOSTILE_REQUESTS", "1100"))
SEED = int(os.environ.get("LANDSEA_HOSTILE_SEED", "1"))


@pytest.mark.django_db
def test_nothing_breaks_and_nobody_gets_beyond_the_matrix(everything):
    attack = Attack(everything)
    for target, request in draw(attack, REQUESTS, SEED):
        attack.ask(target, request)
    if told := os.environ.get("LANDSEA_HOSTILE_REPORT"):
        with open(told, "w") as file:
            file.write(attack.counts.say_counts() + "\n\n" + attack.counts.say_faults() + "\n")
    assert not attack.counts.faults, attack.counts.say_faults()
