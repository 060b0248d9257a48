"""Open barriers that somebody who is about to file may share."""

from django.db.models import Q

from landsea.barriers.access.barriers import Seen, add_tallies, list_barriers
from landsea.barriers.models import Barrier
from landsea.likeness.access import compute_vector, find_nearest_texts
from landsea.likeness.models import TextKind
from landsea_core.likeness import ALIKE, TextHints

MOST_BESIDE = 3


def open_barriers_like(
    *, matter: str = "", country: str = "", place_code: str = "", hs: str = "", text: str = ""
) -> list[Seen]:
    """Return open barriers that a filer with this matter, country, place and goods may share, at most three; then those in
    the same country (or of none) whose public words read like the filer's, in whatever language.
    """
    found: list[Barrier] = []
    if matter and country:
        fitting = list_barriers(closed=False).filter(matter=matter, country=country)
        fitting = fitting.filter(Q(place=None) | Q(place__code=place_code)).filter(Q(chapter="") | Q(chapter=hs[:2]))
        found = list(fitting[:MOST_BESIDE])
    vector = compute_vector(text, TextHints(matter=matter, hs=hs)) if len(found) < MOST_BESIDE else None
    if vector is not None:
        among = {str(row.pk): row for row in list_barriers(closed=False).exclude(pk__in=[one.pk for one in found])}
        among = {key: row for key, row in among.items() if not country or row.country in ("", country)}
        near = find_nearest_texts(TextKind.BARRIER, vector, among=among, most=MOST_BESIDE - len(found), least=ALIKE)
        found += [among[one.key] for one in near]
    return add_tallies(found)
