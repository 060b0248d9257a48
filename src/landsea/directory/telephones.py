"""Public telephones of an office in the reader's words: what answers, whose line it is, at which hours, who says so.

Numbers of people are contacts; they never come here.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsea.base.ui.countries import name_country
from landsea.base.ui.times import find_locale
from landsea.directory import access
from landsea.directory.desk_cards import write_desk_title
from landsea.directory.display_names import name_desk
from landsea.directory.labels import GRADES
from landsea.directory.models import Desk, Office, OfficeTelephone
from landsea.directory.models.names import name_in
from landsea_core.clock.hours import Interval
from landsea_core.contacts.cards import ORGANIZATION, Card, CardTelephone
from landsea_core.reference.telephones import ALL_DAY, Opening, read_opening_hours

CARDS = uuid.UUID("6f5c3c0e-6d0b-5b5e-9d5e-0d3f1f2a7c11")
"""The namespace of cards' identifiers (RFC 4122, version 5): the same desk has the same one for ever."""
WITH_SCHEME = ("http://", "https://")
KINDS = {
    "switchboard": gettext_lazy("switchboard"),
    "enquiries": gettext_lazy("for questions"),
    "hotline": gettext_lazy("hotline"),
    "duty": gettext_lazy("for emergencies"),
    "consular_protection": gettext_lazy("consular protection, for citizens in need"),
}
SHARED = {
    "authority": gettext_lazy("shared line of the authority it belongs to"),
    "government": gettext_lazy("shared line of the government for all departments"),
}


@dataclass(frozen=True)
class TelephoneLine:
    """A telephone to be shown. `said_on` is a day, month or year as its source writes it, or empty."""

    href: str
    display: str
    what: str
    hours: str
    note: str
    said_on: str
    grade: str
    row: OfficeTelephone


def list_telephones(office: Office, language: str) -> list[TelephoneLine]:
    """Return the public telephones of an office in the reader's language, in the order in which to try them."""
    return [_telephone_line(row, office, language) for row in access.list_telephones_of_office(office.pk)]


def find_website(office: Office) -> str:
    """Return the address of an office's own page, to be followed; empty when none is known."""
    website = office.website
    return website if not website or website.startswith(WITH_SCHEME) else f"https://{website}"


def describe_hours(text: str, language: str) -> str:
    """Return the hours of a telephone in words: "Mon–Thu 09:00–13:00, 14:00–17:00; Fri 09:00–12:15"; empty for none.

    The days come from CLDR. The times are local to the office.
    """
    if text == ALL_DAY:
        return _("day and night, every day")
    days = find_locale(language).days["format"]["abbreviated"]
    return "; ".join(
        f"{_days_in_words(part, days)} {_times_in_words(part.intervals)}" for part in read_opening_hours(text)
    )


def make_desk_card(desk: Desk, language: str, *, labelled: bool = False) -> Card:
    """Return a desk (with office) as a card for phone books, in the reader's language; nobody is named on it. `labelled`:
    each number bears what answers there, which telephones show and plain files do without.
    """
    name, office = name_desk(desk, language)
    lines = list_telephones(desk.office, language)
    return Card(
        uid=str(uuid.uuid5(CARDS, f"desk:{desk.code}")),
        kind=ORGANIZATION,
        name=write_desk_title(desk, language),
        units=(office,) if office == name else (office, name),
        telephones=tuple(CardTelephone(one.row.number, one.what if labelled else "") for one in lines),
        languages=tuple(desk.office.languages),
        address=settings.PUBLIC_ADDRESS + reverse("desk_page", args=[desk.code]),
        note="\n".join(_in_one_line(one) for one in lines),
    )


def _telephone_line(row: OfficeTelephone, office: Office, language: str) -> TelephoneLine:
    what = [str(KINDS[row.kind])]
    if row.whose in SHARED:
        what.append(str(SHARED[row.whose]))
    if not row.number.startswith("+"):
        where = name_country(office.calendar_country, language)
        what.append(_("can be dialled in %(country)s only") % {"country": where})
    return TelephoneLine(
        href=f"tel:{row.number}",
        display=row.display,
        what=", ".join(what),
        hours=describe_hours(row.hours, language),
        note=name_in(row.note, language) if row.note else "",
        said_on=row.said_on,
        grade=str(GRADES[row.grade]),
        row=row,
    )


def _days_in_words(part: Opening, names: dict[int, str]) -> str:
    return names[part.first] if part.first == part.last else f"{names[part.first]}–{names[part.last]}"


def _times_in_words(intervals: Iterable[Interval]) -> str:
    return ", ".join(f"{a // 60:02}:{a % 60:02}–{b // 60:02}:{b % 60:02}" for a, b in intervals)


def _in_one_line(one: TelephoneLine) -> str:
    source = _("Source: %(source)s") % {"source": one.row.source}
    return "; ".join(part for part in (f"{one.display}: {one.what}", one.hours, one.note, source) if part)
