"""`make drill`, its part with a real mail server: Postfix between us and people. Run: `python -m bench.drill_postfix`.

1. A case is filed; its notice goes through Postfix into a box, from where it is read as people's programs read it.
2. The answer goes to Postfix, which asks `landsea mail-in` for the address, takes it, and hands it over: a message on the case.
3. A made-up and an ended address are refused while the sender's server still waits: nothing bounces.
4. A mail to an address that is gone comes back as Postfix writes it, to the return path: evidence about the contact.

Says what it skips where no Postfix is. Ends with 1 when a step failed.
"""

import os
import smtplib
import subprocess
import sys
import tempfile
import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from bench.mail_site import DOMAIN, file_cases, set_up
from bench.postfix import GONE, free_port, is_here, mails_in, running_postfix, wait_for

PATIENCE = 60


def main() -> int:
    """Run the drill and say what held."""
    if not is_here():
        print("drill_postfix: skipped; it needs root and Debian's package postfix")
        return 0
    with tempfile.TemporaryDirectory(prefix="landsea-drill-") as name:
        folder, lmtp_port = Path(name), free_port()
        (folder / "var").mkdir()
        with running_postfix(folder, DOMAIN, lmtp_port) as (outside, inside):
            set_up(
                str(folder / "var"), LANDSEA_MAIL="smtp", LANDSEA_SMTP_HOST="127.0.0.1", LANDSEA_SMTP_PORT=str(inside)
            )
            server = subprocess.Popen(
                [sys.executable, "-m", "landsea", "mail-in", "--port", str(lmtp_port)],
                stdout=subprocess.PIPE,
                text=True,
                env=os.environ,
            )
            try:
                server.stdout.readline()
                return run_steps(folder, outside)
            finally:
                server.terminate()
                server.wait(timeout=20)


def run_steps(folder: Path, outside: int) -> int:
    """Run the steps; return the exit status."""
    from landsea.base.outbox.actions.send import send_due

    [(filer, address)] = file_cases(1)
    send_due()
    notice = message_from_bytes(wait_for(lambda: mails_in(folder), PATIENCE)[0].read_bytes(), policy=policy.default)
    steps = (
        ("the notice came with its reply address", notice["Reply-To"] == address),
        ("the reply is a message on the case", reply_and_look(notice, filer, outside)),
        ("a made-up address is refused at RCPT", is_refused(outside, filer, f"reply+{'a' * 32}@{DOMAIN}")),
        ("an ended address is refused at RCPT", end_and_try(outside, filer, address)),
        ("a mail that came back is evidence", bounce_and_look()),
    )
    for words, held in steps:
        print(f"{'held  ' if held else 'FAILED'} {words}")
    return 0 if all(held for _words, held in steps) else 1


def reply_and_look(notice: EmailMessage, filer: str, outside: int) -> bool:
    """Answer the notice through Postfix; return whether the words stand on the case."""
    from landsea.cases.models import Message
    from landsea.mailroom.models import InboundMail

    answer = EmailMessage()
    answer["From"], answer["To"], answer["Subject"] = filer, notice["Reply-To"], f"Re: {notice['Subject']}"
    answer["In-Reply-To"], answer["Message-ID"] = notice["Message-ID"], "<answer@people.example.org>"
    quoted = "".join(f"> {line}\n" for line in notice.get_body(("plain",)).get_content().splitlines())
    answer.set_content(f"The lorry still waits.\n\nOn Tue, Landsea wrote:\n{quoted}")
    wait_for(lambda: hand_over(outside, answer), PATIENCE)
    wait_for(InboundMail.objects.exists, PATIENCE)
    sort_all()
    return [one.body for one in Message.objects.all()] == ["The lorry still waits."]


def hand_over(outside: int, mail: EmailMessage) -> bool:
    """Hand a mail to Postfix; False when it says that the address is still being asked for, as it may for some seconds."""
    with smtplib.SMTP("127.0.0.1", outside, timeout=PATIENCE) as client:
        try:
            client.send_message(mail)
        except smtplib.SMTPRecipientsRefused as refused:
            if all(code == 450 for code, _said in refused.recipients.values()):
                return False
            raise
    return True


def is_refused(outside: int, sender: str, recipient: str) -> bool:
    """Return whether Postfix says 550 to this recipient, before a word of the mail is sent."""
    try:
        with smtplib.SMTP("127.0.0.1", outside, timeout=PATIENCE) as client:
            client.sendmail(sender, [recipient], b"Subject: x\r\n\r\nx\r\n")
    except smtplib.SMTPRecipientsRefused as refused:
        return refused.recipients[recipient][0] == 550
    return False


def end_and_try(outside: int, filer: str, address: str) -> bool:
    """End the reply address; return whether it is refused from then on."""
    from django.utils import timezone

    from landsea.mailroom.models import ReplyAddress

    ReplyAddress.objects.update(revoked_at=timezone.now())
    time.sleep(16)  # Postfix remembers an address for fifteen
    return is_refused(outside, filer, address)


def bounce_and_look() -> bool:
    """Send a mail to an address that is gone; return whether the report that Postfix writes is evidence about the contact."""
    from django.db import transaction
    from django.utils import timezone

    from landsea.base.outbox.actions.queue import queue_mail
    from landsea.base.outbox.actions.send import send_due
    from landsea.directory.models import Contact, Desk, Evidence, EvidenceKind
    from landsea.mailroom.models import InboundMail

    address, before = f"officer@{GONE}", InboundMail.objects.count()
    contact = Contact.objects.create(desk=Desk.objects.first(), name="Officer Demo", email=address)
    with transaction.atomic():
        about = {"template": "case_reply", "once": "drill", "stream": "drill:1", "facts": {"ref": "LS-2026-000001"}}
        queue_mail(now=timezone.now(), address=address, contact_id=contact.pk, **about)
    send_due()
    wait_for(lambda: InboundMail.objects.count() > before, PATIENCE)
    sort_all()
    return Evidence.objects.filter(contact=contact, kind=EvidenceKind.BOUNCED).exists()


def sort_all() -> None:
    """Sort all that was kept."""
    from landsea.mailroom.actions.sort import sort_due

    while sort_due():
        pass


if __name__ == "__main__":
    sys.exit(main())
