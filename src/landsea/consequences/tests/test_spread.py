"""Whom a change reaches: once each, the same as the core says, also after a try that died."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, transaction

from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import Delivery
from landsea.consequences.actions import spread
from landsea.rules import access
from landsea.rules.actions import drafting, publish
from landsea.rules.actions.digest import send_digests, send_reminders
from landsea.rules.actions.watch import end_watch, note_paper
from landsea.rules.forms import InterestForm
from landsea.rules.mapping import make_interest
from landsea.rules.models import Frequency, Notice, Version, Watch
from landsea.rules.tests.conftest import NOW, watching
from landsea_core.rules import is_concerned_by
from landsea_core.rules.measure_kinds import MeasureKind

pytestmark = pytest.mark.django_db
STARCH = {"hs": ("110814",), "origins": ("LA",), "destinations": ("CN",), "name": "Starch"}


def changed_version(editors, code="M128", now=NOW, lead_time="ten days") -> Version:
    """A published change of a measure, not spread yet."""
    rule = access.find_measure(code)
    requirement = replace(rule.requirements[0], lead_time=lead_time)
    version = drafting.draft_version(
        replace(rule, requirements=(requirement, *rule.requirements[1:])), actor=editors[0], now=now
    )
    publish.approve_version(version.pk, actor=editors[1], now=now)
    version.refresh_from_db()
    return version


def mails(template: str):
    return Delivery.objects.filter(template=template)


def test_the_firm_gets_one_mail_and_no_second(measures, editors):
    watching(**STARCH)
    version = changed_version(editors)
    assert spread.spread_waiting(NOW) == 1
    assert spread.spread_waiting(NOW) == 0
    assert not spread.spread_version(version.pk, NOW)
    assert mails("rule_changed").count() == 1
    Version.objects.update(spread_at=NOW)
    Version.objects.filter(pk=version.pk).update(spread_at=None)
    assert spread.spread_version(version.pk, NOW)
    assert mails("rule_changed").count() == 1
    assert Notice.objects.count() == 1


def test_one_change_is_one_mail_to_an_address_with_several_watches(measures, editors):
    for name in ("Starch", "All from Laos", "All"):
        watching(**STARCH | {"name": name})
    changed_version(editors)
    spread.spread_waiting(NOW)
    (one,) = mails("rule_changed")
    assert len(one.facts["watches"]) == 3
    assert Notice.objects.count() == 3


def test_one_digest_for_an_address_names_a_change_once(measures, editors):
    for name in ("Starch", "All from Laos"):
        watching(frequency=Frequency.DAILY, **STARCH | {"name": name})
    changed_version(editors)
    spread.spread_waiting(NOW)
    assert send_digests(NOW) == 1
    (one,) = mails("rule_digest")
    assert len(one.facts["versions"]) == 1


def test_who_did_not_confirm_or_ended_hears_nothing(measures, editors):
    Watch.objects.filter(pk=watching("a@firm.example.org", **STARCH).pk).update(confirmed_at=None)
    end_watch(watching("b@firm.example.org", **STARCH), now=NOW)
    changed_version(editors)
    spread.spread_waiting(NOW)
    assert not Notice.objects.exists()


def test_a_try_that_dies_leaves_nothing_and_the_next_one_does_all(measures, editors, monkeypatch):
    watching(**STARCH)
    version = changed_version(editors)

    def dies(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(spread, "queue_hooks", dies)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        spread.spread_version(version.pk, NOW)
    monkeypatch.undo()
    assert not Notice.objects.exists()
    assert not mails("rule_changed").exists()
    assert spread.spread_waiting(NOW) == 1
    assert mails("rule_changed").count() == 1


def test_the_database_chooses_as_the_core_does(measures):
    chance = random.Random(6)
    some = lambda values, most: chance.sample(values, chance.randint(0, most))  # noqa: E731
    countries = ["CN", "LA", "TH", "VN", "KH", "MY"]
    for number in range(60):
        watching(
            f"firm{number}@firm.example.org",
            hs=tuple(some(["08", "0810", "081060", "1108", "87", "870380", "2203"], 2)),
            origins=tuple(some(countries, 2)),
            destinations=tuple(some(countries, 2)),
            modes=tuple(some(["road", "rail", "sea"], 1)),
            kinds=tuple(some([str(kind) for kind in MeasureKind], 3)) if chance.random() < 0.3 else (),
            places=tuple(some(["Mukdahan", "Mohan"], 1)),
        )
    watches = list(Watch.objects.all())
    for version in Version.objects.select_related("measure")[:200]:
        with connection.cursor() as cursor:
            cursor.execute(spread.CONCERNED, {"version": version.pk, "now": NOW, "places": []})
        told = set(Notice.objects.filter(version=version).values_list("watch_id", flat=True))
        rule = access.read_published_book().by_code[version.measure.code]
        assert told == {one.pk for one in watches if is_concerned_by(make_interest(one), rule)}, version.measure.code


def test_officers_hear_how_many_of_their_open_cases_are_touched(measures, editors, world):
    world.file()
    world.file()
    holder = world.people["holder"]
    watch = watching(holder.email)
    Watch.objects.filter(pk=watch.pk).update(of_cases=True, user=holder)
    other = watching("other@demo.example.org")
    Watch.objects.filter(pk=other.pk).update(of_cases=True, user=world.people["other_holder"])
    changed_version(editors, "M012")
    spread.spread_waiting(NOW)
    (notice,) = Notice.objects.all()
    assert (notice.watch_id, notice.cases) == (watch.pk, 2)


def test_a_day_s_digest_is_one_mail_with_all_changes_and_none_the_next_hour(measures, editors):
    watching(frequency=Frequency.DAILY, **STARCH)
    changed_version(editors)
    changed_version(editors, "M002")
    spread.spread_waiting(NOW)
    assert not mails("rule_changed").exists()
    assert send_digests(NOW) == 1
    assert send_digests(NOW + timedelta(hours=1)) == 0
    (mail,) = mails("rule_digest")
    assert len(mail.facts["versions"]) == 2


def test_a_digest_waits_for_its_day(measures, editors):
    watch = watching(frequency=Frequency.WEEKLY, **STARCH)
    Watch.objects.filter(pk=watch.pk).update(told_at=NOW - timedelta(days=3))
    changed_version(editors)
    spread.spread_waiting(NOW)
    assert send_digests(NOW) == 0
    assert send_digests(NOW + timedelta(days=4)) == 1


def test_a_reminder_comes_once_for_each_expiry(measures):
    watch = watching(**STARCH)
    note_paper(watch, "M128.x", name="Form E", expires_on=NOW.date() + timedelta(days=20), now=NOW)
    assert send_reminders(NOW) == 1
    assert send_reminders(NOW) == 0
    note_paper(watch, "M128.x", name="Form E", expires_on=NOW.date() + timedelta(days=25), now=NOW)
    assert send_reminders(NOW) == 1
    note_paper(watch, "M128.y", name="Far", expires_on=NOW.date() + timedelta(days=31), now=NOW)
    assert send_reminders(NOW) == 0


def test_whoever_was_told_hears_of_a_withdrawal_once_and_a_digest_that_waits_leaves_it_out(measures, editors):
    watching(**STARCH)
    watching("daily@starch.example.org", frequency=Frequency.DAILY, **STARCH)
    version = changed_version(editors)
    spread.spread_waiting(NOW)
    publish.withdraw_version(version.pk, actor=editors[0], now=NOW, why="It was about another starch.")
    assert spread.spread_waiting(NOW) == 1 and spread.spread_waiting(NOW) == 0
    (one,) = mails("rule_withdrawn")
    assert one.address == "firm@starch.example.org"
    assert send_digests(NOW) == 0
    send_due()
    said = next(one for one in mail.outbox if one.subject.startswith("Withdrawn:"))
    assert "another starch" in said.body and "/rules/measure/M128/" in said.body


def test_a_watch_hears_of_a_place_by_any_of_its_names(measures, editors, world):
    """A rule says "Mohan", the watch 磨憨: both mean one place of the directory."""
    form = InterestForm({"email": "firm@starch.example.org", "frequency": Frequency.DAILY, "places": "磨憨"})
    assert form.is_valid() and form.cleaned_data["places"] == ("磨憨", "CNMHN")
    watch = watching(places=form.cleaned_data["places"])
    elsewhere = watching("b@starch.example.org", places=("Manila",))
    changed_version(editors, "M127")
    spread.spread_waiting(NOW)
    assert Notice.objects.filter(watch=watch).exists() and not Notice.objects.filter(watch=elsewhere).exists()
