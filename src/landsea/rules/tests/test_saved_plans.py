"""A saved plan is a subscription: a change that names its goods, places or ways is told once, with the reason."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from landsea.base.actors import ANONYMOUS
from landsea.base.outbox.actions.send import send_due
from landsea.consequences.actions import spread
from landsea.consequences.tests.test_spread import STARCH, changed_version, mails
from landsea.corridor.actions.keep_plan import (
    Wish,
    confirm_plan,
    end_plan,
    keep_plan,
)
from landsea.corridor.models import KeptPlan
from landsea.rules.actions import publish
from landsea.rules.actions.digest import send_digests
from landsea.rules.models import Frequency, Version
from landsea.rules.tests.conftest import NOW, watching
from landsea_core.rules import Interest, MeasureScope, touches_plan
from landsea_core.rules.measure_kinds import Effect, MeasureKind
from landsea_core.rules.model import Measure

pytestmark = pytest.mark.django_db
LEGS = [
    {"mode": "road", "from": "LAVTE", "to": "LAVNG", "service": "lorry", "called": ["LAVTE", "LAVNG"]},
    {"mode": "rail", "from": "LAVNG", "to": "CNCKG", "service": "clr", "called": ["LAVNG", "LABOT", "CNMHN", "CNCKG"]},
]


def keeping(hs: str = "110814", email: str = "firm@starch.example.org") -> KeptPlan:
    """A confirmed plan for a rail journey from Vientiane to Chongqing."""
    wish = Wish(
        email, "en", "Vientiane - Chongqing", f"from=LAVTE&to=CNCKG&hs={hs}", {"legs": LEGS}, NOW + timedelta(days=20)
    )
    row = keep_plan(wish, actor=ANONYMOUS, now=NOW)
    confirm_plan(row, now=NOW)
    return row


def test_a_change_about_its_goods_is_one_mail_that_names_the_plan(measures, editors):
    keeping()
    version = changed_version(editors)
    assert spread.spread_waiting(NOW) == 1
    Version.objects.filter(pk=version.pk).update(spread_at=None)
    spread.spread_waiting(NOW)
    assert mails("rule_changed").count() == 1
    send_due()
    body = next(one.body for one in mail.outbox if one.subject.startswith("Changed:"))
    assert "It affects your saved plan Vientiane - Chongqing" in body and "/plan/" in body and "ten days" in body


def test_an_address_with_a_plan_and_watches_gets_one_mail_with_all_reasons(measures, editors):
    plan = keeping()
    watch = watching(**STARCH)
    daily = watching(frequency=Frequency.DAILY, **STARCH | {"name": "Daily"})
    changed_version(editors)
    spread.spread_waiting(NOW)
    (one,) = mails("rule_changed")
    assert one.facts["plans"] == [plan.pk] and set(one.facts["watches"]) == {watch.pk, daily.pk}
    assert send_digests(NOW) == 0


def test_a_keeper_who_was_mailed_the_change_is_mailed_its_withdrawal_and_nobody_else(measures, editors):
    plan = keeping()
    version = changed_version(editors)
    spread.spread_waiting(NOW)
    keeping(email="later@firm.example.org")
    publish.withdraw_version(version.pk, actor=editors[0], now=NOW, why="It was about another starch.")
    assert spread.spread_waiting(NOW) == 1 and spread.spread_waiting(NOW) == 0
    (one,) = mails("rule_withdrawn")
    assert one.address == plan.email and one.stream == f"plan:{plan.pk}"
    send_due()
    body = next(one.body for one in mail.outbox if one.subject.startswith("Withdrawn:"))
    assert "your saved plan Vientiane - Chongqing" in body and "/plan/" in body and "another starch" in body


@pytest.mark.parametrize("hs", ["081060", ""])
def test_other_goods_and_unknown_goods_hear_nothing_of_a_rule_about_starch(measures, editors, hs):
    keeping(hs)
    changed_version(editors)
    spread.spread_waiting(NOW)
    assert not mails("rule_changed").exists()


def test_plans_that_ended_left_or_were_not_confirmed_hear_nothing(measures, editors):
    end_plan(keeping(email="a@firm.example.org"), now=NOW)
    KeptPlan.objects.filter(pk=keeping(email="b@firm.example.org").pk).update(confirmed_at=None)
    KeptPlan.objects.filter(pk=keeping(email="c@firm.example.org").pk).update(ready_at=datetime(2026, 1, 1, tzinfo=UTC))
    changed_version(editors)
    spread.spread_waiting(NOW)
    assert not mails("rule_changed").exists()


def test_a_plan_is_touched_by_what_names_its_goods_a_place_or_a_way():
    plan = Interest(
        ("110814",), frozenset({"LA"}), frozenset({"CN"}), frozenset({"CNMHN", "Mohan"}), frozenset({"rail"})
    )

    def touched(**scope):
        measure = Measure(
            "T1", "A rule", MeasureKind.BORDER_OPERATION, Effect.REQUIRES, "CN", scope=MeasureScope(**scope)
        )
        return touches_plan(plan, measure)

    assert touched(hs=("1108",)) and touched(places=("Mohan",)) and touched(modes=frozenset({"rail"}))
    assert not touched() and not touched(places=("Huu Nghi",)) and not touched(modes=frozenset({"sea"}))
    assert not touched(hs=("1108",), destination=frozenset({"VN"}))
