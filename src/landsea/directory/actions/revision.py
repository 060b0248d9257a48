"""Raises the directory's revision, which tells every process that its index of competences is old."""

import uuid

from landsea.directory.models import Revision


def lock_revision() -> Revision:
    """Return the one row, locked until the transaction ends, so that changes of the directory follow one another."""
    Revision.objects.get_or_create(pk=1)
    return Revision.objects.select_for_update().get(pk=1)


def raise_revision(revision: Revision) -> None:
    """Count one change of competences, desks in service, topics or matters; `revision` is locked by the caller."""
    revision.number += 1
    revision.mark = uuid.uuid4()
    revision.save(update_fields=["number", "mark"])
