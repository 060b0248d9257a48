"""Moves papers of cases into the store of the filer's country, where the installation has one.

1. Copy the bytes under a new name in that store; they are there for good before any row says so.
2. In one transaction, lock the row and let it (and the original of a black-out) say the new name. The old bytes have no row
   from then on: the sweep takes them away two days after they came, so that a backup that runs meanwhile still finds them.
3. A store that does not take or give a paper ends the round of its country only, with a line in the log.
"""

import logging
from datetime import datetime

from django.conf import settings
from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.files.office_papers import FileRefused
from landsea.base.files.storage import discard_bytes, keep_bytes_as, name_new_file, open_stored
from landsea.base.files.stores import StoreNotNamed, find_prefix
from landsea.base.jobs.turns import wait_for_turn
from landsea.cases.models import CaseFile, Redaction

LOG = logging.getLogger(__name__)
AT_ONCE = 100
STREAM = "papers_home"


def take_papers_home(*, now: datetime) -> int:
    """Move the papers that are not at home, at most `AT_ONCE`; return how many. May run at any time."""
    moved = 0
    for country in sorted(settings.FILE_STORES):
        away = CaseFile.objects.filter(case__filer_country=country).exclude(stored__startswith=find_prefix(country))
        try:
            for file in away.order_by("pk")[: AT_ONCE - moved]:
                moved += _take_home(file, country, now)
        except (OSError, FileRefused, StoreNotNamed):
            LOG.exception("Papers of %s could not be moved into its store", country)
    return moved


def _take_home(file: CaseFile, country: str, now: datetime) -> bool:
    try:
        with open_stored(file.stored) as bytes_:
            data = bytes_.read()
    except FileNotFoundError:
        return False
    old, new = file.stored, name_new_file(country)
    keep_bytes_as(new, data)
    with transaction.atomic():
        if not CaseFile.objects.select_for_update().filter(pk=file.pk, stored=old).exists():
            discard_bytes(new)
            return False
        CaseFile.objects.filter(pk=file.pk).update(stored=new)
        Redaction.objects.filter(file=file.pk, original=old).update(original=new)
        wait_for_turn(STREAM)
        append_entry(
            stream=STREAM, act="take_home", actor="system", at=now, facts={"file": file.pk, "country": country}
        )
    return True
