"""Draft, second person, schedule, correction, withdrawal."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from landsea.base.actors import ANONYMOUS
from landsea.base.audit.access import list_entries
from landsea.base.refusal import Refused
from landsea.rules import access
from landsea.rules.actions import drafting, publish
from landsea.rules.draft_form import DraftForm
from landsea.rules.draft_mapping import make_initial_values
from landsea.rules.models import Version, VersionState
from landsea.rules.tests.conftest import NOW
from landsea_core.rules import Effect, read_partial_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(measures):
    """A measure with a new title."""
    return replace(access.find_measure("M013"), title="Fresh durian from Malaysia: by sea and air")


def test_a_second_person_publishes_and_the_page_changes(changed, editors):
    author, second = editors
    version = drafting.draft_version(changed, actor=author, now=NOW, note="Clearer")
    assert access.find_measure("M013").title != changed.title
    publish.approve_version(version.pk, actor=second, now=NOW)
    access.forget_book()
    assert access.find_measure("M013").title == changed.title
    assert [entry.act for entry in list_entries("measure:M013")] == [
        "load",
        "draft_measure",
        "approve_measure",
        "publish_measure",
    ]


def test_the_same_form_again_changes_the_draft_that_it_made(changed, editors):
    author, second = editors
    key = uuid.uuid4()
    first = drafting.draft_version(changed, actor=author, now=NOW, note="Clearer", form_key=key)
    assert drafting.draft_version(changed, actor=author, now=NOW, note="Clearer", form_key=key) == first
    clearer = replace(changed, title="Durian of Malaysia: by sea and air")
    assert drafting.draft_version(clearer, actor=author, now=NOW, note="Clearer still", form_key=key) == first
    (kept,) = Version.objects.filter(state=VersionState.DRAFT)
    assert (kept.row["title"], kept.note) == (clearer.title, "Clearer still")
    assert clearer.title in str(kept.changes)
    assert [entry.act for entry in list_entries("measure:M013")] == ["load", "draft_measure", "change_draft"]
    publish.approve_version(first.pk, actor=second, now=NOW)
    assert drafting.draft_version(clearer, actor=author, now=NOW, note="Clearer still", form_key=key) == first
    with pytest.raises(Refused, match="no draft any more"):
        drafting.draft_version(changed, actor=author, now=NOW, note="Clearer", form_key=key)


def test_a_form_changes_no_draft_of_another_editor_or_of_another_measure(changed, editors):
    key = uuid.uuid4()
    drafting.draft_version(changed, actor=editors[0], now=NOW, form_key=key)
    for rule, actor in ((changed, editors[1]), (replace(changed, code="M014"), editors[0])):
        with pytest.raises(Refused, match="no draft any more"):
            drafting.draft_version(replace(rule, title="Overwritten"), actor=actor, now=NOW, form_key=key)
    (kept,) = Version.objects.filter(state=VersionState.DRAFT)
    assert kept.row["title"] == changed.title


def test_a_new_measure_keeps_its_code_when_its_form_comes_again(changed, editors):
    key, new = uuid.uuid4(), replace(changed, code="E001")
    first = drafting.draft_version(new, actor=editors[0], now=NOW, is_new=True, form_key=key)
    again = replace(new, code=access.find_free_code(), title="Durian of Malaysia")
    assert drafting.draft_version(again, actor=editors[0], now=NOW, is_new=True, form_key=key) == first
    (kept,) = Version.objects.filter(state=VersionState.DRAFT)
    assert (kept.measure.code, kept.row["id"], kept.row["title"]) == ("E001", "E001", "Durian of Malaysia")


def test_the_author_may_not_approve(changed, editors):
    version = drafting.draft_version(changed, actor=editors[0], now=NOW)
    with pytest.raises(Refused, match="another editor") as refused:
        publish.approve_version(version.pk, actor=editors[0], now=NOW)
    assert refused.value.code == "author"
    assert access.find_measure("M013").title != changed.title


def test_the_table_itself_refuses_an_author_who_approves(changed, editors):
    version = drafting.draft_version(changed, actor=editors[0], now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(approver_id=editors[0].user_id)


def test_nobody_else_may_draft_or_approve(changed, editors):
    with pytest.raises(PermissionDenied):
        drafting.draft_version(changed, actor=ANONYMOUS, now=NOW)
    version = drafting.draft_version(changed, actor=editors[0], now=NOW)
    with pytest.raises(PermissionDenied):
        publish.approve_version(version.pk, actor=ANONYMOUS, now=NOW)


def test_what_is_scheduled_waits_for_its_time(changed, editors):
    later = NOW + timedelta(days=2)
    version = drafting.draft_version(changed, actor=editors[0], now=NOW, publish_at=later)
    publish.approve_version(version.pk, actor=editors[1], now=NOW)
    assert publish.publish_due(later - timedelta(seconds=1)) == 0
    assert publish.publish_due(later) == 1
    assert publish.publish_due(later) == 0
    version.refresh_from_db()
    assert version.state == VersionState.PUBLISHED


def test_a_withdrawn_version_gives_way_to_the_one_before_and_stays_in_the_history(changed, editors):
    version = drafting.draft_version(changed, actor=editors[0], now=NOW)
    publish.approve_version(version.pk, actor=editors[1], now=NOW)
    with pytest.raises(Refused, match="Say in a sentence why"):
        publish.withdraw_version(version.pk, actor=editors[1], now=NOW, why=" ")
    publish.withdraw_version(version.pk, actor=editors[1], now=NOW, why="The act was misread.")
    access.forget_book()
    assert access.find_measure("M013").title != changed.title
    assert [one.state for one in access.list_history("M013")] == ["withdrawn", "published"]


def test_as_it_was_known_at_an_earlier_time(changed, editors):
    version = drafting.draft_version(changed, actor=editors[0], now=NOW)
    publish.approve_version(version.pk, actor=editors[1], now=NOW + timedelta(hours=1))
    assert access.read_book_as_of(NOW).by_code["M013"].title != changed.title
    assert access.read_book_as_of(NOW + timedelta(hours=2)).by_code["M013"].title == changed.title


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"in_force": "2026-06-01", "last_day": "2026-01-01"}, "put the dates in order"),
        ({"replaced_by": "M013"}, "replaced by itself"),
        ({"replaced_by": "M999"}, "not on file"),
    ],
)
def test_faults_are_named_and_nothing_is_kept(changed, editors, fields, expected):
    days = {name: read_partial_day(text) if name != "replaced_by" else text for name, text in fields.items()}
    faulty = replace(changed, life=replace(changed.life, **days))
    with pytest.raises(Refused, match=expected):
        drafting.draft_version(faulty, actor=editors[0], now=NOW)
    assert not Version.objects.filter(state=VersionState.DRAFT).exists()


@pytest.mark.parametrize("fields", [{"goods": ""}, {"effect": "requires"}])
def test_only_a_stop_that_names_its_goods_can_be_one_of_few_goods(measures, fields):
    few = next(one for one in access.read_published_book() if one.scope.exception)
    typed = make_initial_values(few) | {"form_key": uuid.uuid4(), "why": "Tried"}
    assert DraftForm(typed, before=few).is_valid()
    assert list(DraftForm(typed | fields, before=few).errors) == ["exception"]


@pytest.mark.parametrize("ticked", [True, False])
def test_an_editor_says_whether_a_stop_is_of_few_goods(measures, ticked):
    rule = next(
        one for one in access.read_published_book() if one.scope.exception is not ticked and is_stop_in_words(one)
    )
    form = DraftForm(
        make_initial_values(rule) | {"form_key": uuid.uuid4(), "why": "Tried", "exception": ticked}, before=rule
    )
    assert form.is_valid(), form.errors
    assert form.rule.scope == replace(rule.scope, exception=ticked)


def is_stop_in_words(rule):
    """Whether a rule stops goods that it names in words."""
    return rule.effect is Effect.FORBIDS and bool(rule.scope.goods)


def test_a_code_that_does_not_exist_offers_the_nearest(changed, editors):
    faulty = replace(changed, scope=replace(changed.scope, hs=("081069",)))
    with pytest.raises(Refused, match="081060"):
        drafting.draft_version(faulty, actor=editors[0], now=NOW)
