"""Words over the lexicon files: written as a draft, put in force, taken back. Each is audited with who, and kept with why."""

from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.teaching.access import list_words
from landsea.teaching.models import WordEntry, WordState
from landsea_core.text.lexicon.added_words import KEEPING, fold_term


def write_word(
    actor, *, kind: str, value: str, lang: str, term: str, weight: float, why: str, now: datetime, keep: str = KEEPING
) -> WordEntry:
    """Keep a draft that was checked by its form; `keep` says how goods bear waiting. Http404 for whoever is no coordinator."""
    if not actor.is_coordinator:
        raise Http404
    with transaction.atomic():
        entry = WordEntry.objects.create(
            kind=kind,
            value=value,
            lang=lang,
            term=term,
            folded=fold_term(term),
            weight=weight,
            why=why,
            keep=keep,
            written_by_id=actor.user_id,
            written_at=now,
        )
        _note_act(actor, entry, "write_word", now)
    return entry


def put_in_force(actor, entry_id: int, *, now: datetime) -> WordEntry:
    """Read with this word from now on; the same word that was in force before is taken back."""
    with transaction.atomic():
        revision = lock_revision()
        entry = _entry_for(actor, entry_id, WordState.DRAFT, gettext("This word is in force, or was: write it anew."))
        same = WordEntry.objects.filter(
            kind=entry.kind, value=entry.value, lang=entry.lang, folded=entry.folded, state=WordState.IN_FORCE
        )
        for other in same.select_for_update():
            _take_back(actor, other, now)
        entry.state, entry.put_by_id, entry.put_at = WordState.IN_FORCE, actor.user_id, now
        entry.save(update_fields=["state", "put_by", "put_at"])
        _note_act(actor, entry, "put_word", now)
        raise_revision(revision)
    return entry


def take_back(actor, entry_id: int, *, now: datetime) -> WordEntry:
    """Read without this word from now on; a draft is put aside."""
    with transaction.atomic():
        revision = lock_revision()
        entry = _entry_for(actor, entry_id, None, "")
        if entry.state == WordState.TAKEN_BACK:
            raise Refused("taken_back", gettext("This word was taken back before."))
        _take_back(actor, entry, now)
        raise_revision(revision)
    return entry


def _take_back(actor, entry: WordEntry, now: datetime) -> None:
    entry.state, entry.taken_by_id, entry.taken_at = WordState.TAKEN_BACK, actor.user_id, now
    entry.save(update_fields=["state", "taken_by", "taken_at"])
    _note_act(actor, entry, "take_word_back", now)


def _entry_for(actor, entry_id: int, state: str | None, sentence: str) -> WordEntry:
    entry = list_words(actor).select_related(None).select_for_update().filter(pk=entry_id).first()
    if entry is None:
        raise Http404
    if state is not None and entry.state != state:
        raise Refused("moved_on", sentence)
    return entry


def _note_act(actor, entry: WordEntry, act: str, now: datetime) -> None:
    facts = {"kind": entry.kind, "value": entry.value, "lang": entry.lang, "weight": entry.weight}
    facts |= {"keep": entry.keep} if entry.keep else {}
    append_entry(stream=f"word:{entry.pk}", act=act, actor=actor.label, at=now, facts=facts)
