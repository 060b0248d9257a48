"""The menu on every page: all places where a reader may go, in groups by what one goes there for."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsea.base.ui.addresses import find_address
from landsea.base.ui.shapes import Tab

GROUPS = (
    (
        gettext_lazy("To do something"),
        (
            (gettext_lazy("Something is stuck or wrong"), "file_case"),
            (gettext_lazy("Who answers for it?"), "who"),
            (gettext_lazy("What do I need to sell?"), "checklist"),
            (gettext_lazy("How do I get it there?"), "plan"),
            (gettext_lazy("Offer or look for something"), "exchange_new"),
            (gettext_lazy("Tell me of changes"), "new_watch"),
        ),
    ),
    (
        gettext_lazy("To look something up"),
        (
            (gettext_lazy("Rules"), "measures"),
            (gettext_lazy("The network"), "network"),
            (gettext_lazy("What is stopped"), "disruptions"),
            (gettext_lazy("Barriers"), "barriers"),
            (gettext_lazy("What others found out"), "experiences"),
            (gettext_lazy("Exchange and events"), "exchange"),
            (gettext_lazy("Dialogues"), "dialogues"),
            (gettext_lazy("Figures"), "figures"),
            (gettext_lazy("How offices answer"), "league"),
            (gettext_lazy("Working days and holidays"), "calendars"),
            (gettext_lazy("Official terms"), "terms"),
        ),
    ),
    (
        gettext_lazy("This platform"),
        (
            (gettext_lazy("First page"), "home"),
            (gettext_lazy("Help"), "help"),
            (gettext_lazy("About and contact"), "about"),
            (gettext_lazy("What we keep and who sees it"), "privacy"),
            (gettext_lazy("Phone books"), "phone_books"),
            (gettext_lazy("What is kept on this device"), "offline"),
            (gettext_lazy("How programs use Landsea"), "developers"),
        ),
    ),
)
"""What is open to all: the name of each group with (words, name of the route)."""


@dataclass(frozen=True)
class MenuGroup:
    """A group of the menu with its links."""

    words: str
    tabs: tuple[Tab, ...]


def make_menu(path: str, work: Sequence[tuple[str, str]]) -> tuple[MenuGroup, ...]:
    """Return the groups for somebody whose own pages are `work` (words and address), which come first. The page that is open,
    of address `path`, is marked.
    """
    groups = [(_("My work"), tuple(work))] if work else []
    groups += [(str(words), tuple((str(said), find_address(name)) for said, name in rows)) for words, rows in GROUPS]
    return tuple(
        MenuGroup(words, tuple(Tab(said, url, current=url == path) for said, url in rows if url))
        for words, rows in groups
    )
