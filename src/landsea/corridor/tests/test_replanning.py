"""An edited network reaches the kept plans: planned again in the background, the keeper told once what became of theirs."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse

from landsea.base.actors import ANONYMOUS, SYSTEM, Actor
from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.corridor import access, access_editing
from landsea.corridor.actions import replan
from landsea.corridor.actions.disrupt import Report, end_disruption, open_disruption
from landsea.corridor.actions.edit_network import (
    Wanted,
    retire_network_row,
    save_rows,
    undo_edition,
)
from landsea.corridor.actions.keep_plan import (
    Wish,
    confirm_plan,
    end_plan,
    keep_plan,
)
from landsea.corridor.actions.load_network import load_network
from landsea.corridor.actions.replan import replan_waiting
from landsea.corridor.asking import read_question
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.models import Edition
from landsea.corridor.network_files import find_reference_folder
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanFault
from landsea_core.planner.network.report import describe_itinerary
from landsea_core.planner.network.row_files import read_all_rows
from landsea_core.planner.network.row_kinds import make_key

from .conftest import NOW
from .renewed_files import renewed_files

pytestmark = pytest.mark.django_db
EDITOR = Actor(user_id=None, is_coordinator=True)
LORRY = "D009"  # Nanning - Hanoi by Friendship Pass
WINTER = """id,mode,name,days,place,arrive,arrive_day,depart,depart_day
D009,road,,daily,CNNNG,,0,08:00,0
D009,road,,daily,CNYYG,12:00,0,14:30,0
D009,road,,daily,VNHNI,13:50,0,16:20,0
D009,road,,daily,VNHAN,08:20,1,,0
"""


@pytest.fixture
def lorry(kept):
    """The plan goes by one lorry from end to end."""
    assert kept.services == [LORRY]
    return kept


def change(kind: str, key: str, why: str = "Seen at the gate.", **typed) -> Edition:
    """Save a row with some of its values changed."""
    now_is = access_editing.find_row_now(kind, key)
    return save_rows([Wanted(kind, key, {**now_is.row, **typed}, now_is.number)], why=why, actor=EDITOR, now=NOW)


def later(hours: int) -> Edition:
    """Let the lorry come so many hours later than the files say."""
    calls = [dict(call) for call in access_editing.find_row_now("services", LORRY).base["calls"]]
    last = calls[-1]
    clock = int(last["arrive"][:2]) + hours
    last |= {"arrive": f"{clock % 24:02d}{last['arrive'][2:]}", "arrive_day": last["arrive_day"] + clock // 24}
    return change("services", LORRY, calls=calls)


def price(low: int, high: int) -> Edition:
    """Put a price of the lorry on record."""
    row = {
        "id": "EC900",
        "services": [LORRY],
        "low": low,
        "high": high,
        "currency": "USD",
        "unit": "shipment",
        "from": "2026-10",
        "until": "2026-12",
        "source": "forwarder's offer",
        "grade": "reported",
        "note": "",
        "checked": "2026-11-20",
    }
    seen = access_editing.find_last_number("prices", "EC900")
    return save_rows([Wanted("prices", "EC900", row, seen)], why="An offer.", actor=EDITOR, now=NOW)


def told() -> list[dict]:
    """What the mails say is new, the oldest first."""
    return [one.facts["news"] for one in Delivery.objects.filter(template="plan_changed").order_by("pk")]


def test_a_slower_service_is_told_once_and_its_undoing_too(lorry):
    """Later by what was added; a second round, and a plan that was looked at already, tell nobody twice."""
    edition = later(5)
    assert replan_waiting(NOW) == 1
    assert replan_waiting(NOW) == 0
    lorry.refresh_from_db()
    assert [leg["service"] for leg in lorry.instead["legs"]] == [LORRY] and not lorry.trouble
    assert [(one["way"], one["minutes"] > 0) for one in told()] == [("same", True)]
    undo_edition(edition, why="A slip.", actor=EDITOR, now=NOW)
    replan_waiting(NOW)
    lorry.refresh_from_db()
    assert lorry.instead is None and [one["minutes"] > 0 for one in told()] == [True, False]
    assert told()[0]["minutes"] == -told()[1]["minutes"]
    assert [one.act for one in Entry.objects.filter(stream=f"plan:{lorry.pk}")].count("replan") == 2


def test_two_editions_before_a_round_are_told_in_one_mail(lorry):
    """What the first round's look brought is not told again for the second edition."""
    later(5)
    later(6)
    replan_waiting(NOW)
    assert len(told()) == 1 and not Edition.objects.filter(spread_at=None).exists()


def test_an_edition_that_is_undone_before_the_round_tells_nobody(lorry):
    """Nothing became of it."""
    undo_edition(later(5), why="A slip.", actor=EDITOR, now=NOW)
    assert replan_waiting(NOW) == 2
    assert told() == []


def test_a_process_that_dies_on_the_way_leaves_it_to_the_next(lorry, monkeypatch):
    """Neither lost nor told twice."""
    later(5)

    def dies(*args):
        raise SystemExit

    with monkeypatch.context() as here:
        here.setattr(replan, "_tell", dies)
        with pytest.raises(SystemExit):
            replan_waiting(NOW)
    lorry.refresh_from_db()
    assert lorry.instead is None and Edition.objects.filter(spread_at=None).count() == 1
    replan_waiting(NOW)
    replan_waiting(NOW)
    assert len(told()) == 1


def test_a_service_that_ends_sends_the_plan_another_way_and_back(lorry):
    """Another way while it is retired; as it was chosen once it runs again."""
    retire_network_row("services", LORRY, seen=0, why="It ended.", actor=EDITOR, now=NOW)
    replan_waiting(NOW)
    lorry.refresh_from_db()
    assert LORRY not in [leg["service"] for leg in lorry.instead["legs"]]
    undo_edition(Edition.objects.get(), why="It runs.", actor=EDITOR, now=NOW)
    replan_waiting(NOW)
    assert [one["way"] for one in told()] == ["other", "as_chosen"]


