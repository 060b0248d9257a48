"""The page that shows somebody what is kept about them, for all three ways to it: signed in, by a mailed link, by a mailbox."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language

from landsea.base.personal_data import PersonalTable, Subject
from landsea.base.ui.countries import name_country
from landsea.cases.labels import OPENING_REASONS
from landsea.cases.presenters import name_desk
from landsea.privacy import access
from landsea.privacy.field_labels import name_field, write_value
from landsea.privacy.forms import CorrectionForm
from landsea.privacy.home_countries import find_home
from landsea.privacy.periods import describe_period

MOST_OPENINGS = 50


@dataclass(frozen=True)
class ShownTable:
    """One kind as the page shows it: rows of (label, value), and how long they stay."""

    table: PersonalTable
    total: int
    more: int
    rows: list[list[tuple[str, str]]]
    period: str


@dataclass(frozen=True)
class ShownOpening:
    """Somebody opened the name of a filer: when, which case, who, at which desk, why, in which country."""

    at: datetime
    ref: str
    who: str
    desk: str
    country: str
    why: str


def page_context(subject: Subject, *, form: CorrectionForm | None = None) -> dict[str, Any]:
    """Return the context of privacy/data.html."""
    language = get_language() or "en"
    home = find_home(subject)
    return {
        "kept": [_shown_table(one, home) for one in access.find_kept(subject)],
        "openings": [shape_opening(one) for one in access.list_openings_about(subject)[:MOST_OPENINGS]],
        "home": name_country(home, language) if home else "",
        "form": form or CorrectionForm(),
    }


def _shown_table(kept: access.Kept, home: str) -> ShownTable:
    rows = [[(name_field(name), words) for name, value in row if (words := write_value(value))] for row in kept.rows]
    return ShownTable(kept.table, kept.total, kept.more, rows, describe_period(kept.table, home))


def shape_opening(opening: Any) -> ShownOpening:
    """Return a row of the register as pages and sheets show it."""
    return ShownOpening(
        at=opening.at,
        ref=opening.case.ref,
        who=str(opening.user) if opening.user else "",
        desk=name_desk(opening.desk) if opening.desk else "",
        country=opening.desk.office.country if opening.desk else "",
        why=str(OPENING_REASONS.get(opening.why, opening.why)),
    )
