"""What the core says of measures and their days that are not in order; named here so that it is collected for translation.

`landsea.base.ui.saying.said` says it in the reader's language; a test holds this list against the core.
"""

from django.utils.translation import gettext_lazy as _

SENTENCES = (
    _("%(code)s is replaced by itself; name the measure that takes its place, or leave it empty."),
    _("%(codes)s is a circle; one of them must be the last."),
    _("%(name)s names '%(said)s'; use the two letters of a country of the corridor."),
    _(
        "%(other)s is more exact and would let these goods pass in spite of %(stop)s. If the stop is meant for them too, "
        "give it the same codes and fields."
    ),
    _("%(second)s %(later)s lies before %(first)s %(earlier)s; put the dates in order."),
    _("'%(code)s' is no HS code; write 2 to 10 digits without dots."),
    _("'%(name)s' is empty; every measure says it."),
    _("'%(said)s' is no country or agreement of the corridor; use one of %(known)s."),
    _("'%(said)s' is no day; write 2026-06-01, or 2026-06 or 2026 when no more is known, or leave it empty."),
    _("'%(said)s' is no direction; use one of %(known)s."),
    _("'%(said)s' is no grade; use one of %(known)s."),
    _("'%(said)s' is no way of carriage; use one of %(known)s."),
    _("'checked' must be the day of the last look at the source, like 2026-11-25, not '%(said)s'."),
    _("A positive list must name the goods it closes; fill 'hs'."),
    _("HS %(code)s does not exist in HS 2022."),
    _("HS %(code)s does not exist in HS 2022; the nearest are %(near)s."),
    _("It is replaced by %(code)s, which is not on file; add that measure first."),
    _("It is suspended from %(first)s, after its last day %(last)s."),
    _("It requires, but says not what; add at least one requirement."),
    _("It says that only some ways are open, but names none; fill 'modes'."),
    _("Only a positive list can be held to be complete."),
    _("The suspension ends %(last)s, before it begins %(first)s."),
    _("Version %(number)s of %(code)s stands there twice; give each a number of its own."),
    _(
        "Versions %(one)s and %(other)s of %(code)s overlap; let version %(one)s end the day before version %(other)s begins."
    ),
)
