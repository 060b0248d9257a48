"""Sorting: once, whoever dies; equal to the page; and held where the case refuses."""

import pytest
from django.db import OperationalError
from django.utils import timezone
from psycopg.errors import DeadlockDetected

from landsea.base.actors import ANONYMOUS
from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.models import Delivery
from landsea.cases.actions.file import file_case, make_form_key
from landsea.cases.actions.filer_moves import withdraw_case
from landsea.cases.form_filing import make_filing
from landsea.cases.forms import FilingForm
from landsea.cases.models import Case, CaseFile, Message
from landsea.cases.understanding.meaning import understand_filing
from landsea.mailroom.actions import sort as sorting
from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.actions.sort import MOST_ATTEMPTS, MOST_DEATHS, STUCK_AFTER, claim_mail, sort_due
from landsea.mailroom.models import InboundMail, MailState
from landsea.mailroom.tests.mail_servers import DOMAIN, written

pytestmark = pytest.mark.django_db
FILER = "filer@demo.example.org"


def keep(raw: bytes, recipient: str) -> InboundMail:
    keep_mails([Handed(raw, (recipient,), FILER)], now=timezone.now())
    return InboundMail.objects.order_by("-id").first()


@pytest.fixture
def receipt(world):
    """The receipt of a named case's filer, as it goes out."""
    world.file()
    return compose_message(Delivery.objects.get(template="case_filed"))


def reply(receipt, words: str) -> tuple[bytes, str]:
    address = receipt.reply_to[0]
    return written(FILER, address, words, In_Reply_To=receipt.extra_headers["Message-ID"]), address


def test_a_worker_that_dies_in_the_middle_does_no_act_twice(receipt, monkeypatch):
    mail = keep(*reply(receipt, "Once only."))
    end = sorting._end

    def die(*given):
        raise KeyboardInterrupt  # after the act, before its transaction ends

    monkeypatch.setattr(sorting, "_end", die)
    with pytest.raises(KeyboardInterrupt):
        sort_due()
    assert not Message.objects.exists()
    monkeypatch.setattr(sorting, "_end", end)
    assert sort_due() == 0, "it is claimed, as far as anybody knows"
    assert sort_due(now=timezone.now() + STUCK_AFTER * 2) == 1
    assert [one.body for one in Message.objects.all()] == ["Once only."]
    assert sort_due(now=timezone.now() + STUCK_AFTER * 4) == 0
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (MailState.DONE, 2)


def test_of_two_sorters_one_claims(receipt):
    mail = keep(*reply(receipt, "Once only."))
    assert claim_mail(mail.pk, 0, timezone.now()) and not claim_mail(mail.pk, 0, timezone.now())


def test_a_mail_that_kills_its_reader_is_held_unread(receipt, monkeypatch):
    mail = keep(*reply(receipt, "Poison."))
    monkeypatch.setattr(sorting, "read_mail", lambda *_: 1 / 0)
    for attempt in range(MOST_ATTEMPTS + 1):
        sort_due(now=timezone.now() + STUCK_AFTER * 2 * (attempt + 1))
    mail.refresh_from_db()
    assert (mail.state, mail.verdict) == (MailState.HELD, "stumbled")


def test_a_mail_over_which_sorters_were_killed_or_lost_the_database_is_still_read(receipt, monkeypatch):
    mail, at, real = keep(*reply(receipt, "Heard at last.")), timezone.now(), sorting.read_mail
    for attempt in range(MOST_ATTEMPTS):
        at += STUCK_AFTER * 2
        assert claim_mail(mail.pk, attempt, at), "killed right after it claimed"

    def lose_database(*_):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(sorting, "read_mail", lose_database)
    with pytest.raises(OperationalError):
        sort_due(now=at + STUCK_AFTER * 2)
    monkeypatch.setattr(sorting, "read_mail", real)
    sort_due(now=at + STUCK_AFTER * 4)
    mail.refresh_from_db()
    assert mail.state == MailState.DONE and Message.objects.get().body == "Heard at last."


