"""A mail's whole way over real sockets: a case, its notice, the reply, the message on the case; and what must not pass."""

import smtplib

import pytest
from django.utils import timezone

from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.cases.models import Case, CaseFile, Message, StepRecord
from landsea.directory.models import Contact, Evidence, EvidenceKind
from landsea.mailroom.actions.sort import sort_due
from landsea.mailroom.models import InboundMail, MailState, ReplyAddress
from landsea.mailroom.tests.mail_servers import DOMAIN, bounce_of, hand_over, written

FILER, HOLDER = "filer@demo.example.org", "holder@demo.example.org"


@pytest.fixture
def noticed(open_world, sink):
    """A case whose notices went out."""
    filed = open_world.file()
    send_due()
    return filed.case


def holder_of(world) -> str:
    return world.people["holder"].email


def test_the_desks_reply_to_its_notice_is_the_answer_on_the_case(open_world, sink, mail_in, noticed):
    notice = sink.to(holder_of(open_world))
    assert notice["Auto-Submitted"] == "auto-generated" and notice["X-Auto-Response-Suppress"] == "All"
    reply = written(holder_of(open_world), notice["Reply-To"], "The report is accepted now.", answers=notice)

    assert hand_over(mail_in, holder_of(open_world), str(notice["Reply-To"]).upper(), reply) == {}
    assert InboundMail.objects.get().state == MailState.QUEUED
    assert sort_due() == 1

    [message] = Message.objects.filter(case=noticed)
    assert (message.body, message.act, message.author) == (
        "The report is accepted now.",
        "answer",
        open_world.people["holder"],
    )
    noticed.refresh_from_db()
    assert noticed.state == "answered"
    mail = InboundMail.objects.get()
    assert (mail.state, mail.act, mail.case) == (MailState.DONE, "answer", noticed)


def test_the_filers_reply_is_a_message_with_its_papers(open_world, sink, mail_in, noticed):
    notice = sink.to(FILER)
    raw = written(FILER, notice["Reply-To"], "Here is the paper.", answers=notice)
    hand_over(mail_in, FILER, notice["Reply-To"], raw)
    sort_due()
    [message] = Message.objects.filter(case=noticed)
    assert (message.side, message.body) == ("filer", "Here is the paper.")
    send_due()
    told = sink.to(holder_of(open_world))
    assert told["Subject"].startswith(noticed.ref)
    first = Delivery.objects.filter(template="case_arrived").get()
    assert f"delivery-{first.pk}@" in told["In-Reply-To"] and told["References"] == told["In-Reply-To"]


def test_the_same_mail_twice_speaks_once(open_world, sink, mail_in, noticed):
    notice = sink.to(FILER)
    raw = written(FILER, notice["Reply-To"], "Once.", answers=notice)
    for _ in range(2):
        hand_over(mail_in, FILER, notice["Reply-To"], raw)
    hand_over(mail_in, FILER, notice["Reply-To"], b"Received: from elsewhere\r\n" + raw)  # by another way
    sort_due()
    assert Message.objects.filter(case=noticed).count() == 1
    assert sorted(InboundMail.objects.values_list("verdict", flat=True)) == ["repeated", "reply"]


def test_unknown_revoked_and_foreign_addresses_are_refused_at_rcpt(open_world, sink, mail_in, noticed):
    address = str(sink.to(FILER)["Reply-To"])
    forged = address.replace(address[8], "a" if address[8] != "a" else "b", 1)
    for recipient in (
        forged,
        f"reply+xyz@{DOMAIN}",
        "vn@elsewhere.example",
        f"nobody@{DOMAIN}",
        f"bounce+7-aaaaaaaaaaaaaaaa@{DOMAIN}",
    ):
        with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
            hand_over(mail_in, FILER, recipient, b"Subject: x\r\n\r\nx\r\n")
        assert refused.value.recipients[recipient][1].startswith(b"5.1.1")
    ReplyAddress.objects.update(revoked_at=timezone.now())
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        hand_over(mail_in, FILER, address, b"Subject: x\r\n\r\nx\r\n")
    assert InboundMail.objects.count() == 0


def test_whoever_left_the_desk_is_refused_by_right_and_too_many_for_now(open_world, sink, mail_in, noticed, settings):
    address = sink.to(holder_of(open_world))["Reply-To"]
    open_world.people["holder"].appointments.update(ends_at=timezone.now())
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        hand_over(mail_in, holder_of(open_world), address, b"Subject: x\r\n\r\nx\r\n")
    assert refused.value.recipients[str(address)][1].startswith(b"5.7.1")
    settings.MAILS_PER_HOUR = 1
    mine = sink.to(FILER)["Reply-To"]
    hand_over(mail_in, FILER, mine, b"Subject: x\r\n\r\nx\r\n")
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        hand_over(mail_in, FILER, mine, b"Subject: y\r\n\r\ny\r\n")
    assert refused.value.recipients[str(mine)] == (
        451,
        b"4.7.0 Many mails came from this sender within the hour; try again later",
    )


