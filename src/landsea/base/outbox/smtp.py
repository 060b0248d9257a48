"""The mail backend for a mail server: Django's, over connections that end.

- *Every step is waited for briefly* (`EMAIL_TIMEOUT`), so that a server that hangs holds a sender for seconds.
- *The answer to the words is waited for longer.* A server that looks at what it takes may need a minute, and who leaves before
  its answer sends the same mail again and again (RFC 5321, 4.5.3.2.6, asks for ten minutes).
- *All steps together end* before the sweeper takes the delivery for one whose sender died (`STUCK_AFTER`): else a server
  that answers each step late gets the mail twice.
"""

import smtplib
import time
from typing import Any

from django.core.mail.backends.smtp import EmailBackend

ANSWER_TO_WORDS = 90.0
"""Seconds to wait for the answer to the words of a mail."""
WHOLE = 150.0
"""Seconds after which a connection is given up, counted from its first answer."""


class _Ending(smtplib.SMTP):
    """A connection whose waits are bounded each and together."""

    _ends: float | None = None
    _answers_to_data: int | None = None
    """How many answers came since the words were announced; None while none are."""

    def getreply(self) -> tuple[int, bytes]:
        """Read one answer; raises SMTPServerDisconnected when its time is over, as smtplib does."""
        now = time.monotonic()
        self._ends = self._ends or now + WHOLE
        if now >= self._ends:
            self.close()
            raise smtplib.SMTPServerDisconnected(f"The server took more than {WHOLE:.0f} seconds")
        step = ANSWER_TO_WORDS if self._answers_to_data == 1 else float(self.timeout)
        if self.sock is not None:
            self.sock.settimeout(min(step, self._ends - now))
        answer = super().getreply()
        if self._answers_to_data is not None:
            self._answers_to_data += 1
        return answer

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Announce the words and hand them over."""
        self._answers_to_data = 0
        try:
            return super().data(msg)
        finally:
            self._answers_to_data = None


class _EndingFromTheFirstByte(_Ending, smtplib.SMTP_SSL):
    """The same, with TLS from the first byte."""


class SmtpBackend(EmailBackend):
    """Hands mails to the server of the settings."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """The kind of connection: with TLS from the first byte, or not."""
        return _EndingFromTheFirstByte if self.use_ssl else _Ending
