"""Mails that are part of a subscription, and the page that ends it with one press (RFC 8058).

The page's address is a signed word that names the subscription and nothing else: whoever has it can end it, and read nothing.
"""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from landsea.base.outbox.models import Delivery

SALT = "landsea end a subscription"
OF_WATCHES = frozenset({"rule_digest", "rule_changed", "rule_withdrawn", "paper_expires"})
OF_PLANS = frozenset({"plan_changed"})


def write_ending_page_address(delivery: Delivery) -> str:
    """Return the page that ends the subscription of this mail; empty where it is part of none."""
    facts = delivery.facts
    if delivery.template in OF_WATCHES and facts.get("watch"):
        return _page("watch", sorted({facts["watch"], *facts.get("watches", [])}))
    if delivery.template in OF_PLANS and facts.get("plan"):
        return _page("plan", [facts["plan"]])
    return ""


def _page(kind: str, ids: list[int]) -> str:
    word = signing.dumps([kind, ids], salt=SALT)
    return settings.PUBLIC_ADDRESS + reverse("end_subscription", args=[word])


def read_subscription(word: str) -> tuple[str, list[int]] | None:
    """Return (kind, ids) of what a page's address ends; None for a word that we did not sign."""
    try:
        kind, ids = signing.loads(word, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return kind, ids