def test_a_proven_bounce_lowers_freshness_and_a_forged_one_does_nothing(open_world, sink, mail_in, noticed):
    holder = holder_of(open_world)
    contact = Contact.objects.create(
        desk=open_world.quarantine, user=open_world.people["holder"], name="H", email=holder
    )
    notice, path = sink.to(holder), sink.envelope_of(holder)
    assert path.startswith("bounce+") and notice["From"] == "Landsea <desk@landsea.example>"
    hand_over(mail_in, "", sink.to(FILER)["Reply-To"], bounce_of(notice, holder, "x"))
    sort_due()
    assert not Evidence.objects.filter(contact=contact, kind=EvidenceKind.BOUNCED).exists()

    hand_over(mail_in, "", path, bounce_of(notice, holder, path))
    sort_due()
    assert Evidence.objects.filter(contact=contact, kind=EvidenceKind.BOUNCED).count() == 1
    assert Delivery.objects.get(template="case_arrived").state == DeliveryState.BOUNCED
    assert list(InboundMail.objects.order_by("id").values_list("verdict", "act")) == [
        ("report_unproven", "aside"),
        ("bounce_hard", "returned"),
    ]


def test_out_of_office_does_not_stop_the_clock(open_world, sink, mail_in, noticed):
    notice = sink.to(holder_of(open_world))
    away = written(
        holder_of(open_world),
        notice["Reply-To"],
        "I am away until Monday.",
        answers=notice,
        Auto_Submitted="auto-replied",
    )
    before = StepRecord.objects.get(case=noticed, ended_at=None)
    hand_over(mail_in, "", notice["Reply-To"], away)
    sort_due()
    assert InboundMail.objects.get().state == MailState.ASIDE
    after = StepRecord.objects.get(case=noticed, ended_at=None)
    assert (after.pk, after.due_at) == (before.pk, before.due_at) and not Message.objects.exists()


def test_another_sender_is_held_its_person_asked_once_and_may_claim_it(open_world, sink, mail_in, noticed, client):
    notice = sink.to(FILER)
    for words in ("It is me, from home.", "And once more."):
        raw = written("home@elsewhere.example", notice["Reply-To"], words, answers=notice)
        hand_over(mail_in, "home@elsewhere.example", notice["Reply-To"], raw)
    sort_due()
    assert set(InboundMail.objects.values_list("state", "verdict")) == {(MailState.HELD, "other_sender")}
    assert not Message.objects.exists() and Delivery.objects.filter(template="mail_is_it_yours").count() == 1
    send_due()
    asked = sink.to(FILER).get_body(("plain",)).get_content()
    page = next(word for word in asked.split() if "/post/yours/" in word)
    page = page[page.index("/post/") :]
    assert "home@elsewhere.example" in client.get(page).content.decode()
    assert not Message.objects.exists()  # a GET does nothing: mail guards open every link
    client.post(page, {"answer": "yes"})
    client.post(page, {"answer": "yes"})
    [message] = Message.objects.filter(case=noticed)
    assert (message.side, message.body) == ("filer", "It is me, from home.")


def test_a_sender_that_our_own_server_calls_forged_is_held(open_world, sink, mail_in, noticed):
    notice = sink.to(FILER)
    raw = written(FILER, notice["Reply-To"], "Give it up.", answers=notice)
    raw = f"Authentication-Results: mx.{DOMAIN}; dmarc=fail header.from=demo.example.org\r\n".encode() + raw
    hand_over(mail_in, FILER, notice["Reply-To"], raw)
    sort_due()
    mail = InboundMail.objects.get()
    assert (mail.state, mail.verdict) == (MailState.HELD, "forged") and not Message.objects.exists()


def test_a_mail_to_a_countrys_address_becomes_a_case_and_its_sender_gets_the_link(open_world, sink, mail_in):
    raw = written(
        "Demo Fruit <boss@fruit.example.org>",
        f"CN@{DOMAIN}",
        "Two lorries of durian wait at Mohan since Monday. The plant quarantine does not accept our laboratory report.",
    )
    hand_over(mail_in, "boss@fruit.example.org", f"CN@{DOMAIN}", raw)
    sort_due()
    case = Case.objects.get()
    assert (case.country, case.lane, case.visibility, case.desk) == (
        "CN",
        "normal",
        "coordinator_only",
        open_world.quarantine,
    )
    assert case.text.startswith("Durian waits at Mohan\n\nTwo lorries")
    send_due()
    receipt = sink.to("boss@fruit.example.org")
    words = receipt.get_body(("plain",)).get_content()
    assert case.ref in receipt["Subject"] and "/m/" in words and "Mohan" in words and "durian" in words.lower()
    assert receipt["Reply-To"].startswith("reply+")
    assert CaseFile.objects.count() == 0


def test_postmaster_is_taken_and_waits_for_a_person(open_world, mail_in):
    hand_over(
        mail_in,
        "somebody@demo.example.org",
        f"Postmaster@{DOMAIN}",
        b"From: somebody@demo.example.org\r\n\r\nHello\r\n",
    )
    sort_due()
    assert InboundMail.objects.get().verdict == "for_people"
