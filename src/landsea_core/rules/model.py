"""What a measure is: a rule with its legal act, what it applies to, what it requires, and its life. Data only.

Whether a measure fits a question is `match`, what it is on a day `standing`, what all of them together say `gate`.
"""

from dataclasses import dataclass, field

from landsea_core.countries import OUTSIDE
from landsea_core.rules.days import UNKNOWN_DAY, PartialDay
from landsea_core.rules.measure_kinds import Effect, MeasureKind

MODES = ("road", "rail", "sea", "river", "air")
DIRECTIONS = ("import", "export", "transit", "both")
GENERAL_KNOWLEDGE = "general_knowledge"
"""The grade of what somebody wrote down without opening a source: it is to be confirmed."""
GRADES = ("measured", "published", "reported", "claimed", "derived", "assumed", GENERAL_KNOWLEDGE)


@dataclass(frozen=True, slots=True)
class MeasureScope:
    """What a measure applies to. An empty field is open.

    `hs`: prefixes of HS 2022 codes; `hs_except`: prefixes taken out again. `goods`: words that narrow the codes
    further than HS can ("longan"). `origin`: where the goods were made; `destination`: where they enter;
    `path`: countries of which the route must touch one. `borders`: pairs "TH-KH" of which the route must cross one.
    `modes`: ways of carriage at the border of destination. `modes_only`: for a measure that admits, whether any other
    way is closed (True) or merely not known (False). `land_transit`: countries that goods admitted by land may pass
    through; None when the text was not found, () when none. `places`: codes or names where it applies. `conditions`: the
    states of goods (`CONDITIONS`) for which alone it counts. `exception`: for a stop, whether `goods` names few of the goods
    of its codes ("right-hand drive" of all cars): then it is said, and the others are judged by the other rules.
    """

    hs: tuple[str, ...] = ()
    hs_except: tuple[str, ...] = ()
    goods: str = ""
    origin: frozenset[str] = frozenset()
    destination: frozenset[str] = frozenset()
    path: frozenset[str] = frozenset()
    borders: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    modes: frozenset[str] = frozenset()
    modes_only: bool = False
    land_transit: tuple[str, ...] | None = None
    direction: str = "import"
    conditions: frozenset[str] = frozenset()
    exception: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing to have or do. Empty text is "not known", never "none".

    `who`: who issues it. `lead_time` (how long it takes to get it, never a season), `cost`, `validity`: in words with units.
    `sample`: address of a sample paper. `doc`: whether it is a paper that one can hold and that may expire. `hs`: prefixes
    for which alone it is asked, when the measure covers more goods. `condition`: the state (`CONDITIONS`) that the goods must
    be in; goods in another state do not meet it.
    """

    what: str
    who: str = ""
    lead_time: str = ""
    cost: str = ""
    validity: str = ""
    sample: str = ""
    doc: bool = False
    hs: tuple[str, ...] = ()
    condition: str = ""

    def asked_for(self, hs: str) -> bool:
        """Whether it is asked for these goods; a code too short to tell counts as asked."""
        return not self.hs or any(hs.startswith(prefix) or prefix.startswith(hs) for prefix in self.hs)


@dataclass(frozen=True, slots=True)
class Suspension:
    """A time in which a measure does not work. `first` and `last` are its days, inclusive; `last` may be unknown."""

    first: PartialDay
    last: PartialDay = UNKNOWN_DAY
    act: str = ""
    doubt: str = ""
    """What is not sure about its end, as a sentence."""


@dataclass(frozen=True, slots=True)
class Life:
    """The dates of a measure, inclusive, in the calendar of the country that made it.

    An unknown `in_force` means: in force, start not found; unless it is `pending`, that is drafted, announced or signed only,
    with no day on which it begins. `last_day` may lie ahead. `replaced_by`: the code of what
    takes its place; without a `last_day` it is replaced on the days on which that one is in force.
    """

    announced: PartialDay = UNKNOWN_DAY
    in_force: PartialDay = UNKNOWN_DAY
    last_day: PartialDay = UNKNOWN_DAY
    suspensions: tuple[Suspension, ...] = ()
    replaced_by: str = ""
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One rule in one version.

    `complete`: for a positive list, whether the admissions on file are held to be all there are.
    `checked`: day on which somebody opened the source last, ISO; "" for general knowledge. `to_confirm`: what in it no source
    said, as a sentence; for general knowledge that is all of it.
    """

    code: str
    title: str
    kind: MeasureKind
    effect: Effect
    country: str
    authority: str = ""
    legal_act: str = ""
    title_local: str = ""
    summary: str = ""
    scope: MeasureScope = field(default_factory=MeasureScope)
    requirements: tuple[Requirement, ...] = ()
    life: Life = field(default_factory=Life)
    complete: bool = False
    source: str = ""
    grade: str = "assumed"
    checked: str = ""
    note: str = ""
    to_confirm: str = ""
    version: int = 1

    @property
    def is_general_knowledge(self) -> bool:
        """Whether nobody has opened a source for it yet."""
        return self.grade == GENERAL_KNOWLEDGE

    @property
    def is_to_confirm(self) -> bool:
        """Whether it, or a part of it, still has to be looked up in a source."""
        return self.is_general_knowledge or bool(self.to_confirm)

    def conditions_for(self, hs: str) -> frozenset[str]:
        """The states of goods that it names for these goods, as its scope or in what it requires."""
        return self.scope.conditions.union(one.condition for one in self.requirements_for(hs) if one.condition)

    def is_unmet_in(self, condition: str, hs: str) -> bool:
        """Whether it asks that these goods be in another state than `condition`; no when that was not said."""
        return bool(condition) and any(one.condition not in {"", condition} for one in self.requirements_for(hs))

    def requirements_for(self, hs: str) -> tuple[Requirement, ...]:
        """What it requires of these goods."""
        return tuple(one for one in self.requirements if one.asked_for(hs))


@dataclass(frozen=True, slots=True)
class Shipment:
    """What is asked: goods made in `origin` (any country), going to `destination` through `transit`, on a day.

    `hs`: 2 to 10 digits, no dots. `mode`: the way over the border of the destination, "" when not chosen.
    `places`: codes or names on the way, when known. `condition`: one of `CONDITIONS`, "" when nobody said it.
    """

    hs: str
    origin: str
    destination: str
    transit: tuple[str, ...] = ()
    mode: str = ""
    places: tuple[str, ...] = ()
    condition: str = ""

    @property
    def is_from_outside(self) -> bool:
        """Whether the goods were made outside the corridor: the book holds no rule of that country, and none on its goods."""
        return self.origin in OUTSIDE

    @property
    def path(self) -> tuple[str, ...]:
        """The countries in order."""
        return (self.origin, *self.transit, self.destination)
