"""A post's gate in the reader's words: whether it is open now, its hours, and how sure they are."""

from django.utils.translation import gettext as _

from landsea.corridor.labels import GRADES
from landsea_core.planner.diagram.gates import Gate


def describe_gate(gate: Gate) -> str:
    """Return whether a gate is open now and its hours: "open now, 12:00 there (07:00 to 19:00), assumed". The grade is
    said of hours that nobody who should know has said.
    """
    hours = {"opens": gate.opens, "closes": gate.closes, "clock": gate.clock}
    words = (
        _("open now, %(clock)s there (%(opens)s to %(closes)s)") % hours
        if gate.is_open
        else _("shut now, %(clock)s there (open %(opens)s to %(closes)s)") % hours
    )
    return words if gate.is_sure else f"{words}, {GRADES[gate.grade]}"
