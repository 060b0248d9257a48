"""The corridor: an edited row, a held timetable, a correction, something that stands still, a kept plan, trips."""

import uuid
from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.contract.one_of_each.addresses import QUERY

from landsea.base.actors import ANONYMOUS
from landsea.base.corrections.models import Correction
from landsea.corridor import access_editing
from landsea.corridor.actions.correct_network import suggest_correction_of_network
from landsea.corridor.actions.disrupt import Report, open_disruption
from landsea.corridor.actions.edit_network import Wanted, save_rows
from landsea.corridor.actions.log_trip import Wish, log_file
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.models import HeldTimetable, KeptPlan, Trip
from landsea.corridor.tests.conftest import SENDERS, journey, keep_confirmed_plan
from landsea.corridor.tests.test_timetables import HEAD, NEW

ROWS = {"rows": "procedures", "key": "P002"}
"""Customs for general goods at Huu Nghi."""
PLANNED = {"from": "CNNNG", "to": "VNHAN", "ready": "2026-12-01T06:00", "mode": "road"}


def make(world, now: datetime) -> dict:
    """Edit a row, hold a timetable, correct a row, stop a place, keep a plan, log five trips of five houses."""
    coordinator, kind, key = world.actor("coordinator"), ROWS["rows"], ROWS["key"]
    row = access_editing.find_row_now(kind, key)
    hours = {"min": row.row["hours"]["min"], "typical": 20.0, "p90": 48.0}
    wanted = Wanted(kind, key, row.row | {"hours": hours}, row.number)
    edition = save_rows([wanted], why="Queues since Monday.", actor=coordinator, now=now)
    suggest_correction_of_network(
        kind, key, text="Six hours now.", email="", form_key=uuid.uuid4(), address="", actor=ANONYMOUS, now=now
    )
    correction = Correction.objects.latest("pk")
    sent = {"file": SimpleUploadedFile("train.csv", (HEAD + NEW).encode())}
    world.client("coordinator").post(reverse("import_timetable"), sent)
    stopped = open_disruption(
        Report("The gate is shut.", "the post itself", now.date(), place="VNHNI"), actor=coordinator, now=now
    )
    for number, part in enumerate(SENDERS):
        log_file(journey(number), Wish("road", how="csv"), actor=world.actor(part), now=now)
    kept, trip = keep_confirmed_plan(), Trip.objects.earliest("pk")
    return {
        "plan": {QUERY: PLANNED},
        "plan_cut_offs": {QUERY: PLANNED},
        "edit_network_row": ROWS,
        "retire_network_row": ROWS,
        "revert_network_row": ROWS | {"number": row.number + 1},
        "network_history": ROWS,
        "suggest_network_correction": {"rows": "places", "key": "VNHNI"},
        "undo_network_edition": {"pk": edition.pk},
        "settle_network_correction": {"pk": correction.pk},
        "held_timetable": {"timetable_id": HeldTimetable.objects.get().pk},
        "end_disruption": {"disruption_id": stopped.pk},
        "kept_plan": {"secret": KEPT_LINKS.secret_of(KeptPlan.objects.get(pk=kept.pk).nonce)},
        "trip": {"secret": KEPT_LINKS.secret_of(trip.nonce)},
        "performance_stretch": {"origin": "CNNNG", "destination": "VNHAN", "mode": "road"},
        "network_data": {"form": "geojson"},
        "corridor_place": {"code": "VNHNI"},
        "corridor_service": {"service": "D009"},
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another edition of the row, correction, place that stands still, trip, kept plan."""
    coordinator, kind, key = world.actor("coordinator"), ROWS["rows"], ROWS["key"]
    row = access_editing.find_row_now(kind, key)
    wanted = Wanted(kind, key, row.row | {"hours": row.row["hours"] | {"typical": 21.0 + number}}, row.number)
    save_rows([wanted], why=f"Queues, day {number}.", actor=coordinator, now=now)
    sent = {"text": f"Fault {number}.", "email": "", "form_key": uuid.uuid4(), "address": f"10.3.{number}.1"}
    suggest_correction_of_network(kind, key, **sent, actor=ANONYMOUS, now=now)
    report = Report(f"Gate {number} is shut.", "the post itself", now.date(), place="VNHNI")
    open_disruption(report, actor=coordinator, now=now)
    for place, part in enumerate(SENDERS):
        log_file(
            journey(len(SENDERS) * (number + 1) + place), Wish("road", how="csv"), actor=world.actor(part), now=now
        )
    keep_confirmed_plan()
