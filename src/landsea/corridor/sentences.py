"""What the planner and the reading of trips refuse, named here so that it is collected for translation.

`landsea.ui.saying.said` says it in the reader's language; a test holds this list against the core.
"""

from django.utils.translation import gettext_lazy as _

SENTENCES = (
    _("%(day)s lies outside the timetable. %(span)s"),
    _("%(kg)s kg do not fit into %(teu)s TEU: one takes at most %(most)s kg."),
    _("%(place)s is both start and end; give two different places."),
    _("%(said)s are more than any ship here takes; give at most %(most)s."),
    _("%(time)s is past. %(span)s Give a later time."),
    _("%(what)s No other way was found."),
    _("'%(at)s' is no time; write it like 2026-12-01T08:00+08:00."),
    _("'%(at)s' lies outside the years %(first)s to %(last)s; correct it."),
    _("'%(what)s' is none of %(known)s."),
    _("Dangerous goods have a class from 1 to 9, as in 3 or 4.1."),
    _("Event %(number)s"),
    _("Event %(number)s is no object."),
    _("Event %(number)s is not laid out as its standard says; look at what it holds."),
    _("Give a number of %(unit)s above zero."),
    _("Give an HS code of 2 to 10 digits, as in 081060."),
    _("Give the time with its zone, as in 2026-12-01T08:00+08:00."),
    _("Line %(number)s"),
    _("Line %(number)s cannot be read as CSV: %(fault)s."),
    _("Line 1 has no column %(missing)s; the first line is trip,place,what,at."),
    _("Modes are %(modes)s."),
    _("No legal way: %(measures)s"),
    _("No place is known as '%(said)s'. Did you mean %(near)s?"),
    _("No place is known as '%(said)s'. Give a code such as CNTJC, or a city's name."),
    _("No services on record connect %(origin)s and %(destination)s in time."),
    _("Nobody on the way is known to take %(cargo)s: %(who)s. Ask the operator, or change the cargo."),
    _("Nothing arrives that early; give a later arrival."),
    _("The file holds more than %(most)s events; send it in parts."),
    _("The file holds no list of events."),
    _("The file looks like JSON and is none: %(fault)s."),
    _("The latest arrival lies before the cargo is ready; give a later one."),
    _("The timetable is known from %(first)s to %(last)s."),
    _("There is no way by %(modes)s alone; allow more modes."),
    _("What the way needs is closed at that time. Choose another day."),
    _("a reefer"),
    _("dangerous goods not confirmed"),
    _("dangerous goods of class %(number)s"),
    _("it does not say which trip it belongs to."),
    _("no reefer plugs"),
    _("reefer plugs not confirmed"),
    _("refuses dangerous goods"),
    _("takes no containers"),
    _("the time '%(at)s' needs its zone, as in 2026-12-01T08:00+08:00."),
    _("this cargo"),
)
AS_THEY_ARE = ("%(service)s (%(why)s)", "%(where)s: %(fault)s", "%(why)s")
"""Templates without a word of their own."""
