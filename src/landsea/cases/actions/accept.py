"""The desk takes the case: it says that it answers for it."""

from datetime import date, timedelta

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import open_office_act
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer
from landsea_core.caseflow import Act, MessageKind

LONGEST_AHEAD = timedelta(days=366)


def accept_case(
    actor, ref: str, *, now, key: str = "", seen_version: int | None = None, known_by: date | None = None
) -> Case:
    """Accept a case that was filed or admitted; the clock of the first answer begins. `known_by` is the day by which the desk
    will know more: all sides read it. By a link it is always said in a message that the desk took the case.
    """
    with open_office_act(actor, ref, "accept", now=now, key=key, seen_version=seen_version) as work:
        if known_by is not None and not now.date() <= known_by <= (now + LONGEST_AHEAD).date():
            raise Refused("no_day", gettext("Choose a day from today on, within a year."))
        make_move(work, Act.ACCEPT)
        if known_by is not None or actor.link_contact is not None:
            work.write(MessageKind.ALL, _words(work.case.language, known_by), language=work.case.language)
        tell_filer(work, "case_accepted")
    return work.case


def _words(language: str, known_by: date | None) -> str:
    """Return what all sides read, in the language of the case."""
    with translation.override(language):
        said = gettext("This desk takes your case.")
        if known_by is None:
            return said
        return f"{said} " + gettext("It will know more by %(day)s.") % {"day": date_format(known_by, "DATE_FORMAT")}
