"""Editing the network on pages: preview, save, history, undo; plans follow at once; nobody overwrites another unseen."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from landsea.accounts.actors import SYSTEM, Actor
from landsea.audit.models import Entry
from landsea.corridor import access, access_editing, kept_network
from landsea.corridor.actions.edit_network import Refused, Wanted, save_rows
from landsea.corridor.actions.log_trip import Wish as TripWish
from landsea.corridor.actions.log_trip import add_milestone, begin_trip
from landsea.corridor.editing.forms import FORMS
from landsea.corridor.editing.rows import initial_of, row_of
from landsea.corridor.models import Edition, RowVersion
from landsea.directory import access as directory_access
from landsea_core.planner.network.milestones import Happened
from landsea_core.planner.network.row_files import EDITED

from .conftest import NOW

pytestmark = pytest.mark.django_db
POST = "P002"  # customs for general goods at Huu Nghi
AT_THE_POST = "from=CNYYG&to=VNHNI&ready=2026-12-01T06:00&mode=road"


def form_of(kind: str, key: str, **typed) -> dict:
    """What a browser sends for a row: all that stands in its form, with what was typed over it."""
    initial = initial_of(kind, access_editing.row_now(kind, key).row)
    calls = initial.pop("calls", [])
    sent = {name: value for name, value in initial.items() if value is not None}
    sent |= {"calls-TOTAL_FORMS": len(calls) + 2, "calls-INITIAL_FORMS": len(calls)} if kind == "services" else {}
    for number, call in enumerate(calls):
        sent |= {f"calls-{number}-{name}": value for name, value in call.items()}
    return sent | {"seen": access_editing.row_now(kind, key).number} | typed


def edit(kind: str, key: str) -> str:
    """The address of a row's form."""
    return reverse("edit_network_row", args=[kind, key])


def usual_hours() -> str:
    """What the page of the border post says of its customs."""
    page = access.network()
    return next(row.hours.typical for row in page.procedures if row.id == POST)


@pytest.mark.parametrize("kind", list(EDITED))
def test_a_form_sent_back_unchanged_is_the_same_row(kind):
    """No row of the files loses or changes a figure by passing through its form."""
    for row in access_editing.rows_of(kind):
        key = row[EDITED[kind]]
        form = FORMS[kind](form_of(kind, key), initial=initial_of(kind, row))
        assert form.is_valid(), (key, form.errors, getattr(form, "calls", form).errors)
        calls = [one.cleaned_data for one in form.calls] if kind == "services" else []
        assert row_of(kind, form.cleaned_data, row, key, calls) == row, key


def test_the_preview_says_what_changes_and_what_becomes_of_journeys(world):
    """Before and after of the figure, of the journey over the border; nothing is saved."""
    page = world.client("coordinator").post(edit("procedures", POST), form_of("procedures", POST, typical=20, p90=48))
    text = page.content.decode()
    assert page.status_code == 200
    assert "<del>4</del> → <ins>20</ins>" in text
    assert "Youyi Guan road border post – Huu Nghi road border post" in text
    assert len(page.context["preview"].crossings) == 2
    assert page.context["preview"].journeys[0].by_it[0] != page.context["preview"].journeys[0].by_it[1]
    assert not Edition.objects.exists() and usual_hours() == 4


def test_a_plan_asked_after_saving_counts_with_it(world, client):
    """From the commit on, without a restart; and no more once it is undone."""
    address = f"{reverse('plan')}?{AT_THE_POST}"
    before = client.get(address).context["shown"].itineraries
    coordinator = world.client("coordinator")
    saved = coordinator.post(
        edit("procedures", POST),
        form_of("procedures", POST, typical=20, p90=48, why="Queues since Monday.", act="save"),
    )
    assert saved.status_code == 302 and usual_hours() == 20
    slower = [one for one in client.get(address).context["shown"].itineraries if one.legs[0].service == "B001"]
    assert [one.hours for one in slower] != [one.hours for one in before if one.legs[0].service == "B001"]
    coordinator.post(reverse("undo_network_edition", args=[Edition.objects.get().pk]), {"why": "It is over."})
    assert usual_hours() == 4
    assert [entry.act for entry in Entry.objects.filter(stream="network")] == ["edit_network", "edit_network"]


