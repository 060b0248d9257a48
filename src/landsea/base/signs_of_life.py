"""Where rooms say when they last heard of the world outside, for whoever watches the installation.

A room that takes something in from outside (mail, calls, polled pages) puts a row here when Django starts; the page for
watching (`landsea.upkeep`) shows its time and the metrics carry it. Times only: never who wrote, and never what.
"""

from collections.abc import Callable
from datetime import datetime

from landsea.base.contributions import Slot

LastSign = tuple[str, Callable[[], datetime | None]]
"""A name in small letters with underscores (`mail_in`), and what returns when it last came (aware), None for never."""

SIGNS_OF_LIFE: Slot[LastSign] = Slot("when something last came in from outside, by kind")
