"""Two who act at one instant, in every app that knows a form by its key or numbers what it writes: nobody meets a fault.

The table that both want to write to is held until both wait, each before its own write or for the other's turn, so that the
second always begins before the first has written anything.
"""

import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from landsea.accounts.models import User
from landsea.base.actors import ANONYMOUS, Actor
from landsea.base.audit.models import Entry
from landsea.base.audit.verify import find_broken_entries
from landsea.base.corrections.models import Correction
from landsea.cases.actions import answer_many
from landsea.cases.models import Case, CommonAnswer
from landsea.cases.tests.world import make_world
from landsea.corridor.actions import correct_network, edit_timetable
from landsea.corridor.models import HeldTimetable
from landsea.directory.actions.suggest_correction import suggest_correction
from landsea.directory.models import Desk
from landsea.exchange.actions.ask_for_introduction import ask_for_introduction
from landsea.exchange.actions.post import post_listing
from landsea.exchange.actions.register import register_applicant
from landsea.exchange.models import Introduction, Listing, Registration
from landsea.exchange.tests.making import applying, asking, event, posting, shown
from landsea.figures.actions.rule import rule_on_contradiction as rule_on
from landsea.figures.models import Ruling
from landsea.rules import access
from landsea.rules.actions import corrections, drafting, publish, watch
from landsea.rules.models import Measure as MeasureRow
from landsea.rules.models import Paper, Version
from landsea.rules.stream import measure_stream
from landsea.rules.tests.conftest import watching
from landsea_core.planner.network.incoming_timetables import IncomingTimetable
from landsea_core.rules import Effect, Measure, MeasureKind

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TEXT = {"text": "The day is wrong.", "email": "", "address": "", "now": NOW, "actor": ANONYMOUS}


def at_once(table: type, *acts: Callable) -> list:
    """What the acts return that begin at one instant, all before any of them has written to the table."""

    def run(act: Callable):
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f'LOCK TABLE "{table._meta.db_table}" IN SHARE MODE')
            running = [pool.submit(run, act) for act in acts]
            _wait_until_waiting(cursor, running)
        return [one.result(timeout=60) for one in running]


def _wait_until_waiting(cursor, running: list[Future]) -> None:
    """Return when all wait for a lock, or one has ended before it came as far."""
    end = time.monotonic() + 30
    while time.monotonic() < end and not any(one.done() for one in running):
        cursor.execute("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")
        if cursor.fetchone()[0] >= len(running):
            return
        time.sleep(0.02)
    for one in running:
        if one.done():
            one.result()
    raise AssertionError("they never came as far as writing")


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def key() -> uuid.UUID:
    return uuid.uuid4()


def a_rule(code: str) -> Measure:
    return Measure(
        code=code,
        title=f"Fresh fruit: rule {code}",
        kind=MeasureKind.SPS_TEST,
        effect=Effect.INFORMS,
        country="CN",
        authority="Customs of China",
        legal_act="Act 1",
        summary="A rule.",
        source="https://example.org/act",
        checked="2026-11-20",
    )


@pytest.fixture
def editors() -> tuple[Actor, Actor]:
    users = [User.objects.create_user(f"editor.{name}@demo.example.org", name=name) for name in ("one", "two")]
    return tuple(Actor(user_id=user.pk, name=user.name, is_coordinator=True) for user in users)


@pytest.fixture
def drafts(editors) -> list[Version]:
    """Drafts of two rules, by the first editor."""
    access.forget_book()
    yield [drafting.draft_version(a_rule(code), actor=editors[0], now=NOW) for code in ("E900", "E901")]
    access.forget_book()


def test_one_correction_sent_to_two_rules(drafts, key):
    kept = at_once(
        Correction,
        *(
            lambda code=one.measure.code: corrections.suggest_correction_of_rule(code, form_key=key, **TEXT)
            for one in drafts
        ),
    )
    assert sorted(kept) == [False, True] and Correction.objects.count() == 1


def test_a_correction_beside_an_approval(drafts, editors, key):
    """Both are noted in the one chain of the rule."""
    at_once(
        Entry,
        lambda: corrections.suggest_correction_of_rule("E900", form_key=key, **TEXT),
        lambda: publish.approve_version(drafts[0].pk, actor=editors[1], now=NOW),
    )
    acts = Entry.objects.filter(stream=measure_stream("E900")).values_list("act", flat=True)
    assert sorted(acts) == ["approve_measure", "draft_measure", "publish_measure", "suggest_correction"]


