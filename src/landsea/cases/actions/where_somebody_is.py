"""Where a case goes that is handed to a desk: to that desk, or to the coordinator while nobody there can answer."""

from datetime import datetime

from landsea.directory import access as directory_access
from landsea.directory.answering import find_known_answering
from landsea.directory.models import Desk


def find_where_somebody_is(desk: Desk, now: datetime) -> tuple[Desk, Desk | None]:
    """Return the desk that becomes accountable at `now` (aware), and the one that was meant when it is not the same."""
    if desk.code == Desk.COORDINATOR or desk.code in find_known_answering(now).somebody_at:
        return desk, None
    return directory_access.find_coordinator_desk(), desk
