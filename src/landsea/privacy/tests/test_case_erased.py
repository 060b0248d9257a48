"""Erasing who filed a case: what is gone, what stays, and that it is gone everywhere."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.base.files.storage import open_stored, store_upload
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.personal_data import Subject
from landsea.cases.actions.erase_case import erase_case
from landsea.cases.actions.message import write_message
from landsea.cases.actions.redact import BLACKED_OUT, redact_words
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.actions.tie import merge_cases
from landsea.cases.audit_stream import name_stream
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import CaseFile, FilerIdentity, FilerLink, Message, Redaction, WordsToRead
from landsea.conversations.models import Conversation
from landsea.mailroom.models import InboundMail
from landsea.privacy.actions.order_export import order_export
from landsea.privacy.models import Export
from landsea.search.actions.read_cases import read_cases
from landsea.search.models import CaseWords

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(world):
    """A case with a paper and a reply of the filer's, and an office that wrote the filer's name."""
    now = timezone.now()
    filed = world.file(phone="+84 123 456")
    paper = store_upload(SimpleUploadedFile("mine.txt", b"My paper.", "text/plain"))
    ours = store_upload(SimpleUploadedFile("ours.txt", b"The office's paper.", "text/plain"))
    reply_as_filer(world.filer(filed), filed.case.ref, "Call Nguyen Thi Demo.", files=[paper], now=now)
    write_message(world.actor("holder"), filed.case.ref, "all", "Dear Nguyen Thi Demo, wait.", files=[ours], now=now)
    redact_words(world.actor("coordinator"), filed.case.ref, 0, "laboratory", "A name.", now=now)
    return filed


@pytest.fixture
def mailbox(client, filed):
    """A browser in which the secret link was opened."""
    link = FilerLink.objects.get(case=filed.case)
    client.get(reverse("mailbox_link", args=[MAILBOX_LINKS.secret_of(link.nonce)]))
    return client


def everything_of(case) -> str:
    """All that the tables hold of a case and what is told about it."""
    case.refresh_from_db()
    rows = [case, *Message.objects.filter(case=case), *Redaction.objects.filter(case=case)]
    rows += [*FilerIdentity.objects.filter(case=case), *CaseFile.objects.filter(case=case)]
    rows += [*Delivery.objects.filter(stream=name_stream(case))]
    return "\n".join(str({name: value for name, value in vars(row).items() if name[0] != "_"}) for row in rows)


def test_the_filer_erases_by_the_mailbox_and_nothing_of_them_is_left(
    world, mailbox, filed, django_capture_on_commit_callbacks
):
    case = filed.case
    mine = CaseFile.objects.get(case=case, side="filer").stored
    page = mailbox.get(reverse("mailbox_data", args=[case.ref]))
    assert page.status_code == 200 and "Nguyen Thi Demo" in page.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        done = mailbox.post(reverse("mailbox_data_act", args=[case.ref, "erase"]))
    assert done.status_code == 302
    left = everything_of(case)
    for word in ("Nguyen", "Demo Fruit", "filer@demo", "123 456", "durian wait", "laboratory", "mine.txt"):
        assert word not in left, word
    with pytest.raises(FileNotFoundError):
        open_stored(mine)
    assert case.text == BLACKED_OUT and not CaseWords.objects.filter(case=case).exists()
    assert mailbox.get(reverse("mailbox", args=[case.ref])).status_code == 404


def test_goods_keep_our_name_and_lose_the_filer_s_words(world):
    ours, theirs = world.file(goods="sầu riêng", hs="081060"), world.file(goods="Zyxfruit of Nguyen", hs="081060")
    WordsToRead.objects.create(case=theirs.case, chosen={"goods": "Zyxfruit of Nguyen"})
    for filed in (ours, theirs):
        erase_case(world.filer(filed), filed.case.ref, now=timezone.now())
        filed.case.refresh_from_db()
    read_cases(now=timezone.now())
    assert not WordsToRead.objects.exists()
    assert (ours.case.goods, theirs.case.goods, theirs.case.hs) == ("durian", "", "081060")
    assert "zyxfruit" not in CaseWords.objects.get(case=theirs.case).words


def test_what_the_mechanism_answers_for_stays(world, mailbox, filed):
    case = filed.case
    before = (case.ref, case.topic, case.country, case.filed_at, case.desk_id)
    mailbox.post(reverse("mailbox_data_act", args=[case.ref, "erase"]))
    case.refresh_from_db()
    assert (case.ref, case.topic, case.country, case.filed_at, case.desk_id) == before
    assert (case.state, case.outcome) == ("closed", "withdrawn")
    said = Message.objects.get(case=case, side="office")
    assert said.body == f"Dear {BLACKED_OUT}, wait."
    assert CaseFile.objects.get(case=case).name == "ours.txt"
    entry = list(list_entries(name_stream(case)))[-1]
    assert (entry.act, entry.actor, entry.facts["why"]) == ("erase", "filer", "asked")
    assert world.client("holder").get(reverse("case", args=[case.ref])).status_code == 200


def test_what_was_merged_into_it_is_the_same_filer_s_and_goes_too(world, filed):
    other = world.file("The second lorry of Nguyen Thi Demo waits.").case
    merge_cases(world.actor("coordinator"), other.ref, filed.case.ref, now=timezone.now())
    erase_case(world.filer(filed), filed.case.ref, now=timezone.now())
    assert "Nguyen" not in everything_of(other) and "second lorry" not in everything_of(other)


def test_a_name_that_an_office_wrote_and_blacked_out_is_not_kept_as_its_original(world, filed):
    said = Message.objects.get(case=filed.case, side="office")
    redact_words(world.actor("coordinator"), filed.case.ref, said.pk, "Nguyen Thi Demo", "A name.", now=timezone.now())
    assert "Nguyen" in everything_of(filed.case)
    erase_case(world.filer(filed), filed.case.ref, now=timezone.now())
    assert "Nguyen" not in everything_of(filed.case)


def test_what_was_said_by_a_messenger_is_emptied_and_what_still_waits_is_not_sent(world, filed):
    now, remote = timezone.now(), "+84 900 000 001"
    Conversation.objects.create(channel="sms", remote=remote, case=filed.case, began_at=now, touched_at=now)
    about = {"template": "said", "channel": "sms", "created_at": now, "not_before": now}
    words = {"text": "Nguyen Thi Demo: durian wait"}
    for once, stream, state, ended in (
        ("one", "messenger:sms", DeliveryState.SENT, now),
        ("two", name_stream(filed.case), DeliveryState.QUEUED, None),
    ):
        Delivery.objects.create(
            once=once, stream=stream, address=remote, facts=words, state=state, ended_at=ended, **about
        )
    other = Delivery.objects.create(
        once="three", stream="messenger:sms", address="+84 900 000 002", facts=words, **about
    )
    erase_case(world.filer(filed), filed.case.ref, now=now)
    assert not Conversation.objects.exists() and not Delivery.objects.filter(address=remote).exists()
    assert not Delivery.objects.filter(
        state=DeliveryState.QUEUED, stream=name_stream(filed.case), channel="sms"
    ).exists()
    other.refresh_from_db()
    assert other.facts == words


def test_what_came_by_mail_is_emptied_however_the_address_was_typed(world):
    now, filed = timezone.now(), world.file(email="Filer@Demo.Example.org")
    about = {"recipient": "desk@demo.example.org", "came_by": "lmtp", "size": 1, "received_at": now, "state": "done"}
    mine = InboundMail.objects.create(
        **about, once="mine", raw=b"durian", subject="durian", sender="filer@demo.example.org", case=filed.case
    )
    office = InboundMail.objects.create(**about, once="office", raw=b"wait", sender="a@office.example", case=filed.case)
    erase_case(world.filer(filed), filed.case.ref, now=now)
    mine.refresh_from_db()
    office.refresh_from_db()
    assert (bytes(mine.raw), mine.subject, mine.sender) == (b"", "", "") and bytes(office.raw) == b"wait"


def test_copies_that_hold_it_go_with_it_whoever_ordered_them(world, filed):
    now = timezone.now()
    order_export(Subject(case_id=filed.case.pk), language="en", now=now)
    order_export(Subject(address="filer@demo.example.org"), language="en", now=now)
    order_export(Subject(address="somebody-else@demo.example.org"), language="en", now=now)
    assert Export.objects.count() == 3
    erase_case(world.filer(filed), filed.case.ref, now=now)
    assert [one.address for one in Export.objects.all()] == ["somebody-else@demo.example.org"]


def test_nobody_else_erases_a_case(world, filed):
    from django.core.exceptions import PermissionDenied

    for who in ("holder", "coordinator", "observer"):
        with pytest.raises(PermissionDenied):
            erase_case(world.actor(who), filed.case.ref, now=timezone.now())
    assert FilerIdentity.objects.get(case=filed.case).name == "Nguyen Thi Demo"


def test_without_the_secret_the_page_is_closed(client, filed):
    assert client.get(reverse("mailbox_data", args=[filed.case.ref])).status_code == 404
    assert client.post(reverse("mailbox_data_act", args=[filed.case.ref, "erase"])).status_code == 404
    assert FilerIdentity.objects.get(case=filed.case).email


def test_a_case_without_a_name_is_erased_as_well(world, client):
    filed = world.file(visibility="pseudonymous", name="", party="", email="")
    link = FilerLink.objects.get(case=filed.case)
    client.get(reverse("mailbox_link", args=[MAILBOX_LINKS.secret_of(link.nonce)]))
    client.post(reverse("mailbox_data_act", args=[filed.case.ref, "erase"]))
    filed.case.refresh_from_db()
    assert filed.case.text == BLACKED_OUT


def test_the_filer_puts_name_and_telephone_right(mailbox, filed):
    address = reverse("mailbox_data_act", args=[filed.case.ref, "correct"])
    assert mailbox.post(address, {"name": "Tran Demo", "phone": ""}).status_code == 302
    identity = FilerIdentity.objects.get(case=filed.case)
    assert (identity.name, identity.phone) == ("Tran Demo", "+84 123 456")
    nothing = mailbox.post(address, {"name": "  ", "phone": ""})
    assert nothing.status_code == 422 and "Type what is right" in nothing.content.decode()
    assert "Tran" not in str([entry.facts for entry in list_entries(name_stream(filed.case))])


def test_a_closed_case_goes_when_its_time_is_over(world, filed, own_periods):
    from landsea.cases.actions.filer_moves import withdraw_case
    from landsea.privacy.actions.keep_periods import erase_past

    now = timezone.now()
    other = world.file(filer_country="CN")
    for one in (filed, other):
        withdraw_case(world.filer(one), one.case.ref, now=now)
    own_periods('{"kind": "filers", "country": "VN", "months": 6, "because": "ours", "grade": "assumed"}')
    assert "filers" not in erase_past(now=now + timedelta(days=150))
    assert erase_past(now=now + timedelta(days=200))["filers"] == 1
    other.case.refresh_from_db()
    filed.case.refresh_from_db()
    assert filed.case.text == BLACKED_OUT != other.case.text
    last = list(list_entries("retention"))[-1]
    assert (last.act, last.facts["rows"], last.actor) == ("erase_past", 1, "system") or last.facts["kind"] != "filers"
    assert "filers" not in erase_past(now=now + timedelta(days=201))
