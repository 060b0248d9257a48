"""Editing the network on pages: preview and save; plans follow at once; nobody overwrites another unseen."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from landsea.base.actors import SYSTEM, Actor
from landsea.base.audit.models import Entry
from landsea.base.refusal import Refused
from landsea.corridor import access, access_editing
from landsea.corridor.actions.edit_network import Wanted, save_rows
from landsea.corridor.editing.forms import FORMS
from landsea.corridor.editing.rows import make_initial_values, read_row
from landsea.corridor.models import Edition
from landsea.directory import access as directory_access
from landsea_core.planner.network.row_kinds import EDITED

from .conftest import NOW
from .editing_forms import POST, edit, form_of, form_of_row, usual_hours

pytestmark = pytest.mark.django_db
AT_THE_POST = "from=CNYYG&to=VNHNI&ready=2026-12-01T06:00&mode=road"


@pytest.mark.parametrize("kind", list(EDITED))
def test_a_form_sent_back_unchanged_is_the_same_row(kind):
    """No row of the files loses or changes a figure by passing through its form."""
    for row in access_editing.list_rows(kind):
        key = row[EDITED[kind]]
        form = FORMS[kind](form_of_row(kind, row), initial=make_initial_values(kind, row))
        assert form.is_valid(), (key, form.errors, getattr(form, "calls", form).errors)
        calls = [one.cleaned_data for one in form.calls] if kind == "services" else []
        assert read_row(kind, form.cleaned_data, row, key, calls) == row, key


def test_beside_the_code_of_a_place_stands_its_name(world):
    """In the editor's language: nobody knows the codes by heart."""
    editor = world.client("coordinator")
    editor.cookies["language"] = "zh-hans"
    text = editor.get(edit("services", "R041")).content.decode()
    assert 'value="LAVTS"' in text and "万象南站</p>" in text and "磨憨铁路口岸</p>" in text


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
    [
        ({"source": ""}, "source"),
        ({"grade": "sure"}, "grade"),
        ({"checked": ""}, "checked"),
        ({"checked": "2027-09-01"}, "checked"),
        ({"why": ""}, "why"),
        ({"low": "much"}, "low"),
        ({"place": "Atlantis"}, "place"),
    ],
)
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


def test_a_service_is_changed_with_its_calls(world):
    """A stop is left out by emptying it, another is put in; days and cut-off change."""
    row = access_editing.find_row_now("services", "A001").row
    sent = form_of("services", "A001", often="a_week", a_week="3", cut_off_hours="4", why="New timetable.", act="save")
    sent |= {"calls-1-arrive": "22:45"}
    assert world.client("coordinator").post(edit("services", "A001"), sent).status_code == 302
    now = access.find_service("A001")
    assert (now.days, now.cut_off_hours, now.calls[1].arrive) == (3, 4, "22:45")
    assert access_editing.find_row_now("services", "A001").row["carries"] == row["carries"]
    sent = form_of("services", "A001", why="x", act="save") | {"calls-1-place": ""}
    page = world.client("coordinator").post(edit("services", "A001"), sent)
    assert page.status_code == 422 and "at least two calls" in page.content.decode()


def test_new_rows_are_put_on_record(world, client):
    """A price for a service in a period, a place; each has a page or a history."""
    coordinator = world.client("coordinator")
    price = {
        "services": "R043",
        "low": "900",
        "high": "1200",
        "currency": "USD",
        "unit": "TEU",
        "since": "2026-10",
        "until": "2026-12",
        "source": "forwarder's offer",
        "grade": "reported",
        "checked": "2026-11-20",
        "why": "First price.",
        "seen": "0",
        "act": "save",
    }
    assert coordinator.post(edit("prices", "new"), price).status_code == 302
    assert "900–1,200 USD" in client.get(reverse("corridor_service", args=["R043"])).content.decode()
    assert coordinator.post(edit("prices", "new"), price | {"services": "R999"}).status_code == 422
    place = {
        "code": "laxyz",
        "kind": "dry_port",
        "country": "LA",
        "name_en": "Demo dry port",
        "lat": "18",
        "lon": "102.5",
        "position": "near",
        "tz": "Asia/Vientiane",
        "source": "letter",
        "grade": "reported",
        "checked": "2026-11-20",
        "why": "Opened.",
        "seen": "0",
        "act": "save",
    }
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
    return directory_access.list_competences_in_service().filter(topic=topic).values_list("desk_id", flat=True)[0]


def test_two_that_break_each_other_cannot_both_be_saved():
    """The second is checked against the first, whatever its editor saw."""
    editor = Actor(user_id=None, is_coordinator=True)
    now_is = access_editing.find_row_now("services", "B001")
    other = access_editing.find_row_now("procedures", POST)
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
