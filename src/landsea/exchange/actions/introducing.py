"""What the acts on an introduction share: the lock and the audit row."""

from datetime import datetime

from landsea.base.audit.actions.append import append_entry
from landsea.exchange.models import Introduction
from landsea.exchange.stream import name_introduction_stream


def lock_introduction(introduction_id: int) -> Introduction:
    """Return an introduction, locked for the act, with its entry and both desks."""
    rows = Introduction.objects.select_for_update(of=("self",))
    return rows.select_related("listing__contact", "asker_desk__office", "owner_desk__office").get(pk=introduction_id)


def note_in_chain(
    introduction: Introduction, act: str, actor: str, now: datetime, *, first: bool = False, **facts
) -> None:
    """Append an act to the chain of the introduction."""
    append_entry(
        stream=name_introduction_stream(introduction.pk), act=act, actor=actor, at=now, facts=facts, first=first
    )