def test_two_editors_who_write_a_new_rule(editors):
    """Each gets a code of its own: one would be a change of the other's."""
    access.forget_book()
    written = at_once(
        MeasureRow,
        *(lambda who=who: drafting.draft_version(a_rule("E001"), actor=who, now=NOW, is_new=True) for who in editors),
    )
    assert len({version.measure.code for version in written}) == 2
    assert all(version.row["id"] == version.measure.code for version in written)


def test_two_papers_of_one_list():
    kept = watching()
    at_once(
        Paper,
        *(lambda paper=paper: watch.note_paper(kept, paper, name="", expires_on=None, now=NOW) for paper in ("a", "b")),
    )
    assert kept.papers.count() == 2


def test_one_correction_sent_to_two_desks(world, key):
    desks = list(Desk.objects.values_list("pk", flat=True)[:2])
    kept = at_once(Correction, *(lambda pk=pk: suggest_correction(desk_id=pk, form_key=key, **TEXT) for pk in desks))
    assert sorted(kept) == [False, True]


def test_one_correction_sent_to_two_places(key):
    kept = at_once(
        Correction,
        *(
            lambda code=code: correct_network.suggest_correction_of_network("places", code, form_key=key, **TEXT)
            for code in ("CNMHN", "CNCKG")
        ),
    )
    assert sorted(kept) == [False, True]


def test_an_editor_who_sends_two_timetables(editors):
    held = at_once(
        HeldTimetable,
        *(
            lambda name=name: edit_timetable.hold_timetable(
                IncomingTimetable(name, [], []), is_whole=False, actor=editors[0], now=NOW
            )
            for name in ("one.zip", "two.zip")
        ),
    )
    assert HeldTimetable.objects.get().pk in {one.pk for one in held}


@pytest.mark.parametrize("forms", [1, 2])
def test_two_rulings(editors, key, forms):
    kept = at_once(
        Ruling,
        *(
            lambda who=who, form=form: rule_on(
                contradiction="x", verdict="error", words="A misprint.", form_key=form, actor=who, now=NOW
            )
            for who, form in zip(editors, [key, key if forms == 1 else uuid.uuid4()], strict=True)
        ),
    )
    assert kept.count(True) == Ruling.objects.count() == forms


def test_one_entry_of_the_board(world, key):
    found = at_once(
        Listing,
        *[lambda: post_listing(world.actor("anonymous"), posting(form_key=key), network="n", now=NOW)[0].pk] * 2,
    )
    assert set(found) == {Listing.objects.get().pk}


def test_one_registration_for_two_events(world, key):
    events = [event(world, NOW) for _ in range(2)]
    found = at_once(
        Registration,
        *(
            lambda pk=one.pk: (
                register_applicant(world.actor("anonymous"), pk, applying(form_key=key), network="", now=NOW).pk
            )
            for one in events
        ),
    )
    assert set(found) == {Registration.objects.get().pk}


def test_one_wish_to_be_introduced_to_two(world, key):
    offers = [shown(world, NOW)[0] for _ in range(2)]
    found = at_once(
        Introduction,
        *(
            lambda pk=one.pk: (
                ask_for_introduction(world.actor("anonymous"), pk, asking(form_key=key), network="", now=NOW).pk
            )
            for one in offers
        ),
    )
    assert set(found) == {Introduction.objects.get().pk}


def test_one_answer_to_many_about_two_things(world, key):
    case = world.file().case

    def prepare(about: str):
        with transaction.atomic():
            return answer_many.prepare_answer(
                world.actor("holder"), about, {case.pk: None}, "The gate is open again.", form_key=key, now=NOW
            )

    found = at_once(CommonAnswer, *(lambda about=about: prepare(about) for about in ("barrier:1", "barrier:2")))
    assert {answer.pk for answer, _is_new in found} == {CommonAnswer.objects.get().pk}
    assert sorted(is_new for _answer, is_new in found) == [False, True]
    assert Case.objects.count() == 1


def test_the_chains_are_whole_afterwards(drafts, editors, key):
    """What came second follows what came first."""
    changed = replace(a_rule("E900"), title="Fresh fruit, anew")
    at_once(
        Entry,
        lambda: corrections.suggest_correction_of_rule("E900", form_key=key, **TEXT),
        lambda: drafting.draft_version(changed, actor=editors[1], now=NOW),
        lambda: publish.reject_version(drafts[0].pk, actor=editors[0], now=NOW, why="Written twice."),
    )
    assert not list(find_broken_entries())
