"""Raises the directory's revision, which tells every process that the rows it keeps are old (`kept.py`)."""

import uuid

from django.db import transaction

from landsea.directory.kept import forget
from landsea.directory.models import Revision


def lock_revision() -> Revision:
    """Return the one row, locked until the transaction ends, so that changes of the directory follow one another."""
    Revision.objects.get_or_create(pk=1)
    return Revision.objects.select_for_update().get(pk=1)


def raise_revision(revision: Revision) -> None:
    """Count one change of what processes keep (`kept.py` names it); `revision` is locked by the caller."""
    revision.number += 1
    revision.mark = uuid.uuid4()
    revision.save(update_fields=["number", "mark"])
    forget()  # what follows in this transaction reads its own changes
    transaction.on_commit(forget)  # and what another thread kept meanwhile is from before
