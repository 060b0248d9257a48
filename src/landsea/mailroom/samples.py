"""Example facts for every mail's template, so that its words can be read without anybody's case.

The names are those that templates use; a template takes what it needs. Numbers of rows are of none that exist.
"""

from django.utils import translation

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import words_of

FACTS = {
    "ref": "LS-2026-004417",
    "due": "2026-12-01T08:20:00+00:00",
    "zone": "Asia/Shanghai",
    "link": "00000000-0000-4000-8000-000000000000",
    "step": "answer",
    "calls": "head",
    "share": 0.5,
    "urgent": False,
    "title": "Durian at Mohan",
    "starts": "2026-12-08T06:00:00+00:00",
    "where": "Room 3",
    "name": "Demo",
    "sender": "somebody@demo.example.org",
    "subject": "Durian",
    "words": "…",
    "about": {"matter": "", "place": "", "country": "CN", "goods": "durian"},
    "cites": [],
    "day": "2026-12-08",
}


def sample_words(template: str, language: str) -> tuple[str, str]:
    """Return (subject, body) of a template in a language, from the example."""
    with translation.override(language):
        return words_of(
            Delivery(template=template, language=language, address="who@demo.example.org", facts=dict(FACTS))
        )
