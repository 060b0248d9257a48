"""What the next page says was done, kept until a page shows it: the newest of it, if nobody opens one.

Every act adds a sentence, and whoever acts without looking (several tabs, kept forms that are sent when the line is back, a
program in a browser's clothes) would carry all of them along: read, written and signed anew with each act, and in the session's
row when the cookie is full.
"""

from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpResponseBase

MOST_EARLIER = 5
"""So many sentences of earlier requests stay beside those of this one."""


class NewestNotices(FallbackStorage):
    """Django's usual way of keeping them, but for how many."""

    def update(self, response: HttpResponseBase) -> list[Message] | None:
        """Keep what this request says, and the newest of what nobody has read."""
        if self.added_new and not self.used:
            self._loaded_data = self._loaded_messages[-MOST_EARLIER:]  # type: ignore[attr-defined]  # Django's own
        return super().update(response)
