"""Raises the directory's revision, which tells every process that the rows it keeps are old (`reference_cache.py`)."""

import uuid

from django.db import transaction

from landsea.directory.models import Revision
from landsea.directory.reference_cache import forget_rows


def lock_revision() -> Revision:
    """Return the one row, locked until the transaction ends, so that changes of the directory follow one another."""
    Revision.objects.get_or_create(pk=1)
    return Revision.objects.select_for_update().get(pk=1)


def raise_revision(revision: Revision) -> None:
    """Count one change of what processes keep (`reference_cache.py` names it); `revision` is locked by the caller."""
    revision.number += 1
    revision.mark = uuid.uuid4()
    revision.save(update_fields=["number", "mark"])
    forget_rows()  # what follows in this transaction reads its own changes
    transaction.on_commit(forget_rows)  # and what another thread kept meanwhile is from before
