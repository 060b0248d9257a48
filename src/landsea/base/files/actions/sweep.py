"""Takes away bytes that no row of any app knows: what a crash between the bytes and their row left behind."""

from datetime import datetime

from landsea.base.files.models import StoredFile
from landsea.base.files.storage import discard_bytes, list_stored_before


def sweep_unknown(kept_before: datetime) -> int:
    """Delete bytes kept before `kept_before` (aware, long enough ago that no row is on its way) without a row; return how
    many. May run at any time and any number of times.
    """
    gone = 0
    for stored in list_stored_before(kept_before):
        if not any(table._default_manager.filter(stored=stored).exists() for table in StoredFile.__subclasses__()):
            discard_bytes(stored)
            gone += 1
    return gone
