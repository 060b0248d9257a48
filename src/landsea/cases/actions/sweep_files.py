"""Takes away what nobody will ask for again: files of forms that were never sent, and bytes that no row knows."""

from datetime import datetime, timedelta

from landsea.base.files.actions.sweep import sweep_unknown
from landsea.cases.actions.hold_file import let_go
from landsea.cases.models import HeldFile

HELD_FOR = timedelta(days=2)


def sweep_files(*, now: datetime) -> int:
    """Delete held files older than two days, and bytes as old without a row; return how many. May run at any time and
    any number of times: a file is on disk only moments before its row, so nothing of two days is on its way.
    """
    gone = 0
    for file in HeldFile.objects.filter(created_at__lt=now - HELD_FOR):
        let_go(file)
        gone += 1
    return gone + sweep_unknown(now - HELD_FOR)
