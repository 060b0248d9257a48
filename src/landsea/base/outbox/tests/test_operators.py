"""What operators see and may do; that others may not; and that a mail's words stay out of sight."""

from datetime import timedelta
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.template.loader import render_to_string
from django.urls import reverse

import landsea
from landsea.base.audit.access import list_entries
from landsea.base.outbox import access
from landsea.base.outbox.access import KEEPS_FILES, reaches_nobody
from landsea.base.outbox.actions.queue_again import queue_failed_delivery_again
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.checks import check_mail_passwords
from landsea.base.outbox.kinds import KINDS
from landsea.base.outbox.models import DeliveryState
from landsea.base.outbox.tests.factory import NOW, delivery
from landsea.cases.tests.world import make_world

ROOT = Path(landsea.__file__).parent
MARKER = "zanzibar-marker-word"


@pytest.fixture
def world(db, settings):
    settings.DEMO = True
    return make_world()


@pytest.fixture
def operator(world):
    return world.client("operator")


@pytest.fixture
def given_up(db):
    return delivery(state=DeliveryState.FAILED, attempts=8, ended_at=NOW, last_reply="554 no", facts={"ref": MARKER})


def test_operators_see_where_a_mail_is_and_not_what_it_says(operator, given_up):
    page = operator.get(reverse("deliveries")).content.decode()
    assert given_up.address in page and "554 no" in page and "given up" in page
    assert MARKER not in page


def test_a_list_of_one_state_holds_only_that(operator, given_up):
    waiting = delivery(state=DeliveryState.WAITING)
    page = operator.get(reverse("deliveries"), {"state": "waiting"}).content.decode()
    assert waiting.address in page and given_up.address not in page


def test_a_long_list_goes_on_and_no_mail_is_missed(operator):
    written = {delivery().address for _ in range(120)}
    seen, address = set(), reverse("deliveries")
    while address:
        response = operator.get(address)
        seen |= {row["delivery"].address for row in response.context["rows"]}
        address = response.context["older_url"]
    assert seen == written


def test_a_mail_is_found_by_a_part_of_its_address(operator, given_up):
    other = delivery()
    page = operator.get(reverse("deliveries"), {"q": given_up.address[:9].upper()}).content.decode()
    assert given_up.address in page and other.address not in page
    assert "No such mail" in operator.get(reverse("deliveries"), {"q": "nobody at all"}).content.decode()


def test_every_mail_has_words_for_what_it_is_about():
    """The operator reads these; a template's name is nobody's language."""
    mails = {file.stem for file in ROOT.glob("**/templates/mails/*.txt") if not file.stem.startswith("base_")}
    short = {file.stem for file in ROOT.glob("**/templates/short/*.txt")}
    assert mails | short == set(KINDS)


def test_a_mail_is_listed_with_what_it_is_about_in_the_operators_language(operator):
    delivery(template="case_answered", language="lo")
    operator.cookies["language"] = "zh-hans"
    page = operator.get(reverse("deliveries")).content.decode()
    assert "岗位已答复" in page and "case_answered" not in page and "ລາວ" in page


@pytest.mark.parametrize("before", ["²", "9" * 5000])
def test_what_only_looks_like_a_number_starts_at_the_newest(operator, given_up, before):
    page = operator.get(reverse("deliveries"), {"before": before})
    assert page.status_code == 200 and page.context["rows"]


def test_sending_again_starts_anew_and_is_written_down(operator, world, given_up):
    operator.post(reverse("send_again", args=[given_up.pk]))
    given_up.refresh_from_db()
    assert (given_up.state, given_up.attempts, given_up.ended_at) == (DeliveryState.QUEUED, 0, None)
    [entry] = list_entries("outbox")
    assert (entry.act, entry.facts) == ("retry", {"delivery": given_up.pk})
    assert entry.actor == f"user:{world.people['operator'].pk}"


def test_all_that_were_given_up_are_sent_again_and_counted(operator, world, given_up):
    other = delivery(state=DeliveryState.FAILED, attempts=8, ended_at=NOW, created_at=NOW - timedelta(days=2))
    left = [
        delivery(state=DeliveryState.BOUNCED, ended_at=NOW),
        delivery(state=DeliveryState.FAILED, ended_at=NOW, give_up_at=NOW),
        delivery(state=DeliveryState.SENT, ended_at=NOW),
    ]
    before = {one.pk: one.state for one in left}
    page = operator.get(reverse("deliveries")).content.decode()
    assert "2 mails were given up" in page and "Send 2 mails again?" in page and 'data-confirm="really_all"' in page
    assert access.count_given_up() == (2, other.created_at)
    done = operator.post(reverse("send_all_again"), follow=True).content.decode()
    assert "2 mails are sent again now." in done and "were given up" not in done
    for one in (given_up, other):
        one.refresh_from_db()
        assert (one.state, one.attempts, one.ended_at) == (DeliveryState.QUEUED, 0, None)
    for one in left:
        one.refresh_from_db()
    assert {one.pk: one.state for one in left} == before
    [entry] = list_entries("outbox")
    assert (entry.act, entry.facts) == ("retry_all", {"deliveries": 2})
    assert "No mail is given up any more." in operator.post(reverse("send_all_again"), follow=True).content.decode()
    assert list_entries("outbox").count() == 1


