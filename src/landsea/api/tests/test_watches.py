"""Watches and kept plans by program: kept, confirmed by the secret of the mail, changed, ended; nothing is told without it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from landsea.api.tests.programs import Program, fits, program_of
from landsea.base.outbox.models import Delivery
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.models import KeptPlan
from landsea.rules.models import Watch
from landsea.rules.watch_links import PAGE_LINKS

pytestmark = pytest.mark.django_db
ADDRESS = "trader@demo.example.org"
STARCH = {"hs": "1108.14", "origins": ["LA"], "destinations": ["CN"], "frequency": "daily"}
FRUIT = {"purpose": "sell", "hs": "081060", "origin": "LA", "destination": "CN", "frequency": "never"}


def test_a_watch_without_mails_is_told_its_secret_once_and_ends_by_it(world):
    saved = Program().post("/watches", STARCH | {"frequency": "never"}, status=201)
    fits(saved, "SavedWatch")
    assert saved["mailed"] is False and saved["page"].endswith(f"/rules/w/{saved['secret']}/")
    own = f"/watches/{saved['secret']}"
    told = Program().get(own)
    fits(told, "Watch")
    assert (told["hs"], told["origins"], told["confirmed"]) == (["110814"], ["LA"], True)
    first = told["feeds"]["atom"]
    assert Program().post(f"{own}/feeds")["feeds"]["atom"] != first
    assert Program().post(f"{own}/end") == {"ended": True}
    Program().get(own, status=404)


def test_a_watch_with_mails_tells_nothing_but_by_mail(world):
    saved = Program().post("/watches", STARCH | {"email": ADDRESS}, status=201)
    assert (saved["mailed"], saved["secret"], saved["page"]) == (True, "", "")
    assert Delivery.objects.get(template="watch_saved").address == ADDRESS
    own = f"/watches/{PAGE_LINKS.secret_of(Watch.objects.get().nonce)}"
    assert Program().get(own)["confirmed"] is False
    assert Program().post(f"{own}/confirm")["confirmed"] is True
    assert Program().post(f"{own}/frequency", {"frequency": "weekly"})["frequency"] == "weekly"
    told = Program().post("/watches", STARCH, status=422)
    assert [one["pointer"] for one in told["faults"]] == ["/email"], "mails need an address"


def test_only_a_key_that_may_read_cases_watches_its_person_s_cases(world):
    mine = STARCH | {"frequency": "never", "of_cases": True}
    program_of(world, "holder", "network:write").post("/watches", mine, status=201)
    program_of(world, "holder", "cases:read").post("/watches", mine, status=201)
    assert list(Watch.objects.order_by("pk").values_list("of_cases", flat=True)) == [False, True]


def test_a_checklist_is_kept_with_its_papers(world):
    saved = Program().post("/kept-checklists", FRUIT, status=201)
    own = f"/watches/{saved['secret']}"
    assert Program().get(own)["question"]["hs"] == "081060"
    day = (timezone.localdate() + timedelta(days=90)).isoformat()
    noted = Program().post(f"{own}/papers", {"requirement": "M1:1", "name": "Certificate", "expires_on": day})
    assert noted["papers"] == [{"key": "M1:1", "name": "Certificate", "expires_on": day}]
    assert Program().post(f"{own}/papers", {"requirement": "M1:1", "taken_back": True})["papers"] == []
    unknown = Program().post("/kept-checklists", FRUIT | {"hs": "", "goods": "zzqx"}, status=422)
    assert [one["pointer"] for one in unknown["faults"]] == ["/goods"]
    of_another_word = FRUIT | {"hs": "", "goods": "bowling shoes polish"}
    assert [one["pointer"] for one in Program().post("/kept-checklists", of_another_word, status=422)["faults"]] == [
        "/hs"
    ]


def test_a_receiver_is_set_refused_on_a_private_network_and_taken_away(world, settings):
    own = f"/watches/{Program().post('/kept-checklists', FRUIT, status=201)['secret']}"
    settings.HOOKS_MAY_BE_PRIVATE = False
    told = Program().post(f"{own}/receiver", {"url": "https://10.0.0.8/in"}, status=422)
    assert [one["pointer"] for one in told["faults"]] == ["/url"]
    settings.HOOKS_MAY_BE_PRIVATE = True
    assert (
        Program().post(f"{own}/receiver", {"url": "http://127.0.0.1:9/in"})["receiver"]["secret"].startswith("whsec_")
    )
    assert Program().post(f"{own}/receiver/remove")["receiver"] is None


def test_a_plan_is_kept_by_mail_confirmed_and_ended(world):
    ready = f"{timezone.now() + timedelta(days=3):%Y-%m-%dT08:00}"
    wish = {"from": "CNKMG", "to": "LAVTE", "ready": ready, "email": ADDRESS, "number": 1}
    assert Program().post("/kept-plans", wish, status=201) == {"mailed": True}
    row = KeptPlan.objects.get()
    assert Delivery.objects.get(template="plan_kept").address == ADDRESS and "email" not in row.question
    own = f"/kept-plans/{KEPT_LINKS.secret_of(row.nonce)}"
    told = Program().get(own)
    fits(told, "KeptPlan")
    assert told["confirmed"] is False and told["chosen"]["legs"] and told["instead"] is None
    assert Program().post(f"{own}/confirm")["confirmed"] is True
    assert Program().post(f"{own}/end") == {"ended": True}
    Program().get(own, status=404)
    wrong = Program().post("/kept-plans", wish | {"from": "Atlantis"}, status=422)
    assert wrong["faults"][0]["pointer"] == "/from"
    assert KeptPlan.objects.count() == 1


def test_mails_to_an_address_that_anybody_may_type_are_limited(world, settings):
    settings.FILINGS_PER_HOUR = 1
    for status in (201, 429):
        Program().post("/watches", STARCH | {"frequency": "never"}, status=status)
