"""The words that this process reads with: those in force, as soon as a reader that has them stands ready.

Making a reader takes a second and more of a core. A thread makes it, and texts are read with the words before meanwhile, so
that nobody who files waits for a coordinator's word.
"""

import logging
import os
import threading
from collections.abc import Callable

from landsea.teaching.access import find_words_in_force
from landsea_core.text.default_reader import prepare_reader
from landsea_core.text.lexicon.added_words import AddedWords

log = logging.getLogger(__name__)


class Renewing:
    """Hands out the words of `source`, new ones only after `prepare` went through with them, in a thread, once a version.

    The first words are handed out as they are: there is no reader yet that could answer sooner. Words that no reader can be
    made with are logged and never handed out; those before them stay.
    """

    def __init__(self, source: Callable[[], AddedWords], prepare: Callable[[AddedWords], None]):
        self._source = source
        self._prepare = prepare
        self._lock = threading.Lock()
        self._ready: AddedWords | None = None
        self._begun = ""  # the version that was prepared last, or is being prepared
        self._thread: threading.Thread | None = None

    def words(self) -> AddedWords:
        """Return the words to read with now."""
        wanted = self._source()
        with self._lock:
            if self._ready is None:
                self._ready, self._begun = wanted, wanted.version
            elif wanted.version != self._begun and not self._is_preparing:
                self._begun = wanted.version
                self._thread = threading.Thread(target=self._renew, args=[wanted], name="renewing words", daemon=True)
                self._thread.start()
            return self._ready

    def begin_in_child(self) -> None:
        """Go on in a process forked from this one: the thread that prepares stayed behind, perhaps with the lock. What it was
        preparing is prepared here when it is next asked for.
        """
        self._lock = threading.Lock()
        self._thread = None
        self._begun = self._ready.version if self._ready is not None else ""

    def wait(self) -> None:
        """Return when nothing is being prepared."""
        if self._thread is not None:
            self._thread.join()

    @property
    def _is_preparing(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _renew(self, wanted: AddedWords) -> None:
        try:
            self._prepare(wanted)
        except Exception:
            log.exception("The words of version %s cannot be read with.", wanted.version)
            return
        with self._lock:
            self._ready = wanted


_renewing = Renewing(find_words_in_force, prepare_reader)
os.register_at_fork(after_in_child=_renewing.begin_in_child)
words_ready = _renewing.words
