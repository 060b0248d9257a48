"""Example facts for every mail's template, so that its words can be read without anybody's case.

The names are those that templates use; a template takes what it needs. Numbers of rows are of none that exist.
"""

from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation

from landsea.base.outbox.kinds import KINDS
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words

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
    "why": "…",
    "files": True,
    "papers": 2,
    "about": {"matter": "", "place": "", "country": "CN", "goods": "durian"},
    "cites": [],
    "day": "2026-12-08",
    "code": "demo.desk",
    "country": "CN",
    "desk": "demo.desk",
    "dialogue": 1,
    "introduction": 1,
    "listing": 1,
    "promise": 1,
    "promised": "2026-12-08T06:00:00+00:00",
    "ask": {"code": "", "values": {}},
    "answer": {"code": "", "values": {}, "paper": ""},
    "plan": 0,
    "watch": 0,
    "receiver": 0,
    "version": 0,
    "versions": [],
    "cases": 0,
    "number": 2,
    "total": 2,
    "part": "holder",
    "mails": [{"subject": "LS-2026-004417: …", "page": "https://landsea.example/cases/LS-2026-004417/"}],
}
OWN = {
    "dialogue_invited": {"invitation_link": "00000000-0000-4000-8000-000000000000"},
    "promise_due": {"due": "2026-12-08"},
    "promise_late": {"due": "2026-12-08"},
    "promise_made": {"due": "2026-12-08"},
    "late_digest": {"cases": [], "rows": []},
    "duty_changed": {
        "desk": "coordinator",
        "begins": "2026-12-08T10:00:00+00:00",
        "ends": "2026-12-09T00:00:00+00:00",
        "zone": "Asia/Shanghai",
    },
    "desk_handed_over": {"giver": "coordinator", "taker": "coordinator"},
    "invitation_waits": {
        "parts": [{"part": "holder", "unit": {}}],
        "nonce": "00000000-0000-4000-8000-000000000000",
        "until": "2026-12-08T06:00:00+00:00",
    },
    "invitation_lapsed": {"people": [{"user": 0, "parts": [{"part": "holder", "unit": {}}]}] * 2},
    "leave_entered": {"first": "2026-12-08", "last": "2026-12-12", "stands_in": True, "units": []},
    "promises_late": {
        "promises": [{"promise": 1, "ref": "A-1", "what": "…", "owner": "Demo", "due": "2026-12-08"}] * 2
    },
    "head_reminder": {"cases": []},
    "sheet_arrived": {"sheet": "…", "cases": []},
    "sheet_filed": {"sheet": "…", "cases": []},
}
"""What single mails call by the same name and mean otherwise."""
WITHOUT_EXAMPLE = frozenset({"plan_changed", "rule_withdrawn"})
"""Mails whose words are those of a rule or of an edit that is really there."""


def mail_names() -> list[str]:
    """Return the names of all mails; what goes out as a short message has no template among them."""
    return sorted(name for name in KINDS if _is_mail(name))


def _is_mail(name: str) -> bool:
    try:
        get_template(f"mails/{name}.txt")
    except TemplateDoesNotExist:
        return False
    return True


def sample_words(template: str, language: str) -> tuple[str, str]:
    """Return (subject, body) of a template in a language, from the example; both empty where there can be none."""
    if template in WITHOUT_EXAMPLE:
        return "", ""
    facts = FACTS | OWN.get(template, {})
    with translation.override(language):
        return render_words(Delivery(template=template, language=language, address="who@demo.example.org", facts=facts))
