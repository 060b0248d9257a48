"""Notes that a secret link was used, at most once an hour, so that opening a mailbox stays a read."""

from datetime import datetime, timedelta

from django.db.models import Q

from landsea.cases.models import FilerLink

NOTED_EVERY = timedelta(hours=1)


def note_use(link: FilerLink, *, now: datetime) -> None:
    """Set when the link was last used; not an act on the case, so it leaves no audit row."""
    long_ago = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
    FilerLink.objects.filter(long_ago, pk=link.pk).update(last_used_at=now)
