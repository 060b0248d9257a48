"""The way of a version after its draft: a second person approves it, it is published when its time has come, or it is
rejected or withdrawn.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.waking import wake_task
from landsea.base.refusal import Refused
from landsea.rules import access
from landsea.rules.actions.drafting import APPROVED, DRAFT, PUBLISHED, _no_draft, find_faults
from landsea.rules.actions.version_act import lock_measure_of, lock_version, note_version_act
from landsea.rules.mapping import make_measure, store_changes
from landsea.rules.models import Version, VersionState
from landsea.rules.stream import measure_stream
from landsea_core.rules import list_changes


def approve_version(pk: int, *, actor, now: datetime) -> Version:
    """Approve a draft; published at once, or when its time comes. Raises Refused when the author approves (`author`), or
    it is no draft any more (`state`)."""
    with transaction.atomic():
        version = lock_version(pk, actor)
        if version.author_id is None:
            sentence = gettext("A program found this. Complete it as a draft of your own; somebody else approves that.")
            raise Refused("found_by_program", sentence)
        if version.author_id == actor.user_id:
            raise Refused("author", gettext("You wrote this draft. Ask another editor to approve it."))
        if version.state != DRAFT:
            raise Refused("state", _no_draft())
        faults = find_faults(make_measure(version))
        if faults:
            raise Refused("faults", " ".join(faults))
        version.state, version.approver_id = APPROVED, actor.user_id
        version.save(update_fields=["state", "approver"])
        note_version_act(version, "approve_measure", actor, now)
        if version.publish_at is None or version.publish_at <= now:
            publish_version(version, now)
    return version


def publish_version(version: Version, now: datetime) -> None:
    """Publish an approved version, inside the caller's transaction, and let those whom it concerns be told."""
    before = access.read_published_book().by_code.get(version.measure.code)
    version.state, version.published_at = PUBLISHED, now
    version.changes = store_changes(list_changes(before, make_measure(version)))
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
    access.forget_book()
    transaction.on_commit(access.forget_book)
    wake_task("rules.spread")


def _is_only_look(version: Version) -> bool:
    """Whether nothing else changed than the day on which somebody looked at the source, or how sure we are."""
    return all(code in {"looked_at_again", "regraded"} for code, _values in version.changes)


def publish_due(now: datetime) -> int:
    """Publish every approved version whose time has come; return how many."""
    done = 0
    for pk in list(Version.objects.filter(state=APPROVED, publish_at__lte=now).values_list("pk", flat=True)):
        with transaction.atomic():
            lock_measure_of(pk)
            version = Version.objects.select_for_update().select_related("measure").get(pk=pk)
            if version.state == APPROVED:
                publish_version(version, now)
                done += 1
    return done


def reject_version(pk: int, *, actor, now: datetime, why: str) -> Version:
    """Give up a draft or an approved version that is not published yet, with a reason."""
    with transaction.atomic():
        version = lock_version(pk, actor)
        if version.state not in (DRAFT, APPROVED):
            raise Refused("state", gettext("It is published. Withdraw it, or draft a correction."))
        _end_version(version, VersionState.REJECTED, "reject_measure", actor, now, why)
    return version


def withdraw_version(pk: int, *, actor, now: datetime, why: str) -> Version:
    """Withdraw a published version: the one before it counts again, and whoever was mailed it is mailed that, receivers are
    posted it; feeds leave the version out. Raises Refused without a reason (`reason`).
    """
    if not why.strip():
        raise Refused("reason", gettext("Say in a sentence why it is withdrawn; readers see it."))
    with transaction.atomic():
        version = lock_version(pk, actor)
        if version.state != PUBLISHED:
            raise Refused("state", gettext("Only what is published can be withdrawn."))
        _end_version(version, VersionState.WITHDRAWN, "withdraw_measure", actor, now, why)
        Version.objects.filter(pk=version.pk).update(spread_at=None)
        wake_task("rules.spread")
        access.forget_book()
        transaction.on_commit(access.forget_book)
    return version


def _end_version(version: Version, state: str, act: str, actor, now: datetime, why: str) -> None:
    version.state, version.ended_at = state, now
    version.note = (
        f"{version.note}\n{' '.join(why.split())}".strip()
    )  # one line, which `find_why_withdrawn` finds again
    version.save(update_fields=["state", "ended_at", "note"])
    note_version_act(version, act, actor, now)