def test_faults_stand_beside_their_field(world):
    """What `network check` demands comes back with the field, what was typed stays, nothing is saved."""
    typed = form_of("procedures", POST, typical=30, p90=20, why="x", act="save")
    page = world.client("coordinator").post(edit("procedures", POST), typed)
    assert page.status_code == 422
    assert "must not fall" in page.context["form"].errors["typical"][0]
    assert 'value="30"' in page.content.decode() and not Edition.objects.exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"source": ""}, "source"), ({"grade": "sure"}, "grade"), ({"checked": ""}, "checked"),
     ({"checked": "2027-09-01"}, "checked"), ({"why": ""}, "why"), ({"low": "much"}, "low"), ({"place": "Atlantis"}, "place")],
)  # fmt: skip
def test_no_figure_without_source_grade_and_day(world, typed, field):
    """Each is asked for; and every change has a reason."""
    sent = form_of("procedures", POST, typical=5, why="Seen.", act="save") | typed
    page = world.client("coordinator").post(edit("procedures", POST), sent)
    assert page.status_code == 422 and field in page.context["form"].errors


def test_somebody_who_was_quicker_is_not_overwritten(world):
    """The second is told what changed meanwhile and keeps what was typed; after looking, the same press saves."""
    mine = form_of("procedures", POST, typical=9, why="My figure.", act="save")
    coordinator = world.client("coordinator")
    coordinator.post(edit("procedures", POST), form_of("procedures", POST, typical=7, why="Theirs.", act="save"))
    page = coordinator.post(edit("procedures", POST), mine)
    text = page.content.decode()
    assert page.status_code == 409 and "Theirs." in text and 'value="9"' in text
    assert usual_hours() == 7
    coordinator.post(edit("procedures", POST), mine | {"seen": page.context["seen"]})
    assert usual_hours() == 9


def test_history_is_for_everybody_and_names_nobody_to_strangers(world, client):
    """Each version with difference and reason; who did it is for people at desks."""
    world.client("coordinator").post(
        edit("procedures", POST), form_of("procedures", POST, typical=7, why="Counted at the gate.", act="save")
    )
    address = reverse("network_history", args=["procedures", POST])
    text = client.get(address).content.decode()
    assert "Counted at the gate." in text and "<ins>7</ins>" in text
    name = str(Edition.objects.get().by)
    assert name not in text and name in world.client("holder").get(address).content.decode()
    assert name not in client.get(reverse("network_changes")).content.decode()


def test_a_row_can_be_put_back_to_any_state(world):
    """To a version, and to what the files have; each is a new version."""
    coordinator = world.client("coordinator")
    for hours in (7, 9):
        coordinator.post(edit("procedures", POST), form_of("procedures", POST, typical=hours, why="x", act="save"))

    def put_back(number: int, seen: int):
        address = reverse("revert_network_row", args=["procedures", POST, number])
        return coordinator.post(address, {"why": "Back.", "seen": seen}).status_code

    assert put_back(1, 2) == 302 and usual_hours() == 7
    assert put_back(0, 3) == 302 and usual_hours() == 4
    assert put_back(0, 4) == 422, "it stands as the files have it already"
    assert put_back(9, 4) == 404
    assert RowVersion.objects.count() == 4


def test_an_edition_that_was_changed_since_is_not_undone(world):
    """Undoing would overwrite what came after: it is refused with a sentence."""
    coordinator = world.client("coordinator")
    for hours in (7, 9):
        coordinator.post(edit("procedures", POST), form_of("procedures", POST, typical=hours, why="x", act="save"))
    first = Edition.objects.order_by("pk").first()
    page = coordinator.post(reverse("undo_network_edition", args=[first.pk]), {"why": "Back."})
    assert page.status_code == 422 and "changed by somebody else" in page.content.decode()
    assert usual_hours() == 9