def test_a_price_is_told_as_known_and_as_dearer(lorry):
    """A first price, then a higher one."""
    price(900, 1000)
    replan_waiting(NOW)
    price(1200, 1300)
    replan_waiting(NOW)
    assert [one["cost"] for one in told()] == [[[None, None], [900, 1000]], [[900, 1000], [1200, 1300]]]
    lines = [words_of(one, lorry) for one in told()]
    assert "that was not known before" in lines[0] and "dearer: USD 1,200 to 1,300, before USD 900 to 1,000" in lines[1]


def words_of(news: dict, plan) -> str:
    """The words of a mail."""
    facts = {"plan": plan.pk, "edition": Edition.objects.first().pk, "news": news}
    return render_to_string("mails/plan_changed.txt", facts)


def test_customs_at_the_border_reach_plans_that_cross_there(db):
    """A procedure's hours change plans over its post, and no other."""
    question, planning = "from=CNYYG&to=VNHNI&ready=2026-12-01T06:00&mode=road", access.read_planning_context()
    found = plan(planning, read_question(QueryDict(question)))
    hop = next(one for one in found.itineraries if one.legs[0].service.id == "B001")
    wish = Wish(
        "a@example.org", "en", "The gate", question, describe_itinerary(planning.corridor, hop), found.question.ready
    )
    confirm_plan(keep_plan(wish, actor=ANONYMOUS, now=NOW), now=NOW)
    change("procedures", "P002", hours={"min": 2, "typical": 20, "p90": 48})
    replan_waiting(NOW)
    assert [one["way"] for one in told()] == ["other"]
    change("services", "R040", note="Seen.")
    assert replan_waiting(NOW) == 1, "only since it does not go as it was chosen"
    assert len(told()) == 1


@pytest.mark.parametrize("kind", ["closures", "handling", "emissions", "prices", "procedures"])
def test_a_renewed_row_of_any_kind_is_looked_at_once_and_stops_no_round(lorry, tmp_path, kind):
    """A closure names several places, and what holds for a mode names none."""
    _number, row = read_all_rows(find_reference_folder())[f"{kind}.jsonl"][0]
    first = make_key(kind, row)
    load_network(find_reference_folder(), NOW)
    load_network(renewed_files(tmp_path, kind, {first: {"note": "seen again"}}), NOW)
    edition = Edition.objects.first()
    replan_waiting(NOW)
    edition.refresh_from_db()
    assert edition.spread_at == NOW


def test_a_plan_elsewhere_and_an_ended_one_hear_nothing(lorry):
    """An edition of what neither touches is nobody's news; who ended a plan is left in peace."""
    change("services", "R040", note="Seen.")
    assert replan_waiting(NOW) == 0
    end_plan(lorry, now=NOW)
    later(5)
    assert replan_waiting(NOW) == 0 and told() == []


def test_what_takes_the_chosen_way_s_place_is_watched_too(lorry):
    """While the chosen lorry stands still, a change of the way in its place is told as well."""
    row = open_disruption(Report("No driver.", "operator", NOW.date(), service=LORRY), actor=SYSTEM, now=NOW)
    replan_waiting(NOW)
    lorry.refresh_from_db()
    other = lorry.instead["legs"][0]["service"]
    retire_network_row("services", other, seen=0, why="It ended.", actor=EDITOR, now=NOW)
    replan_waiting(NOW)
    end_disruption(row, actor=SYSTEM, now=NOW)
    replan_waiting(NOW)
    assert [one["way"] for one in told()] == ["other", "other", "as_chosen"]


def test_a_timetable_taken_in_reaches_plans(world, lorry):
    """Sent and applied on the pages; and the page of the plan says what became of it."""
    coordinator = world.client("coordinator")
    sent = coordinator.post(reverse("import_timetable"), {"file": SimpleUploadedFile("winter.csv", WINTER.encode())})
    seen = coordinator.get(sent["Location"]).context["fingerprint"]
    assert coordinator.post(sent["Location"], {"fingerprint": seen, "why": "Winter timetable."}).status_code == 302
    replan_waiting(NOW)
    page = (
        world.client("anonymous").get(reverse("kept_plan", args=[KEPT_LINKS.secret_of(lorry.nonce)])).content.decode()
    )
    assert "still goes by the services that were chosen" in page and "later." in page
    assert "Winter timetable." in words_of(told()[0], lorry)


def test_a_search_that_outgrows_its_room_ends_no_plan(lorry, monkeypatch):
    """Nobody is told that their plan no longer goes when it is only not known whether it does."""

    def outgrows(*args, **more):
        raise PlanFault("More ways to compare than there is room for.", "too_much", "modes")

    monkeypatch.setattr(replan, "plan", outgrows)
    later(5)
    replan_waiting(NOW)
    lorry.refresh_from_db()
    assert not lorry.trouble and told() == [] and not Edition.objects.filter(spread_at=None).exists()


def test_the_page_says_when_a_plan_was_looked_at_last(lorry):
    """Also where nothing became of it."""
    change("services", LORRY, note="Seen.")
    seen = NOW + timedelta(hours=3)
    replan_waiting(seen)
    lorry.refresh_from_db()
    assert lorry.planned_at == seen and lorry.instead is None and told() == []


def test_nothing_is_mailed_before_the_keeper_confirmed(lorry):
    """The page knows; mails begin when their link was opened."""
    type(lorry).objects.update(confirmed_at=None)
    later(5)
    replan_waiting(NOW)
    lorry.refresh_from_db()
    assert lorry.instead and told() == []
