"""A desk with a confirmed address and no account: what its link opens and what not, what may be done by it, and its marks."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.ui.logs import hide_secrets
from landsea.cases import access
from landsea.cases.access.by_answer_link import make_actor_behind, open_answer_link
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.coordinate import reassign_case
from landsea.cases.actions.extend import extend_step
from landsea.cases.actions.message import write_message
from landsea.cases.answer_links import ANSWER_LINKS
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import AnswerLink, Case, CaseFile, Message
from landsea.cases.tests.test_somebody_there import ADDRESS, RAIL, give_address
from landsea.cases.tests.uploads import pdf, upload
from landsea.directory.actions.change_contact import change_contact, end_contact
from landsea.directory.actions.evidence import record_bounce
from landsea.directory.models import AccountWish, Contact, Evidence

pytestmark = pytest.mark.django_db
KEY = "k" * 64


@pytest.fixture
def contact(world) -> Contact:
    """The confirmed address of the rail desk, which has nobody else."""
    return give_address(world)


@pytest.fixture
def case(world, contact) -> Case:
    """A case of a pseudonymous filer at the rail desk."""
    return world.file(visibility="pseudonymous", name="", party="", **RAIL).case


@pytest.fixture
def secret(case) -> str:
    """The secret that was mailed to the desk."""
    return ANSWER_LINKS.secret_of(AnswerLink.objects.get(case=case).nonce)


@pytest.fixture
def desk(client, secret) -> Client:
    """A browser in which the mailed link was opened."""
    assert client.get(reverse("answer_link", args=[secret])).status_code == 302
    return client


def page(browser: Client, case: Case):
    return browser.get(reverse("answer", args=[case.ref]))


def act(browser: Client, case: Case, name: str, **fields):
    return browser.post(reverse("answer_act", args=[case.ref, name]), {"key": KEY, "version": "1"} | fields)


def test_the_mail_holds_the_link_in_the_language_of_the_desk_and_no_word_of_the_case(case, secret):
    mail = Delivery.objects.get(template="case_arrived")
    subject, body = render_words(mail)[:2]
    assert (mail.address, mail.language) == (ADDRESS, "zh-hans") and mail.contact_id
    assert f"/a/{secret}?lang=zh-hans" in body and "durian" not in subject + body
    assert secret not in str(mail.facts) and secret not in hide_secrets(f"GET /a/{secret} 200")


def test_the_page_shows_the_case_without_an_account_and_never_who_filed_pseudonymously(desk, case):
    shown = page(desk, case)
    words = shown.content.decode()
    assert shown.status_code == 200 and case.title in words and "A filer who wants to stay unnamed" in words
    assert "filer@demo.example.org" not in words and "noindex" in words
    for name in ("accept", "answer", "ask_filer", "propose_outcome", "message", "name_right_desk"):
        assert reverse("answer_act", args=[case.ref, name]) in words


def test_opening_does_nothing_however_often_and_by_whatever_fetches_links(client, case, secret):
    before = Case.objects.values().get(pk=case.pk)
    for method in (client.get, client.head, client.get):
        assert method(reverse("answer_link", args=[secret]), follow=True).status_code == 200
    for name in access.ACTS_BY_LINK:
        assert client.get(reverse("answer_act", args=[case.ref, name])).status_code == 405
    assert Case.objects.values().get(pk=case.pk) == before and len(list_entries(name_stream(case))) == 1
    assert AnswerLink.objects.get().last_used_at is not None


def test_each_act_is_marked_by_link_on_the_case_in_the_audit_and_for_the_filer(world, desk, case):
    assert act(desk, case, "accept", known_by="").status_code == 302
    assert act(desk, case, "answer", body="The wagon leaves on Monday.", version="2").status_code == 302
    entries = list_entries(name_stream(case))[1:]
    assert [(one.act, one.actor, one.facts["by_link"]) for one in entries] == [
        ("accept", f"contact:{Contact.objects.get().pk}", True),
        ("answer", f"contact:{Contact.objects.get().pk}", True),
    ]
    assert list(Message.objects.values_list("by_link", "author")) == [(True, None), (True, None)]
    for reader in (world.client("coordinator").get(reverse("case", args=[case.ref])), page(desk, case)):
        assert "by link, without an account" in reader.content.decode()
    assert "(by link)" in world.client("coordinator").get(reverse("case", args=[case.ref])).content.decode()
    assert list(find_broken_entries()) == []
    assert Evidence.objects.order_by("pk").last().kind == "answered"  # it shows that the address is read


def test_taking_the_case_says_by_when_more_is_known_in_the_filers_language(desk, case):
    day = timezone.now().date() + timedelta(days=5)
    act(desk, case, "accept", known_by=day.isoformat())
    assert "It will know more by" in Message.objects.get().body
    assert act(desk, case, "accept", known_by="tomorrow", key="x" * 64).status_code == 409


def test_twice_pressed_is_done_once(desk, case):
    for _ in range(2):
        assert act(desk, case, "answer", body="On Monday.").status_code == 302
    assert Message.objects.filter(act="answer").count() == 1


def test_handing_on_twice_pressed_leads_to_the_same_thanks(desk, case, world):
    for _ in range(2):
        done = act(desk, case, "name_right_desk", desk_code=world.quarantine.code, reason="Plants.")
        assert done.status_code == 302 and desk.get(done.url).status_code == 200
    case.refresh_from_db()
    assert case.desk == world.quarantine and page(desk, case).status_code == 404


def test_not_ours_and_nobody_knows_whose_goes_to_the_coordinator(desk, case, world):
    act(desk, case, "name_right_desk", desk_code=world.coordinator.code, reason="Not a railway matter.")
    case.refresh_from_db()
    assert case.desk == world.coordinator


def test_a_paper_comes_with_an_answer_and_is_read_by_link(desk, case):
    act(desk, case, "message", kind="all", body="The list.", papers=upload("list.pdf", pdf()))
    paper = CaseFile.objects.get(case=case)
    got = desk.get(reverse("answer_file", args=[case.ref, paper.pk]))
    assert got.status_code == 200 and b"".join(got.streaming_content).startswith(b"%PDF-")


def test_what_is_refused_keeps_the_words(desk, case):
    refused = act(desk, case, "propose_outcome", body="It moves again.", outcome="nonsense")
    assert refused.status_code == 409 and "It moves again." in refused.content.decode()


def _other_case(world, case, contact, browser):
    return world.file(**RAIL).case


def _moved(world, case, contact, browser):
    reassign_case(world.actor("coordinator"), case.ref, world.quarantine.code, "Plants.", now=timezone.now())
    return case


def _moved_and_back(world, case, contact, browser):
    for code in (world.quarantine.code, world.rail.code):
        reassign_case(world.actor("coordinator"), case.ref, code, "Here.", now=timezone.now())
    return case


def _other_address(world, case, contact, browser):
    fields = {"email": "other@demo.example.org"}
    change_contact(contact_id=contact.pk, fields=fields, why="new", by_user=None, by="system", now=timezone.now())
    Evidence.objects.create(contact=contact, kind="confirmed", at=timezone.now())
    return case


def _bounced(world, case, contact, browser):
    record_bounce(address=ADDRESS, at=timezone.now())
    return case


def _stale(world, case, contact, browser):
    Evidence.objects.update(at=timezone.now() - timedelta(days=130))
    Contact.objects.update(added_at=timezone.now() - timedelta(days=200))
    return case


def _left(world, case, contact, browser):
    end_contact(contact_id=contact.pk, why="left", by_user=None, by="system", now=timezone.now())
    return case


def _revoked(world, case, contact, browser):
    AnswerLink.objects.update(revoked_at=timezone.now())
    return case


def _long_closed(world, case, contact, browser):
    then = timezone.now() - timedelta(days=31)
    Case.objects.filter(pk=case.pk).update(
        state="closed", step="", outcome="fixed", closed_at=then, due_at=None, wakes_at=None
    )
    return case


ENDINGS = (
    _other_case,
    _moved,
    _moved_and_back,
    _other_address,
    _bounced,
    _stale,
    _left,
    _revoked,
    _long_closed,
)


@pytest.mark.parametrize("ending", ENDINGS, ids=lambda one: one.__name__.strip("_"))
def test_what_a_link_opens_no_more(world, desk, case, contact, secret, ending):
    wanted = ending(world, case, contact, desk)
    before = Case.objects.values().get(pk=wanted.pk)
    assert page(desk, wanted).status_code == 404
    for name in access.ACTS_BY_LINK:
        assert act(desk, wanted, name, body="x", reason="x", kind="all", outcome="fixed").status_code == 404
    assert Case.objects.values().get(pk=wanted.pk) == before
    if ending is not _other_case:
        assert desk.get(reverse("answer_link", args=[secret])).status_code == 404


def test_a_link_does_nothing_but_the_acts_of_a_link_and_sees_nothing_but_its_case(world, case, contact):
    actor, other = make_actor_behind(AnswerLink.objects.get(case=case)), world.file(**RAIL).case
    assert list(access.list_visible_cases(actor)) == [case]
    assert not access.may_name_filer(actor, case) and not actor.desks and not actor.is_officer
    with pytest.raises(Http404):
        accept_case(actor, other.ref, now=timezone.now())
    with pytest.raises(PermissionDenied):
        reassign_case(actor, case.ref, world.border.code, "Theirs.", now=timezone.now())
    with pytest.raises(PermissionDenied):
        extend_step(actor, case.ref, "More time.", now=timezone.now())
    with pytest.raises(Exception, match="Choose who shall read it"):
        write_message(actor, case.ref, "internal", "A note.", now=timezone.now())


@pytest.mark.parametrize("secret_given", ["x" * 43, "short", "x" * 300, "%00"])
def test_a_foreign_secret_opens_nothing(client, case, secret_given):
    assert client.get(f"/a/{secret_given}").status_code == 404


def test_a_filers_secret_opens_no_answer_page_nor_the_other_way_round(world, client, case, secret):
    filed = world.file(**RAIL)
    assert open_answer_link(filed.secret, timezone.now()) is None
    assert client.get(f"/m/{secret}").status_code == 404


def test_every_mail_about_the_case_goes_to_the_address_with_the_same_link(world, case, secret):
    filer = access.find_case(world.actor("coordinator"), case.ref)
    write_message(world.actor("coordinator"), filer.ref, "offices", "Please hurry.", now=timezone.now())
    mail = Delivery.objects.get(template="case_message_office")
    assert mail.address == ADDRESS and secret in render_words(mail)[1] and AnswerLink.objects.count() == 1


def test_an_account_is_asked_for_once_and_the_coordinator_told(desk, case, world):
    for name in ("Wei Demo", "Wei Demo Two"):
        assert (
            desk.post(
                reverse("answer_account", args=[case.ref]), {"name": name, "email": "wei@demo.example.org"}
            ).status_code
            == 302
        )
    assert AccountWish.objects.get().name == "Wei Demo Two"
    told = Delivery.objects.filter(template="account_wished")
    assert [one.address for one in told] == [world.people["coordinator"].email]
    refused = desk.post(reverse("answer_account", args=[case.ref]), {"name": "", "email": "nonsense"})
    assert refused.status_code == 422 and "nonsense" in refused.content.decode()


def test_from_filing_to_an_outcome_that_the_filer_confirms_by_links_alone(world, contact):
    filed = world.file("Our wagon stands in Chongqing since Monday.", **RAIL)
    case, filer, desk = filed.case, Client(), Client()
    link = re.search(r"https?://[^/]+(/a/\S+)", render_words(Delivery.objects.get(template="case_arrived"))[1]).group(1)
    desk.get(link)
    act(desk, case, "ask_filer", body="Which wagon?", key="a" * 64)
    filer.get(reverse("mailbox_link", args=[filed.secret]))
    filer.post(reverse("mailbox_act", args=[case.ref, "reply"]), {"key": "b" * 64, "body": "Number 4411."})
    replied = Delivery.objects.get(template="case_reply")
    assert replied.address == ADDRESS and link.split("?")[0] in render_words(replied)[1]
    case.refresh_from_db()
    act(desk, case, "propose_outcome", outcome="fixed", body="It left today.", key="c" * 64, version=str(case.version))
    shown = filer.get(reverse("mailbox", args=[case.ref])).content.decode()
    assert "by link, without an account" in shown
    filer.post(reverse("mailbox_act", args=[case.ref, "confirm"]), {"key": "d" * 64})
    case.refresh_from_db()
    assert (case.state, case.outcome, case.desk) == ("closed", "fixed", world.rail)
    assert list(find_broken_entries()) == []