def test_a_service_is_changed_with_its_calls(world):
    """A stop is left out by emptying it, another is put in; days and cut-off change."""
    row = access_editing.row_now("services", "A001").row
    sent = form_of("services", "A001", often="a_week", a_week="3", cut_off_hours="4", why="New timetable.", act="save")
    sent |= {"calls-1-arrive": "22:45"}
    assert world.client("coordinator").post(edit("services", "A001"), sent).status_code == 302
    now = access.service("A001")
    assert (now.days, now.cut_off_hours, now.calls[1].arrive) == (3, 4, "22:45")
    assert access_editing.row_now("services", "A001").row["carries"] == row["carries"]
    sent = form_of("services", "A001", why="x", act="save") | {"calls-1-place": ""}
    page = world.client("coordinator").post(edit("services", "A001"), sent)
    assert page.status_code == 422 and "at least two calls" in page.content.decode()


def test_retiring_keeps_it_on_record_and_out_of_plans(world, client):
    """A service nobody plans with, its page still there; a place that is still called at cannot go."""
    coordinator = world.client("coordinator")
    address = reverse("retire_network_row", args=["services", "D009"])
    assert coordinator.post(address, {"retire-why": "It ended.", "seen": 0}).status_code == 302
    assert access.service("D009").not_offered
    assert "retired" in client.get(reverse("corridor_service", args=["D009"])).content.decode()
    page = coordinator.post(
        reverse("retire_network_row", args=["places", "VNHNI"]), {"retire-why": "Closed.", "seen": 0}
    )
    assert page.status_code == 422 and "which is retired" in page.content.decode()
    page = coordinator.post(
        reverse("retire_network_row", args=["procedures", POST]), {"retire-why": "Gone.", "seen": 0}
    )
    assert page.status_code == 422 and "no procedure is on record at VNHNI" in page.content.decode()


def test_new_rows_are_put_on_record(world, client):
    """A price for a service in a period, a place; each has a page or a history."""
    coordinator = world.client("coordinator")
    price = {
        "services": "R043", "low": "900", "high": "1200", "currency": "USD", "unit": "TEU", "since": "2026-10",
        "until": "2026-12", "source": "forwarder's offer", "grade": "reported", "checked": "2026-11-20", "why": "First price.",
        "seen": "0", "act": "save",
    }  # fmt: skip
    assert coordinator.post(edit("prices", "new"), price).status_code == 302
    assert "900–1200 USD" in client.get(reverse("corridor_service", args=["R043"])).content.decode()
    assert coordinator.post(edit("prices", "new"), price | {"services": "R999"}).status_code == 422
    place = {
        "code": "laxyz", "kind": "dry_port", "country": "LA", "name_en": "Demo dry port", "lat": "18", "lon": "102.5",
        "position": "near", "tz": "Asia/Vientiane", "source": "letter", "grade": "reported", "checked": "2026-11-20",
        "why": "Opened.", "seen": "0", "act": "save",
    }  # fmt: skip
    assert coordinator.post(edit("places", "new"), place).status_code == 302
    assert "Demo dry port" in client.get(reverse("corridor_place", args=["LAXYZ"])).content.decode()
    again = coordinator.post(edit("places", "new"), place)
    assert again.status_code == 422 and "on record already" in again.content.decode()


def test_who_may_edit(world):
    """The coordinator's desk and desks that answer for transport; nobody else, by no door."""
    sent = form_of("procedures", POST, typical=7, why="x", act="save")
    for who, status in (("anonymous", 302), ("stranger", 403), ("observer", 403), ("clerk", 403)):
        assert world.client(who).post(edit("procedures", POST), sent).status_code == status, who
    with pytest.raises(PermissionDenied):
        save_rows([Wanted("procedures", POST, None, 0)], why="x", actor=SYSTEM, now=NOW)
    assert not Edition.objects.exists()
    rail, other = (desk_with(world, topic) for topic in ("transport_border", "sps_tbt"))
    assert access_editing.may_edit(Actor(desks=frozenset({rail})))
    assert not access_editing.may_edit(Actor(desks=frozenset({other})))


