"""The way of a version: one person drafts, another approves, it is published when its time has come, or given up."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_form, wait_for_turn
from landsea.base.jobs.waking import wake_task
from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.rules import access
from landsea.rules.facts import columns_of, measure_of, stored
from landsea.rules.hs import hs_codes
from landsea.rules.models import Measure, Version, VersionState
from landsea.rules.stream import measure_stream
from landsea_core.rules import Book, list_changes
from landsea_core.rules import Measure as Rule
from landsea_core.rules.check import find_measure_problems

DRAFT, APPROVED, PUBLISHED = VersionState.DRAFT, VersionState.APPROVED, VersionState.PUBLISHED


def draft(
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
    _editors(actor)
    faults = faults_of(rule)
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
            rule = replace(rule, code=access.free_code())
        version = new_version(
            rule, now=now, author_id=actor.user_id, note=note, publish_at=publish_at, words=words, form_key=form_key
        )
        _note(version, "draft_measure", actor, now)
    return version


def _written_again(first: Version, rule: Rule, actor, now: datetime, **said) -> Version:
    """Let the draft that a form made say what the form says now; what is the same changes nothing."""
    version = _locked(first.pk, actor)
    rule = replace(rule, code=version.measure.code)
    new = columns_of(rule) | said
    if all(getattr(version, name) == value for name, value in new.items()):
        return version
    if version.state != DRAFT:
        raise Refused("state", _no_draft())
    new["changes"] = stored(list_changes(access.book().by_code.get(rule.code), rule))
    for name, value in new.items():
        setattr(version, name, value)
    version.save(update_fields=list(new))
    _note(version, "change_draft", actor, now)
    return version


def _no_draft() -> str:
    return gettext("This is no draft any more. Look at the list for what became of it.")


def new_version(
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
        changes=stored(list_changes(access.book().by_code.get(rule.code), rule)),
        **columns_of(rule),
    )


def faults_of(rule: Rule) -> list[str]:
    """What is wrong with a measure, beside all published ones, in the editor's language."""
    others = [one for one in access.book() if one.code != rule.code]
    return [
        say_sentence(fault)
        for one, fault in find_measure_problems(Book([*others, rule]), hs_codes())
        if one.code == rule.code
    ]


def approve(pk: int, *, actor, now: datetime) -> Version:
    """Approve a draft; published at once, or when its time comes. Raises Refused when the author approves (`author`), or
    it is no draft any more (`state`)."""
    with transaction.atomic():
        version = _locked(pk, actor)
        if version.author_id is None:
            sentence = gettext("A program found this. Complete it as a draft of your own; somebody else approves that.")
            raise Refused("found_by_program", sentence)
        if version.author_id == actor.user_id:
            raise Refused("author", gettext("You wrote this draft. Ask another editor to approve it."))
        if version.state != DRAFT:
            raise Refused("state", _no_draft())
        faults = faults_of(measure_of(version))
        if faults:
            raise Refused("faults", " ".join(faults))
        version.state, version.approver_id = APPROVED, actor.user_id
        version.save(update_fields=["state", "approver"])
        _note(version, "approve_measure", actor, now)
        if version.publish_at is None or version.publish_at <= now:
            publish(version, now)
    return version


def publish(version: Version, now: datetime) -> None:
    """Publish an approved version, inside the caller's transaction, and let those whom it concerns be told."""
    before = access.book().by_code.get(version.measure.code)
    version.state, version.published_at = PUBLISHED, now
    version.changes = stored(list_changes(before, measure_of(version)))
    if before is not None and (not version.changes or version.words and _is_only_look(version)):
        version.spread_at = now  # only its words in other languages: nobody has to act on that
    version.save(update_fields=["state", "published_at", "changes", "spread_at"])
    append_entry(
        stream=measure_stream(version.measure.code),
        act="publish_measure",
        actor="system",
        at=now,
        facts={"version": version.number},
    )
    transaction.on_commit(access.forget)
    wake_task("rules.spread")


def _is_only_look(version: Version) -> bool:
    """Whether nothing else changed than the day on which somebody looked at the source."""
    return all(code == "looked_at_again" for code, _values in version.changes)


def publish_due(now: datetime) -> int:
    """Publish every approved version whose time has come; return how many."""
    done = 0
    for pk in list(Version.objects.filter(state=APPROVED, publish_at__lte=now).values_list("pk", flat=True)):
        with transaction.atomic():
            _lock_measure_of(pk)
            version = Version.objects.select_for_update().select_related("measure").get(pk=pk)
            if version.state == APPROVED:
                publish(version, now)
                done += 1
    return done


def reject(pk: int, *, actor, now: datetime, why: str) -> Version:
    """Give up a draft or an approved version that is not published yet, with a reason."""
    with transaction.atomic():
        version = _locked(pk, actor)
        if version.state not in (DRAFT, APPROVED):
            raise Refused("state", gettext("It is published. Withdraw it, or draft a correction."))
        _end(version, VersionState.REJECTED, "reject_measure", actor, now, why)
    return version


def withdraw(pk: int, *, actor, now: datetime, why: str) -> Version:
    """Withdraw a published version: the one before it counts again, and whoever was mailed it is mailed that, receivers are
    posted it; feeds leave the version out. Raises Refused without a reason (`reason`).
    """
    if not why.strip():
        raise Refused("reason", gettext("Say in a sentence why it is withdrawn; readers see it."))
    with transaction.atomic():
        version = _locked(pk, actor)
        if version.state != PUBLISHED:
            raise Refused("state", gettext("Only what is published can be withdrawn."))
        _end(version, VersionState.WITHDRAWN, "withdraw_measure", actor, now, why)
        Version.objects.filter(pk=version.pk).update(spread_at=None)
        wake_task("rules.spread")
        transaction.on_commit(access.forget)
    return version


def _end(version: Version, state: str, act: str, actor, now: datetime, why: str) -> None:
    version.state, version.ended_at = state, now
    version.note = f"{version.note}\n{' '.join(why.split())}".strip()  # one line, which `why_withdrawn` finds again
    version.save(update_fields=["state", "ended_at", "note"])
    _note(version, act, actor, now)


def _locked(pk: int, actor) -> Version:
    _editors(actor)
    _lock_measure_of(pk)
    version = Version.objects.select_for_update(of=("self",)).select_related("measure").filter(pk=pk).first()
    if version is None:
        raise Http404
    return version


def _lock_measure_of(pk: int) -> None:
    """Lock the measure before its version: its chain is one for all that is done to it."""
    list(Measure.objects.select_for_update().filter(versions=pk).order_by("pk"))


def _editors(actor) -> None:
    if not access.may_edit(actor):
        raise PermissionDenied


def _note(version: Version, act: str, actor, now: datetime) -> None:
    append_entry(
        stream=measure_stream(version.measure.code),
        act=act,
        actor=actor.label,
        at=now,
        facts={"version": version.number},
    )
