"""Notes that a secret link was used, at most once an hour, so that opening a mailbox stays a read."""

from datetime import datetime, timedelta

from django.db.models import Q

from landsea.cases.models import AnswerLink, FilerLink

NOTED_EVERY = timedelta(hours=1)


def note_use(link: FilerLink, *, now: datetime) -> None:
    """Set when the link was last used; not an act on the case, so it leaves no audit row."""
    _note(FilerLink, link.pk, now)


def note_answer_use(link: AnswerLink, *, now: datetime) -> None:
    """Set when the link of a desk without an account was last opened."""
    _note(AnswerLink, link.pk, now)


def _note(model: type[FilerLink] | type[AnswerLink], pk: int, now: datetime) -> None:
    long_ago = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
    model.objects.filter(long_ago, pk=pk).update(last_used_at=now)
