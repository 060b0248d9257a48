"""Hostile people of the drills: they walk the pages of a running installation over HTTP and send its forms and its API what
nobody types (the values of `tests/hostile`), as strangers, as a filer with a mailbox of their own, as officers of each role
who signed in, and as programs with keys.

1. Each takes an address in turn: one without parameters, or a link of a page seen before. A part of the addresses, queries and
   headers is hostile already.
2. Of the page that comes one form is taken; it is sent with one or two of its values hostile and the others as they stand.
3. Whatever comes is judged: an answer 500, a traceback in a page, or a page that the permission matrix opens to no stranger
   is a fault. No answer and 503 are counted apart: the drill kills servers meanwhile.

What they do stays done, other than in `tests/hostile`. So they keep away from what the drill counts afterwards: from cases of
others (by their numbers) and from the acts that take kept texts away by right (`bench.hostile_people.LEFT_ALONE`).
"""

import random
import threading

from bench.hostile_people import HostilePerson, HostileProgram
from bench.hostile_seen import Seen

ROLES = ("holder", "deputy", "head", "observer", "operator", "editor", "association", "coordinator")


def gather_hostile_people(port: int, seed: int) -> list[HostilePerson]:
    """Return everybody hostile: two strangers, a filer, an officer of each role there is, and programs with and without keys.

    Writes: a dozen cases of their own, and the keys.
    """
    from django.utils import timezone

    from bench.mail_site import file_cases
    from landsea.api.actions.make_key import make_key
    from landsea.api.scopes import SCOPES
    from landsea.cases.models import Case
    from landsea.directory.actors import make_actor
    from landsea.directory.models import Appointment, Desk

    file_cases(12, first=100_000 + Case.objects.count())
    refs = set(Case.objects.order_by("-pk").values_list("ref", flat=True)[:12])
    people: list[HostilePerson] = []

    def chance() -> random.Random:
        return random.Random(f"{seed}:{len(people)}")

    for who in ("stranger", "stranger", "filer"):
        people.append(HostilePerson(who, port, chance(), set(refs)))
    current = Appointment.objects.filter(ends_at=None, user__is_active=True).select_related("user")
    for role in ROLES:
        found = current.filter(desk__code=Desk.COORDINATOR) if role == "coordinator" else current.filter(role=role)
        if not found:
            continue
        user = chance().choice(list(found.order_by("pk"))).user
        people.append(HostilePerson(role, port, chance(), refs, user.pk))
        given = {"name": "drill", "scopes": list(SCOPES), "days": 90, "by_second_factor": True}
        bearer = make_key(make_actor(user, timezone.now()), now=timezone.now(), **given)[1]
        people.append(HostileProgram(f"program of {role}", port, chance(), refs, bearer))
    people.append(HostileProgram("program without key", port, chance(), refs, ""))
    return people


def be_hostile(people: list[HostilePerson], seed: int, rest: float, stop: threading.Event, seen: Seen) -> None:
    """Let them take turns until told to stop, with `rest` seconds between two turns."""
    from django.db import Error, connection

    chance = random.Random(seed)
    while not stop.is_set():
        try:
            chance.choice(people).take_turn(seen)
        except Error:
            connection.close()  # who takes a turn looks into the database too, and that was killed
        stop.wait(rest)
