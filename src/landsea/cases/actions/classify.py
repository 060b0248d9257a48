"""Corrects what a case is about. It stays at its desk; the desk or the coordinator hands it on if another answers. What is
corrected is evidence about the reading of the filer's words too.
"""

import re
from collections.abc import Mapping

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.base.ui.countries import CORRIDOR
from landsea.cases.actions.office import open_office_act
from landsea.cases.actions.reading_evidence import find_office_role, find_reading, make_rows
from landsea.cases.labels import DIRECTIONS
from landsea.cases.models import Case
from landsea.cases.understanding.suggestions import find_changed_by_office
from landsea.directory import access as directory_access
from landsea_core.text.quality.corrections import (
    COUNTRY,
    GOODS,
    MATTER,
    TOPIC,
)

READ = {TOPIC: "topic", MATTER: "matter", COUNTRY: "country", GOODS: "hs"}
MAY_CHANGE = ("topic", "matter", "country", "goods", "hs", "direction", "place_text")


HS = re.compile(r"(\d\d){1,3}")
LONGEST = 200


def classify_case(actor, ref: str, changes: dict[str, str], *, now, key: str = "") -> Case:
    """Set topic, matter, country, goods, hs, direction or place_text; each change is kept in the audit, from and to.
    Refused when one of them is not known (`not_listed`).
    """
    with open_office_act(actor, ref, "classify", now=now, key=key) as work:
        changed = {
            name: [getattr(work.case, name), value]
            for name, value in changes.items()
            if name in MAY_CHANGE and getattr(work.case, name) != value
        }
        if not changed:
            raise Refused("nothing_changed", gettext("Nothing was changed."))
        refuse_unknown(changes)
        work.change(**{name: pair[1] for name, pair in changed.items()})
        told = {kind: tuple(changed[name]) for kind, name in READ.items() if name in changed}
        found = find_changed_by_office(find_reading(work.case), told)
        work.rows.corrections += make_rows(work.case, find_office_role(actor), found, now)
        work.facts["changed"] = {
            name: pair for name, pair in changed.items() if name in ("topic", "matter", "country", "hs")
        }
    return work.case


def refuse_unknown(about: Mapping[str, str]) -> None:
    """Raise Refused (`not_listed`) when a topic, matter, country, direction or HS code, which may be left empty, is none
    that we know, or words are too long.
    """
    for name, value in about.items():
        if value and not _is_known(name, value):
            raise Refused("not_listed", gettext("This is not on the list. Choose another one, or leave it to us."))


def _is_known(name: str, value: str) -> bool:
    if name == "topic":
        return value in {topic.code for topic in directory_access.list_topics_in_service()}
    if name == "matter":
        return directory_access.find_matter(value) is not None
    if name == "country":
        return value in CORRIDOR
    if name == "direction":
        return value in DIRECTIONS
    return HS.fullmatch(value) is not None if name == "hs" else len(value) <= LONGEST