def desk_with(world, topic: str) -> int:
    """The number of a desk of the small world that answers for a topic."""
    return directory_access.competences_in_service().filter(topic=topic).values_list("desk_id", flat=True)[0]


def test_two_that_break_each_other_cannot_both_be_saved():
    """The second is checked against the first, whatever its editor saw."""
    editor = Actor(user_id=None, is_coordinator=True)
    now_is = access_editing.row_now("services", "B001")
    other = access_editing.row_now("procedures", POST)
    retired = {**other.row, "retired": "2026-11-25"}
    with pytest.raises(Refused) as refused:
        save_rows([Wanted("procedures", POST, retired, 0)], why="x", actor=editor, now=NOW)
    assert refused.value.code == "faults"
    both = [
        Wanted("procedures", POST, retired, 0),
        Wanted("services", "B001", {**now_is.row, "retired": "2026-11-25"}, 0),
    ]
    save_rows(both, why="The post is given up.", actor=editor, now=NOW)
    with pytest.raises(Refused):
        save_rows([Wanted("services", "B001", None, 1)], why="Open again.", actor=editor, now=NOW)


def test_a_row_that_its_file_has_overtaken_is_named(world, monkeypatch):
    """When the base is renewed, an editor is told which edited rows hold another figure than the file now."""
    editor = Actor(user_id=None, is_coordinator=True)
    row = access_editing.row_now("procedures", POST).row
    save_rows([Wanted("procedures", POST, {**row, "note": "seen"}, 0)], why="x", actor=editor, now=NOW)
    assert access_editing.overtaken(editor) == []
    files = kept_network.files()
    renewed = [(line, {**one, "note": "new"} if one["id"] == POST else one) for line, one in files["procedures.jsonl"]]
    monkeypatch.setattr(access_editing, "files", lambda: {**files, "procedures.jsonl": renewed})
    assert [one.key for one in access_editing.overtaken(editor)] == [POST]


def test_a_reader_s_correction_reaches_the_editors(world, client):
    """Kept once, shown to editors with the way to the form, settled; no words in the audit."""
    page = client.get(reverse("corridor_place", args=["VNHNI"])).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page).group(1)
    sent = {"text": "The gate opens at six.", "email": "a@example.org", "form_key": key}
    address = reverse("suggest_network_correction", args=["places", "VNHNI"])
    assert client.post(address, sent).status_code == 302
    client.post(address, sent)
    assert client.post(address, {"text": "", "form_key": key}).status_code == 422
    coordinator = world.client("coordinator")
    text = coordinator.get(reverse("network_editing")).content.decode()
    assert text.count("The gate opens at six.") == 1 and "Huu Nghi" in text
    assert not any("gate opens" in str(entry.facts) for entry in Entry.objects.all())
    number = access_editing.open_corrections(Actor(is_coordinator=True)).get().pk
    coordinator.post(reverse("settle_network_correction", args=[number]))
    assert "The gate opens at six." not in coordinator.get(reverse("network_editing")).content.decode()


def test_trips_are_shown_at_a_place_from_five_on(client):
    """Fewer than five are not counted out; five show median, least and ninth of ten."""
    place = reverse("corridor_place", args=["CNMHN"])
    for number in range(5):
        row = begin_trip(TripWish("road"), actor=SYSTEM, now=NOW)
        for what, hours in (("border_in", 0), ("border_out", 10 + number)):
            add_milestone(row, Happened("", "CNMHN", what, NOW + timedelta(hours=hours)), now=NOW)
        if number == 3:
            text = client.get(place).content.decode()
            assert "fewer than 5 trips" in text and "4 trips" not in text
    assert (
        "12.0 hours usually, 10.0 at best, 14.0 in nine of ten cases at most (5 trips)"
        in client.get(place).content.decode()
    )
