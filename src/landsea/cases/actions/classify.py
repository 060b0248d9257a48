"""Corrects what a case is about. It stays at its desk; the desk or the coordinator hands it on if another answers. What is
corrected is evidence about the reading of the filer's words too.
"""

from django.utils.translation import gettext

from landsea.cases.actions.corrections import office_role, rows_of
from landsea.cases.actions.doing import Refused
from landsea.cases.actions.office import office_doing
from landsea.cases.models import Case
from landsea.cases.reading.suggesting import changed_by_office
from landsea_core.text.corrections import COUNTRY, GOODS, MATTER, TOPIC

READ = {TOPIC: "topic", MATTER: "matter", COUNTRY: "country", GOODS: "hs"}
MAY_CHANGE = ("topic", "matter", "country", "goods", "hs", "direction", "place_text")


def classify(actor, ref: str, changes: dict[str, str], *, now, key: str = "") -> Case:
    """Set topic, matter, country, goods, hs, direction or place_text; each change is kept in the audit, from and to."""
    with office_doing(actor, ref, "classify", now=now, key=key) as work:
        changed = {
            name: [getattr(work.case, name), value]
            for name, value in changes.items()
            if name in MAY_CHANGE and getattr(work.case, name) != value
        }
        if not changed:
            raise Refused("nothing_changed", gettext("Nothing was changed."))
        work.change(**{name: pair[1] for name, pair in changed.items()})
        told = {kind: tuple(changed[name]) for kind, name in READ.items() if name in changed}
        found = changed_by_office(work.case.reading, told)
        work.rows.corrections += rows_of(work.case, office_role(actor), found, now)
        work.facts["changed"] = {
            name: pair for name, pair in changed.items() if name in ("topic", "matter", "country", "hs")
        }
    return work.case