@pytest.mark.parametrize("part", ["stranger", "coordinator"])
def test_others_send_nothing_again(world, given_up, part):
    assert world.client(part).post(reverse("send_all_again")).status_code == 403
    given_up.refresh_from_db()
    assert given_up.state == DeliveryState.FAILED


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ["landsea.W003"]),
        ({"EMAIL_HOST": "localhost"}, []),
        ({"EMAIL_USE_TLS": True}, []),
        ({"EMAIL_USE_SSL": True}, []),
        ({"EMAIL_HOST_PASSWORD": ""}, []),
        ({"EMAIL_BACKEND": KEEPS_FILES}, []),
        ({"EMAIL_USE_TLS": True, "IMAP_HOST": "imap.example.org", "IMAP_TLS": False}, ["landsea.W004"]),
    ],
)
def test_a_password_that_others_can_read_is_warned_of(operator, settings, changed, said):
    plain = {"EMAIL_HOST": "smtp.example.org", "EMAIL_HOST_USER": "us", "EMAIL_HOST_PASSWORD": "ours"}
    plain |= {"EMAIL_BACKEND": access.SENDS, "EMAIL_USE_TLS": False, "EMAIL_USE_SSL": False, "IMAP_HOST": ""}
    for name, value in (plain | changed).items():
        setattr(settings, name, value)
    assert [one.id for one in check_mail_passwords()] == said
    page = operator.get(reverse("deliveries")).content.decode()
    assert ("A password goes to the mail server" in page) == bool(said)


def test_what_went_out_is_not_sent_again(operator, world):
    one = delivery()
    send_due(now=NOW)
    assert not queue_failed_delivery_again(world.actor("operator"), one.pk, now=NOW)
    page = operator.post(reverse("send_again", args=[one.pk]), follow=True).content.decode()
    assert "not given up any more" in page
    one.refresh_from_db()
    assert one.state == DeliveryState.SENT and not list_entries("outbox").exists()


@pytest.mark.parametrize("name", ["deliveries", "mail_files"])
@pytest.mark.parametrize(("part", "status"), [("anonymous", 302), ("stranger", 403), ("coordinator", 403)])
def test_others_stay_outside(world, name, part, status):
    assert world.client(part).get(reverse(name)).status_code == status


def test_an_operator_without_second_factor_is_sent_to_set_one_up(world):
    Authenticator.objects.filter(user=world.people["operator"]).delete()
    response = world.client("operator").get(reverse("deliveries"))
    assert response.status_code == 302 and response.url == reverse("mfa_activate_totp")


def test_the_mails_of_a_demo_can_be_read_as_they_went_out(operator, settings):
    settings.EMAIL_BACKEND = "landsea.base.outbox.mailfile.MailFileBackend"
    one = delivery(facts={"ref": "<b>LS-1</b>"})
    send_due(now=NOW)
    assert reverse("mail_file", args=[one.pk]) in operator.get(reverse("mail_files")).content.decode()
    page = operator.get(reverse("mail_file", args=[one.pk])).content.decode()
    assert one.address in page and settings.PUBLIC_ADDRESS in page
    assert "<b>LS-1" not in page
    assert operator.get(reverse("mail_file", args=[one.pk + 1])).status_code == 404


@pytest.mark.django_db
def test_no_other_account_of_the_machine_reads_mails_kept_as_files(settings, tmp_path):
    settings.EMAIL_BACKEND = "landsea.base.outbox.mailfile.MailFileBackend"
    settings.MAIL_FOLDER = tmp_path / "mail"
    one = delivery()
    send_due(now=NOW)
    assert (tmp_path / "mail").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "mail" / f"{one.pk}.eml").stat().st_mode & 0o777 == 0o600


def test_outside_a_demo_nobody_reads_mails(operator, settings):
    settings.DEMO = False
    assert operator.get(reverse("mail_files")).status_code == 404
    assert operator.get(reverse("mail_file", args=[1])).status_code == 404


@pytest.mark.parametrize(
    ("backend", "demo", "said"), [(KEEPS_FILES, False, True), (KEEPS_FILES, True, False), ("smtp", False, False)]
)
def test_that_no_mail_leaves_is_said(operator, settings, backend, demo, said):
    settings.EMAIL_BACKEND, settings.DEMO = backend, demo
    page = render_to_string("outbox/reaches_nobody.html", {"reaches_nobody": reaches_nobody()})
    assert ("LANDSEA_MAIL=smtp" in page) == said
    if not demo:
        assert ("LANDSEA_MAIL=smtp" in operator.get(reverse("deliveries")).content.decode()) == said
