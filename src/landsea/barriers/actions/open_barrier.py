"""Opens a barrier, from a proposal or by hand, and changes its words. The coordinator's acts."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.barriers.actions.members import add_cases
from landsea.barriers.models import Barrier, Joined
from landsea.barriers.stream import name_stream
from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.directory import access as directory_access


@dataclass(frozen=True)
class Words:
    """What a coordinator writes about a barrier. `titles` and `texts` map languages to words; codes may be empty."""

    titles: dict[str, str]
    texts: dict[str, str] = field(default_factory=dict)
    topic: str = ""
    matter: str = ""
    country: str = ""
    place_code: str = ""
    chapter: str = ""
    goods: str = ""
    measures: tuple[str, ...] = ()
    desk_code: str = ""
    is_demo: bool = False


def open_barrier(
    actor: Actor, words: Words, case_ids: Collection[int], *, now: datetime, joined: str = Joined.GROUPED
) -> Barrier:
    """Open a barrier with these cases; Refused when it has no title, no such desk, or no case to begin with."""
    if not actor.is_coordinator:
        raise PermissionDenied
    with transaction.atomic():
        barrier = Barrier(opened_at=now, opened_by_id=actor.user_id, since=now, is_demo=words.is_demo)
        _write_words(barrier, words)
        barrier.save()
        append_entry(
            stream=name_stream(barrier.pk),
            act="open_barrier",
            actor=actor.label,
            at=now,
            facts={"joined": str(joined)},
            first=True,
        )
        if not add_cases(barrier, case_ids, joined=joined, actor=actor, now=now):
            raise Refused("no_cases", gettext("Choose at least one case that is in no barrier yet."))
    return barrier


def change_barrier(actor: Actor, barrier_id: int, words: Words, *, now: datetime) -> Barrier:
    """Change the words of a barrier; what changed stands in the audit by name of field."""
    if not actor.is_coordinator:
        raise PermissionDenied
    with transaction.atomic():
        barrier = Barrier.objects.select_for_update().get(pk=barrier_id)
        names = _write_words(barrier, words)
        barrier.save(update_fields=names)
        append_entry(stream=name_stream(barrier.pk), act="change_barrier", actor=actor.label, at=now)
    return barrier


def _write_words(barrier: Barrier, words: Words) -> list[str]:
    titles = {language: title.strip() for language, title in words.titles.items() if title.strip()}
    if not titles:
        raise Refused("no_title", gettext("Write in a line what the barrier is, in at least one language."))
    desk = directory_access.find_desk(words.desk_code) if words.desk_code else directory_access.find_coordinator_desk()
    if desk is None:
        raise Refused("no_such_desk", gettext("Choose the desk from the directory."))
    place = directory_access.find_place(words.place_code) if words.place_code else None
    if words.place_code and place is None:
        raise Refused("no_such_place", gettext("Choose the place from the directory."))
    written = {
        "titles": titles,
        "texts": {language: text.strip() for language, text in words.texts.items() if text.strip()},
        "topic": words.topic,
        "matter": words.matter,
        "country": words.country,
        "place": place,
        "chapter": words.chapter[:2],
        "goods": words.goods,
        "measures": list(words.measures),
        "desk": desk,
    }
    for name, value in written.items():
        setattr(barrier, name, value)
    return list(written)
