"""Codes of barriers in the reader's words."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from landsea_core.grouping import ClosingVerdict, ShownTally
from landsea_core.likeness import Degree

STANDINGS = {
    ClosingVerdict.NO_ACTION: ("waits", _("open: nobody has promised an action yet")),
    ClosingVerdict.ACTION_OPEN: ("open", _("open: an action is promised")),
    ClosingVerdict.NOT_QUIET: ("waits", _("the action is done; it closes when no new case comes for 30 days")),
    ClosingVerdict.CLOSE: ("done", _("the action is done and no new case came")),
    ClosingVerdict.STAYS_CLOSED: ("done", _("closed: no new case for 30 days after the action")),
    ClosingVerdict.REOPEN: ("silent", _("new cases have come")),
}
HAPPENED = {
    "open_barrier": _("Opened, from cases that look alike"),
    "answer_members": _("One answer went to its cases"),
    "close_barrier": _("Closed: no new case came for 30 days"),
    "reopen_barrier": _("Opened again: new cases came"),
}
ALIKE = {
    Degree.VERY_ALIKE: _("The words are very alike, whatever language they are in."),
    Degree.ALIKE: _("The words are alike, whatever language they are in."),
    Degree.PERHAPS: _("The words are only somewhat alike: look before you put these together."),
    Degree.NOT_ALIKE: _("The words are not alike: what these cases share may be chance."),
}
USUAL_REASONS = (_("The troubles differ"), _("It is past already"), _("It belongs to a barrier that is open"))
"""Why a group is no barrier, to press instead of typing."""
SHARED = {"matter": _("matter"), "country": _("country"), "place": _("place"), "chapter": _("goods, HS chapter")}


def tally_sentence(tally: ShownTally) -> str:
    """Return the tally in a sentence; small numbers are said to be small, never shown."""
    if tally.reported is None:
        return gettext("Fewer than five firms have reported it.")
    if tally.cleared is None:
        words = ngettext("%(n)d firm has reported it.", "%(n)d firms have reported it.", tally.reported)
        return words % {"n": tally.reported}
    return gettext("%(cleared)d of %(reported)d firms are clear of it.") % {
        "cleared": tally.cleared,
        "reported": tally.reported,
    }
