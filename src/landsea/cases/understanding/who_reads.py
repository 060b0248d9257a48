"""Who will read a filing and what follows silence, in sentences, from who is really there: no head, deputy, coordinator or
diplomat is named where nobody has that part.
"""

from datetime import datetime

from django.utils.translation import gettext as _

from landsea.base.ui.countries import name_country
from landsea.cases.filing_plan import Filing
from landsea.cases.models import Case
from landsea.directory import access as directory_access
from landsea.directory.access.who_is_there import WhoIsThere, find_who_is_there
from landsea.directory.desk_cards import write_desk_title
from landsea.directory.models import Desk
from landsea.directory.models.names import name_in
from landsea.directory.telephones import find_website, list_telephones
from landsea_core.caseflow import Called, Visibility
from landsea_core.contacts import Answering


def say_who_sees(filing: Filing, desk: Desk, there: WhoIsThere, language: str) -> list[str]:
    """Return who will read the words and papers of a filing for which this desk becomes accountable."""
    title = {"desk": write_desk_title(desk, language)}
    if there.answering is Answering.ADDRESS:
        sees = [_("the desk: %(desk)s, which gets it by mail and answers without an account") % title]
    elif there.answering is Answering.NOBODY:
        sees = [_("whoever comes to this desk: %(desk)s. Nobody is there yet.") % title]
    else:
        sees = [_("the desk: %(desk)s") % title]
    if there.heads and desk.code != desk.COORDINATOR:
        sees.append(_("the head of its office"))
    if there.coordinators and desk.code != desk.COORDINATOR:
        sees.append(_("the coordinator of the corridor in Chongqing"))
    sees.append(_("a desk that they hand it to, or ask for help while they do"))
    if there.observers and filing.visibility is Visibility.NAMED and filing.filer_country:
        country = name_country(filing.filer_country, language)
        sees.append(_("diplomats of %(country)s who read along, without a part in it") % {"country": country})
    return sees


def say_what_follows_silence(desk: Desk, there: WhoIsThere) -> str:
    """Return what happens when nobody answers in time: whom silence calls, in the order of the core's ladders, without those
    who are not there.
    """
    is_coordinator = desk.code == desk.COORDINATOR
    here = {
        Called.DEPUTY: there.deputies,
        Called.HEAD: there.heads,
        Called.COORDINATOR: there.coordinators and not is_coordinator,
        Called.SECRETARIAT: there.secretariat,
        Called.DIALOGUE: True,
    }
    words = {
        Called.DEPUTY: _("to the deputy"),
        Called.HEAD: _("to the head of the office"),
        Called.COORDINATOR: _("to the coordinator"),
        Called.SECRETARIAT: _("to the head of the secretariat"),
        Called.DIALOGUE: _("onto the agenda of the next dialogue of the parties, counted in public"),
    }
    steps = [words[called] for called in words if here[called]]
    return _("If nobody answers in time, the case moves by itself: %(steps)s. You see it on your page.") % {
        "steps": _(", then ").join(steps)
    }


def make_nobody_there_context(case: Case, now: datetime, language: str) -> dict:
    """Return what a filer's page shows of a case whose desk nobody is at yet: the sentence, that desk's public telephones and
    page; empty for every other case.
    """
    if case.meant_desk_id is None or case.closed_at is not None:
        return {}
    return make_meant_desk_context(case, language) | {
        "nobody_there": say_nobody_there(find_who_is_there(case.desk, "", now), language)
    }


def make_meant_desk_context(case: Case, language: str) -> dict:
    """Return the desk that would answer for a case if somebody were there, with its office's public telephones and page; empty
    for every other case.
    """
    if case.meant_desk_id is None or case.closed_at is not None:
        return {}
    return {
        "meant_desk": write_desk_title(case.meant_desk, language),
        "meant_code": case.meant_desk.code,
        "telephones": list_telephones(case.meant_desk.office, language),
        "website": find_website(case.meant_desk.office),
    }


def say_nobody_there(there: WhoIsThere, language: str) -> str:
    """Return what is said of a desk that nobody is at: who is accountable instead, and what they do."""
    if not there.coordinators:
        return _("This desk has nobody here yet, and the coordinator's desk has nobody either. Your case waits there.")
    place = directory_access.find_coordinator_desk().office.place
    if place is None:
        return _("This desk has nobody here yet. The coordinator will write to them.")
    where = {"place": name_in(place.names, language)}
    return _("This desk has nobody here yet. The coordinator in %(place)s will write to them.") % where
