"""What routing talks about: competences, the question asked, reasons, and the result. No data and no decisions here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

COORDINATOR_MATTERS = frozenset({"private_dispute", "court_case", "unclear"})
"""Matters that no office's desk takes: two are handed on (see `outside_bodies`), the third is the coordinator's to sort."""


@dataclass(frozen=True, slots=True)
class Competence:
    """One row of what a desk answers for; an empty column is open and matches anything.

    `country` and `place` say where the problem is; `hs` is a prefix of the Harmonized System code (digits only);
    `direction` is import, export or transit as seen from `country`; `filer_country` is where the filer is at home.
    """

    desk: str
    topic: str = ""
    matter: str = ""
    country: str = ""
    place: str = ""
    hs: str = ""
    direction: str = ""
    filer_country: str = ""


@dataclass(frozen=True, slots=True)
class RoutingQuestion:
    """What is known of a problem; an empty field is unknown. `places` runs from the exact place to wider ones."""

    topic: str = ""
    matter: str = ""
    country: str = ""
    places: tuple[str, ...] = ()
    hs: str = ""
    direction: str = ""
    filer_country: str = ""


@dataclass(frozen=True, slots=True)
class RoutingReason:
    """Why a desk matches, or why it was passed over; `reasons.explain_reason` turns it into words."""

    code: str
    values: Mapping[str, str]


class Specificity(NamedTuple):
    """How exactly a competence fits a question. Compared from left to right, larger is more exact.

    The order is a choice. *Subject* comes first because an officer who knows the matter but sits in the capital can
    act, while one at the gate who answers for something else cannot. *Place* is next: within a matter the one on the
    spot is nearest to the lorry. *Goods* then separate, for instance, the fish from the fruit desk. *Direction* and
    *filer's country* come last: they say whom a desk serves, not what it may decide. A mission stands beside its host's
    authority because its rows leave the topic open, which makes subject 0.

    subject: 3 the very matter, 2 the whole topic, 1 a matter of the topic while the question's matter is unknown,
    0 anything. place: the further to the left in `Question.places`, the larger; 1 only the country, 0 anywhere.
    country: 1 when the column is filled. goods: digits of the HS prefix. direction, filer: 1 when the column is filled.
    """

    subject: int
    place: int
    country: int
    goods: int
    direction: int
    filer: int


@dataclass(frozen=True, slots=True)
class DeskMatch:
    """A desk that answers for the question, with its best competence's specificity and reasons."""

    desk: str
    specificity: Specificity
    reasons: tuple[RoutingReason, ...]


@dataclass(frozen=True, slots=True)
class Routing:
    """The one accountable desk, every desk that matched (best first, also unreachable ones), and the reasons."""

    desk: str
    matches: tuple[DeskMatch, ...]
    reasons: tuple[RoutingReason, ...]
