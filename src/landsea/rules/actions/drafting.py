"""Keeps what somebody wrote of a measure as a new version, which waits for a second person (`publish`)."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.jobs.turns import wait_for_form, wait_for_turn
from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.rules import access
from landsea.rules.actions.version_act import lock_version, note_version_act, require_editor
from landsea.rules.hs import list_hs_codes
from landsea.rules.mapping import make_columns, store_changes
from landsea.rules.models import Measure, Version, VersionState
from landsea_core.rules import Book, list_changes
from landsea_core.rules import Measure as Rule
from landsea_core.rules.check import find_measure_problems

DRAFT, APPROVED, PUBLISHED = VersionState.DRAFT, VersionState.APPROVED, VersionState.PUBLISHED


def draft_version(
    rule: Rule,
    *,
    actor,
    now: datetime,
    note: str = "",
    publish_at: datetime | None = None,
    is_new: bool = False,
    words: Mapping[str, Mapping[str, str]] | None = None,
    form_key: uuid.UUID | None = None,
) -> Version:
    """Keep what an editor wrote as a draft, at `now` (aware); `is_new`: of a measure that there is none of yet, which gets
    the next free code. `words`: what the editor put into other languages, by language and English wording. The same form
    again changes the draft that it made. Raises Refused (`faults`) with every fault in words, or (`state`) when somebody
    has dealt with that draft meanwhile.
    """
    require_editor(actor)
    faults = find_faults(rule)
    if faults:
        raise Refused("faults", " ".join(faults))
    with transaction.atomic():
        if form_key is not None:
            wait_for_form(form_key)
            first = Version.objects.filter(form_key=form_key).first()
            is_other = first is not None and not is_new and first.measure.code != rule.code
            if first is not None and (is_other or first.author_id != actor.user_id):
                raise Refused("state", _no_draft())
            if first is not None:
                return _written_again(first, rule, actor, now, note=note, publish_at=publish_at, words=words or {})
        if is_new:
            wait_for_turn("rules:free_code")  # two editors at once would get one code, and one a change of the other's
            rule = replace(rule, code=access.find_free_code())
        version = make_version(
            rule, now=now, author_id=actor.user_id, note=note, publish_at=publish_at, words=words, form_key=form_key
        )
        note_version_act(version, "draft_measure", actor, now)
    return version


def _written_again(first: Version, rule: Rule, actor, now: datetime, **said) -> Version:
    """Let the draft that a form made say what the form says now; what is the same changes nothing."""
    version = lock_version(first.pk, actor)
    rule = replace(rule, code=version.measure.code)
    new = make_columns(rule) | said
    if all(getattr(version, name) == value for name, value in new.items()):
        return version
    if version.state != DRAFT:
        raise Refused("state", _no_draft())
    new["changes"] = store_changes(list_changes(access.read_published_book().by_code.get(rule.code), rule))
    for name, value in new.items():
        setattr(version, name, value)
    version.save(update_fields=list(new))
    note_version_act(version, "change_draft", actor, now)
    return version


def _no_draft() -> str:
    return gettext("This is no draft any more. Look at the list for what became of it.")


def make_version(
    rule: Rule,
    *,
    now: datetime,
    author_id=None,
    note: str = "",
    link: str = "",
    publish_at=None,
    words=None,
    form_key=None,
) -> Version:
    """Make the draft row of a measure, the measure too if it is new; inside the caller's transaction."""
    measure, _ = Measure.objects.select_for_update().get_or_create(code=rule.code, defaults={"created_at": now})
    last = measure.versions.order_by("-number").values_list("number", flat=True).first() or 0
    return Version.objects.create(
        measure=measure,
        number=last + 1,
        state=DRAFT,
        author_id=author_id,
        note=note,
        link=link,
        created_at=now,
        publish_at=publish_at,
        words=words or {},
        form_key=form_key,
        changes=store_changes(list_changes(access.read_published_book().by_code.get(rule.code), rule)),
        **make_columns(rule),
    )


def find_faults(rule: Rule) -> list[str]:
    """Return what is wrong with a measure, beside all published ones, in the editor's language."""
    others = [one for one in access.read_published_book() if one.code != rule.code]
    return [
        say_sentence(fault)
        for one, fault in find_measure_problems(Book([*others, rule]), list_hs_codes())
        if one.code == rule.code
    ]
