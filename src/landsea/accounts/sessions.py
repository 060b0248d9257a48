"""Sessions as Django keeps them, read by a plain statement: every request of somebody who is signed in begins with it."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from landsea.base.plain_reads import read_rows_of


class SessionStore(DatabaseStore):
    """The sessions of the database."""

    def _get_session_from_db(self):
        """Return the row of this session; without one that holds, the session is a new one."""
        found = read_rows_of(self.model, "session_key = %s AND expire_date > %s", [self.session_key, timezone.now()])
        if not found:
            self._session_key = None
            return None
        return found[0]
