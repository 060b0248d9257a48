"""Emptying an IMAP box: each mail once, whatever it is, and moved only when it is kept."""

import pytest
from django.utils import timezone

from landsea.mailroom.models import InboundMail
from landsea.mailroom.receiving import box as emptying
from landsea.mailroom.receiving.box import Box, empty_box
from landsea.mailroom.tests.imap_imitation import imap_server
from landsea.mailroom.tests.mail_servers import DOMAIN, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def server():
    with imap_server() as (folders, port):
        yield folders, Box("127.0.0.1", port, "landsea", "secret", tls=False)


def test_every_mail_is_taken_once_and_moved(server):
    folders, box = server
    folders.put("INBOX", written("a@demo.example.org", f"vn@{DOMAIN}", "Durian."))
    folders.put(
        "INBOX", b"Delivered-To: cases@" + DOMAIN.encode() + b"\r\nFrom: b@demo.example.org\r\n\r\n\xff\xfe broken"
    )
    folders.put("INBOX", b"From: c@demo.example.org\r\nTo: somebody@elsewhere.example\r\n\r\nHello\r\n")
    assert empty_box(box, now=timezone.now()) == 3
    assert empty_box(box, now=timezone.now()) == 0
    kept = list(InboundMail.objects.order_by("id").values_list("recipient", flat=True))
    assert kept == [f"vn@{DOMAIN}", f"cases@{DOMAIN}", "somebody@elsewhere.example"]
    assert not folders["INBOX"] and len(folders["Landsea"]) == 3
    assert bytes(InboundMail.objects.order_by("id")[1].raw).endswith(b"\xff\xfe broken")


def test_a_crash_between_keeping_and_moving_keeps_the_mail_once(server, monkeypatch):
    folders, box = server
    folders.put("INBOX", written("a@demo.example.org", f"vn@{DOMAIN}", "Durian."))
    keep = emptying.keep_mails

    def keep_and_die(handed, *, now):
        keep(handed, now=now)
        raise KeyboardInterrupt

    monkeypatch.setattr(emptying, "keep_mails", keep_and_die)
    with pytest.raises(KeyboardInterrupt):
        empty_box(box, now=timezone.now())
    assert len(folders["INBOX"]) == 1
    monkeypatch.setattr(emptying, "keep_mails", keep)
    assert empty_box(box, now=timezone.now()) == 1
    assert InboundMail.objects.count() == 1
