"""What came on cases since a moment: the words of offices that all sides see."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from landsea.cases.models import Case, Message
from landsea_core.caseflow import MessageKind, Side


@dataclass(frozen=True)
class News:
    """The last words on each case on which something came, the newest first, and on how many cases something came."""

    messages: list[Message]
    cases: int


def list_news_since(cases: QuerySet[Case], since: datetime, most: int) -> News:
    """Return what offices wrote to all sides after `since` (aware) on these cases, which the caller took from
    `list_visible_cases`. With each message its case, place, member and desk. Two statements.
    """
    said = Message.objects.filter(
        case__in=cases.order_by().values("pk"),
        kind=MessageKind.ALL,
        side__in=[Side.OFFICE, Side.COORDINATOR],
        created_at__gt=since,
        redacted_at=None,
    )
    counted: int = said.aggregate(n=Count("case", distinct=True))["n"]
    last = said.order_by("case_id", "-created_at", "-id").distinct("case_id").values("pk")
    found = Message.objects.filter(pk__in=last).order_by("-created_at", "-id")
    return News(
        list(found.select_related("case__place", "case__member", "case__identity", "desk__office")[:most]), counted
    )
