"""What tests of pages share: a form's key, a page as one line of text, one act of a mailbox or of a case's page."""

import re

from django.urls import reverse

from landsea.cases.actions.read_filed import read_filed

KEY = "a" * 64


def page_of(response) -> str:
    """Return the page with every run of blanks as one."""
    return re.sub(r"\s+", " ", response.content.decode())


def do(client, case, act: str, **fields):
    """Send one act of the mailbox, with the version of the case that its page showed."""
    return client.post(f"/my/{case.ref}/{act}", {"key": KEY, "version": case.version} | fields)


def post(client, case, act: str, **fields):
    """Send one act of the page of a case, with the version that it showed."""
    return client.post(reverse("case_act", args=[case.ref, act]), {"version": case.version} | fields)


def send(client, typed: dict, **changes):
    """Send the filing form, changed in some fields, and do what the worker does next: read its words."""
    answer = client.post("/file/", typed | {"action": "send"} | changes)
    read_filed()
    return answer
