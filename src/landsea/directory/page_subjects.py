"""What a desk's page is about, for the form that writes to it: a matter and a place by which the form finds this desk."""

from collections.abc import Collection

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from landsea.base.ui.page_subjects import PageSubject, page_kind
from landsea.directory import access
from landsea.directory.display_names import desk_label
from landsea.directory.models import Competence, Desk
from landsea.directory.models.names import name_in
from landsea.directory.routing import find_accountable_desk
from landsea_core.routing import RoutingQuestion

SHORTEST_CODE = 4
"""Digits of an HS code that name a kind of goods; a chapter names too many."""


@page_kind("desk")
def read_desk(code: str) -> PageSubject | None:
    """Return a desk with what it answers for, as the filing form's fields."""
    desk = access.desks_with_codes([code]).get(code)
    if desk is None:
        return None
    language = get_language() or "en"
    subject = gettext("Desk: %(name)s") % {"name": ", ".join(filter(None, desk_label(desk, language)))}
    url = reverse("desk_page", args=[desk.code])
    row = _row_that_leads_to(desk)
    if row is None:
        return PageSubject(subject, url, country=desk.office.host_country or desk.office.country)
    place = access.place_with_code(row.place) if row.place else None
    return PageSubject(
        subject,
        url,
        place=name_in(place.names, language) if place else "",
        country=row.country or (place.country if place else ""),
        goods=only_goods({one.hs for one in access.competences_of(desk)}),
        matter=row.matter,
        filer_country=row.filer_country,
    )


def only_goods(codes: Collection[str]) -> str:
    """Return the goods that a desk answers for, as a code, where it is one kind; of many kinds the filer says which.

    >>> only_goods({"0810"}), only_goods({"01", "02"}), only_goods({"08"}), only_goods({""})
    ('0810', '', '', '')
    """
    first, *others = codes or ("",)
    return first if len(first) >= SHORTEST_CODE and not others else ""


def _row_that_leads_to(desk: Desk) -> Competence | None:
    """Return the first competence by which a question comes to this desk and to no other; else its first one."""
    rows = list(access.competences_of(desk))
    now = timezone.now()
    for row in rows:
        question = RoutingQuestion(
            topic=row.topic,
            matter=row.matter,
            country=row.country,
            places=access.place_chain(access.place_with_code(row.place)) if row.place else (),
            hs=row.hs,
            direction=row.direction,
            filer_country=row.filer_country,
        )
        found = find_accountable_desk(question, now)
        if desk.pk in {found.desk.pk, found.meant.pk if found.meant else None}:
            return row
    return rows[0] if rows else None