def test_a_deadlock_over_one_mail_does_not_stop_the_next(receipt, monkeypatch):
    first, second, real = keep(*reply(receipt, "First.")), keep(*reply(receipt, "Second.")), sorting.read_mail

    def meet_a_deadlock(raw, house):
        if b"First." in raw:
            raise OperationalError("deadlock detected") from DeadlockDetected()
        return real(raw, house)

    monkeypatch.setattr(sorting, "read_mail", meet_a_deadlock)
    assert sort_due() == 2
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (MailState.QUEUED, MailState.DONE)


def test_a_mail_over_which_every_sorter_dies_is_held_in_the_end(receipt):
    mail = keep(*reply(receipt, "Poison."))
    InboundMail.objects.filter(pk=mail.pk).update(attempts=MOST_DEATHS)
    sort_due()
    mail.refresh_from_db()
    assert (mail.state, mail.act) == (MailState.HELD, "stumbled")


def test_a_filing_by_mail_and_by_page_with_the_same_words_are_equal_cases(world):
    """Another door (a messenger, a sheet, the API) adds its way of filling the fields here, and must come to the same."""
    words = (
        "Two lorries of durian wait at Mohan since Monday. The plant quarantine does not accept our laboratory report."
    )
    keep(written(FILER, f"cn@{DOMAIN}", words, Subject="Durian"), f"cn@{DOMAIN}")
    sort_due()
    by_mail = Case.objects.get()
    form = FilingForm(
        {
            "text": f"Durian\n\n{words}",
            "country": "CN",
            "lane": "normal",
            "visibility": "coordinator_only",
            "email": FILER,
        }
    )
    assert form.is_valid()
    understood = understand_filing(form.cleaned_data)
    filing = make_filing(form.cleaned_data, understood, language="en", form_key=make_form_key())
    by_page = file_case(filing, actor=ANONYMOUS, now=by_mail.filed_at).case
    same = (
        "text",
        "title",
        "topic",
        "matter",
        "place",
        "country",
        "goods",
        "hs",
        "lane",
        "desk",
        "due_at",
        "language",
        "visibility",
    )
    assert {name: getattr(by_mail, name) for name in same} == {name: getattr(by_page, name) for name in same}
    assert by_mail.desk == world.quarantine and by_mail.goods


def test_papers_follow_the_rules_of_uploads_and_what_is_refused_is_said(world):
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = FILER, f"cn@{DOMAIN}", "Durian at Mohan"
    mail["Message-ID"] = "<papers@people.example.org>"
    mail.set_content("The laboratory report is not accepted.")
    mail.add_attachment(b"a,b\n1,2\n", maintype="text", subtype="csv", filename="list.csv")
    mail.add_attachment(b"MZ\x90", maintype="application", subtype="octet-stream", filename="run.exe")
    keep(mail.as_bytes(), f"cn@{DOMAIN}")
    sort_due()
    case = Case.objects.get()
    assert [file.name for file in CaseFile.objects.filter(case=case)] == ["list.csv"]
    assert "Not taken from this mail:" in case.text and "run.exe" in case.text


def test_a_reply_opens_a_closed_case_again_but_not_for_ever(world, receipt):
    case = Case.objects.get()
    for number in range(3):
        case.refresh_from_db()
        withdraw_case(world.filer(type("Filed", (), {"case": case})), case.ref, now=timezone.now())
        keep(*reply(receipt, f"Not over yet, {number}."))
        sort_due()
    assert list(InboundMail.objects.order_by("id").values_list("act", flat=True)) == ["reopen", "reopen", "held"]
    assert InboundMail.objects.order_by("-id").first().verdict == "reopened_often"


def test_with_a_new_link_the_old_reply_address_ends(world, receipt):
    from landsea.cases.actions.new_link import replace_link

    case = Case.objects.get()
    raw, address = reply(receipt, "Too late.")
    replace_link(world.filer(type("Filed", (), {"case": case})), case.ref, now=timezone.now())
    mail = keep(raw, address)
    sort_due()
    mail.refresh_from_db()
    assert (mail.state, mail.verdict) == (MailState.HELD, "address_ended") and not Message.objects.exists()
