"""An answer that cites rules: picked, kept with the version of that moment, shown to the filer, marked when it changed."""

from dataclasses import replace

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from landsea.base.actors import Actor
from landsea.base.outbox.actions.send import send_due
from landsea.base.refusal import Refused
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.models import Case, Message
from landsea.cases.tests.browsing import page_of
from landsea.rules import access
from landsea.rules.actions import drafting, publish
from landsea.rules.models import Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(world, reference_measures) -> Case:
    """A durian case at Mohan, accepted; the rules of the reference files are loaded."""
    access.forget_book()
    filed = world.file()
    return accept_case(world.actor("holder"), filed.case.ref, now=timezone.now())


def post(world, case, act="answer", **typed):
    address = reverse("case_act", args=[case.ref, act])
    return world.client("holder").post(address, {"version": case.version, **typed})


def thread(world, case) -> str:
    from landsea.base.actors import make_filer
    from landsea.cases.mailbox_page import page_context

    return str(page_context(case, make_filer(case.pk, case.language), timezone.now())["thread"])


def change(code: str) -> None:
    """Two editors publish a change of a measure."""
    from landsea.accounts.models import User

    one, two = (User.objects.create_user(f"{name}@demo.example.org", name=name) for name in ("one", "two"))
    rule = replace(access.find_measure(code), summary="It says something else now.")
    editor, second = (Actor(user_id=user.pk, name=user.name, is_coordinator=True) for user in (one, two))
    version = drafting.draft_version(rule, actor=editor, now=timezone.now())
    publish.approve_version(version.pk, actor=second, now=timezone.now())
    access.forget_book()


def test_the_picker_offers_first_what_fits_the_case(world, case):
    page = page_of(world.client("holder").get(reverse("case", args=[case.ref])))
    assert 'name="cites" value="M012"' in page
    assert 'value="M103"' not in page  # rice into the Philippines


def test_a_search_keeps_what_was_typed_and_picked_and_does_nothing(world, case):
    page = page_of(post(world, case, body="Half an answer", find_rules="1", rule_words="rice ban 2025", cites=["M012"]))
    assert "Half an answer" in page and 'value="M103"' in page
    assert 'value="M012" checked' in page
    assert not Message.objects.filter(act="answer").exists()
    page = page_of(post(world, case, find_rules="1", rule_words="no such words anywhere"))
    assert "No rule has these words" in page


def test_what_is_only_near_to_the_words_is_said_to_be_near(world, case):
    page = page_of(post(world, case, find_rules="1", rule_words="nobody may carry rice without a licence"))
    before, after = page.split("These are the nearest:", maxsplit=1)
    assert "No rule has these words" in before
    assert 'name="cites"' in after and "checked" not in after.split("</fieldset>", maxsplit=1)[0]


def test_the_version_of_that_moment_is_kept_shown_and_mailed(world, case):
    assert post(world, case, body="It is on the list.", cites=["M012", "M010"]).status_code == 302
    kept = Message.objects.get(act="answer").cites
    assert kept == [["M012", 1], ["M010", 1]]
    shown = thread(world, case)
    assert "M012 Fresh durian from Viet Nam" in shown and "since 2022-07-11" in shown
    send_due()
    assert any("/rules/measure/M012/" in one.body for one in mail.outbox if "has answered" in one.subject)
    page = page_of(world.client("holder").get(reverse("case", args=[case.ref])))
    assert "It relies on" in page


def test_a_later_change_or_withdrawal_is_said_and_the_old_words_stay_one_press_away(world, case):
    post(world, case, body="It is on the list.", cites=["M012"])
    assert "changed since" not in thread(world, case)
    change("M012")
    shown = thread(world, case)
    assert "changed since, on" in shown and "?known=" in shown
    assert Message.objects.get(act="answer").cites == [["M012", 1]]
    Version.objects.filter(measure__code="M012").update(state="withdrawn", ended_at=timezone.now())
    assert "withdrawn since" in thread(world, case)


def test_an_unknown_code_is_refused_with_the_words_kept(world, case):
    response = post(world, case, body="My words", cites=["M999"])
    assert response.status_code == 409
    page = page_of(response)
    assert "There is no measure “M999”" in page and "My words" in page
    assert not Message.objects.filter(act="answer").exists()
    with pytest.raises(Refused, match="at most 10"):
        codes = [f"M{number:03d}" for number in range(1, 15)]
        answer_case(world.actor("holder"), case.ref, "Too many.", now=timezone.now(), cites=codes)


def test_an_outcome_cites_too_and_what_is_blacked_out_cites_nothing(world, case):
    post(world, case, body="It is on the list.")
    case.refresh_from_db()
    assert post(world, case, "propose_outcome", outcome="fixed", body="Done.", cites=["M012"]).status_code == 302
    message = Message.objects.get(act="propose_outcome")
    assert message.cites == [["M012", 1]]
    assert "M012" in thread(world, case)
    Message.objects.filter(pk=message.pk).update(redacted_at=timezone.now())
    assert "M012" not in thread(world, case)


@pytest.mark.parametrize("who", ["head", "observer", "other_holder"])
def test_who_may_not_answer_gets_no_search_for_rules_either(world, case, who):
    address = reverse("case_act", args=[case.ref, "answer"])
    refused = world.client(who).post(address, {"version": case.version, "find_rules": "1", "rule_words": "rice"})
    assert refused.status_code in (403, 404, 409)
