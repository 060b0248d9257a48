"""A throwaway installation with mail in: database, reference, some cases with their reply addresses; for bench and drill."""

import os
from datetime import UTC, datetime

DOMAIN = "in.landsea.example"
FILER = "filer{number}@demo.example.org"
PROBLEM = (
    "Two lorries of dried cassava wait at Mohan since Monday. The plant quarantine does not accept the certificate."
)


def set_up(var: str, **more: str) -> None:
    """Name a database of this process's own and this mail domain in the environment, make the tables, load the reference."""
    from landsea_dev.throwaway import start_throwaway_cluster

    os.environ |= {
        "DATABASE_URL": start_throwaway_cluster().url(),
        "LANDSEA_VAR": var,
        "LANDSEA_SECRET_KEY": "bench",
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
        "LANDSEA_LOG_LEVEL": "ERROR",
        "LANDSEA_INBOUND_DOMAIN": DOMAIN,
        "LANDSEA_MAILS_PER_HOUR": "1000000",
        **more,
    }
    import django

    django.setup()
    from django.core.management import call_command

    for command in ("migrate", "load_reference"):
        call_command(command, verbosity=0)


def file_cases(count: int, *, first: int = 0) -> list[tuple[str, str]]:
    """File so many cases and return (address of the filer, reply address) of each; the filers' numbers begin with `first`."""
    from landsea.base.actors import ANONYMOUS
    from landsea.base.outbox.answering import reply_address_for
    from landsea.base.outbox.models import Delivery
    from landsea.cases.actions.file import file_case, make_form_key
    from landsea.cases.filing_plan import Filing
    from landsea_core.caseflow import Visibility

    found = []
    for number in range(first, first + count):
        address = FILER.format(number=number)
        about = {
            "topic": "sps_tbt",
            "matter": "plant_health",
            "place_code": "CNMHN",
            "country": "CN",
            "goods": "cassava",
        }
        filing = Filing(PROBLEM, Visibility.NAMED, name="Demo", email=address, form_key=make_form_key(), **about)
        file_case(filing, actor=ANONYMOUS, now=datetime.now(UTC))
        receipt = Delivery.objects.get(template="case_filed", address=address)
        found.append((address, reply_address_for(receipt)))
    return found


def reply_by_mail(sender: str, recipient: str, number: int) -> bytes:
    """Return a reply as a mail program writes it, with our mail quoted below, as CRLF lines."""
    quoted = "".join(f"> line {line} of what we wrote\r\n" for line in range(20))
    return (
        f"From: {sender}\r\nTo: {recipient}\r\nSubject: Re: your case has arrived\r\n"
        f"Message-ID: <{number}@people.example.org>\r\nDate: Tue, 01 Dec 2026 10:00:00 +0700\r\n"
        'MIME-Version: 1.0\r\nContent-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        f"The lorry number {number} still waits.\r\n\r\nOn Mon, 30 Nov 2026 at 10:00, Landsea wrote:\r\n{quoted}"
    ).encode()
