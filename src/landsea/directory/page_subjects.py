"""What a desk's page is about, for the form that writes to it: a matter and a place by which the form finds this desk."""

from functools import partial

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from landsea.base.ui.page_subjects import PageSubject, find_only_goods, page_kind
from landsea.directory import access
from landsea.directory.display_names import name_desk
from landsea.directory.models import Competence, Desk
from landsea.directory.models.names import name_in
from landsea.directory.routing import find_accountable_desk
from landsea_core.routing import RoutingQuestion


@page_kind("desk")
def read_desk(code: str) -> PageSubject | None:
    """Return a desk; by which matter and place the filing form finds it is looked up where a form begins."""
    desk = access.find_desks([code]).get(code)
    if desk is None:
        return None
    language = get_language() or "en"
    subject = gettext("Desk: %(name)s") % {"name": ", ".join(filter(None, name_desk(desk, language)))}
    url = reverse("desk_page", args=[desk.code])
    return PageSubject(subject, url, look_up=partial(_fields_that_lead_to, desk, language))


def _fields_that_lead_to(desk: Desk, language: str) -> dict[str, str]:
    """Return what the desk answers for, as the filing form's fields."""
    row = _row_that_leads_to(desk)
    if row is None:
        return {"country": desk.office.host_country or desk.office.country}
    place = access.find_place(row.place) if row.place else None
    return {
        "place_text": name_in(place.names, language) if place else "",
        "country": row.country or (place.country if place else ""),
        "goods": find_only_goods({one.hs for one in access.list_competences(desk)}),
        "matter": row.matter,
        "filer_country": row.filer_country,
    }


def _row_that_leads_to(desk: Desk) -> Competence | None:
    """Return the first competence by which a question comes to this desk and to no other; else its first one."""
    rows = list(access.list_competences(desk))
    now = timezone.now()
    for row in rows:
        question = RoutingQuestion(
            topic=row.topic,
            matter=row.matter,
            country=row.country,
            places=access.place_chain(access.find_place(row.place)) if row.place else (),
            hs=row.hs,
            direction=row.direction,
            filer_country=row.filer_country,
        )
        found = find_accountable_desk(question, now)
        if desk.pk in {found.desk.pk, found.meant.pk if found.meant else None}:
            return row
    return rows[0] if rows else None
