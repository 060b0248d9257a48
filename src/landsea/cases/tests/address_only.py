"""Playing a desk that has an address and no account, through pages and mails only, for stories of any app: an address is put at
the desk and confirmed, and a case there is answered by its mailed link.
"""

import re

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.actions.follow_desks import follow_desks
from landsea.cases.models import Case
from landsea.directory.actions.ask import ask_due_contacts
from landsea.directory.answering import forget_answering

LINK = re.compile(r"https?://[^/\s]+(/\S+)")


def link_in_mail(template: str, address: str) -> str:
    """Return the path of the first link in the newest mail of this template to this address."""
    mail = Delivery.objects.filter(template=template, address=address).latest("pk")
    return LINK.search(render_words(mail)[1]).group(1)


def confirm_an_address(coordinator: Client, code: str, address: str) -> None:
    """Let a coordinator put this public address at a desk, and somebody there confirm it by the mailed link."""
    sent = coordinator.post(reverse("desks_answering"), {"addresses": f"{code}, {address}", "action": "ask"})
    assert sent.status_code == 302
    ask_due_contacts(timezone.now())
    link = link_in_mail("desk_question", address)
    office = Client()
    assert office.get(link).status_code == 200
    assert office.post(link, {"act": "confirm"}).status_code == 302
    forget_answering()
    follow_desks(timezone.now())


def answer_by_link(ref: str, address: str, *, outcome: str = "fixed", words: str = "It is put right.") -> None:
    """Let somebody at this address open the mailed link of a case, take it, and say how it ended."""
    office = Client()
    assert office.get(link_in_mail("case_arrived", address)).status_code == 302
    for act, said in (("accept", {}), ("propose_outcome", {"outcome": outcome, "body": words})):
        version = str(Case.objects.get(ref=ref).version)
        form = {"key": f"{act}-{ref}".ljust(64, "x")[:64], "version": version} | said
        assert office.post(reverse("answer_act", args=[ref, act]), form).status_code == 302
