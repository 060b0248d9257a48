"""Pages about what is always there: countries' calendars, figures of the files, mails."""

from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.utils.timezone import localtime

from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.figures.access import find_contradictions


def make(world, now: datetime) -> dict:
    """Load the figures, queue a mail that was given up, keep one as a file."""
    call_command("load_figures", verbosity=0)
    delivery = given_up_mail("one of each", now)
    key = find_contradictions()[0].key
    return {
        "calendar_year": {"country": "CN", "year": 2026},
        "calendar_feed": {"country": "CN", "year": 2026},
        "send_again": {"delivery_id": delivery},
        "mail_file": {"number": delivery},
        "contradiction": {"key": key},
        "contradiction_rule": {"key": key},
        "figure_series": {"code": "ilstc-rail-sea-trains-teu"},
        "open_data_csv": {"name": "observations"},
        "open_data_json": {"name": "observations"},
    }


def keep_mail(number: int, now: datetime) -> None:
    """Write a mail as the file backend does."""
    mail = EmailMessage()
    mail["To"], mail["Subject"], mail["Date"] = "filer@demo.example.org", "Your case", localtime(now)
    mail.set_content("Look at your case.")
    folder = Path(settings.MAIL_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{number}.eml").write_bytes(mail.as_bytes())


def given_up_mail(once: str, now: datetime) -> int:
    """Queue a mail and give it up, and keep one of that number as a file; return the number."""
    queue_mail(
        now=now,
        template="case_answered",
        address="filer@demo.example.org",
        once=once,
        stream=once,
        language="en",
        facts={},
    )
    delivery = Delivery.objects.latest("pk")
    Delivery.objects.filter(pk=delivery.pk).update(state=DeliveryState.FAILED, ended_at=now)
    keep_mail(delivery.pk, now)
    return delivery.pk


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another mail."""
    given_up_mail(f"another {number}", now)
