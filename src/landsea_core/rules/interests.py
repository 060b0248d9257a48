"""Whom a measure concerns: interests that people have put down, compared with what a measure applies to.

The database does the same by arrays for a hundred thousand interests at once (`landsea.rules.actions.spread`); a test
compares the two.
"""

from dataclasses import dataclass

from landsea_core.rules.model import Measure


@dataclass(frozen=True, slots=True)
class Interest:
    """What somebody wants to hear of. An empty field is open; what a measure leaves open concerns everybody."""

    hs: tuple[str, ...] = ()
    origins: frozenset[str] = frozenset()
    destinations: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a measure reaches, as comparing needs it. An empty field is open; see `find_reach`."""

    kind: str
    hs: tuple[str, ...] = ()
    origins: frozenset[str] = frozenset()
    destinations: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()


def find_reach(measure: Measure) -> Reach:
    """Where the measure reaches. Countries that it names on the way count beside its origins and destinations; when it
    names neither of those, an interest must have one of them as origin or destination (`either`)."""
    scope = measure.scope
    ways = scope.path | {country for border in scope.borders for country in border.split("-")}
    return Reach(
        kind=str(measure.kind),
        hs=scope.hs,
        origins=scope.origin | ways if scope.origin else frozenset(),
        destinations=scope.destination | ways if scope.destination else frozenset(),
        either=frozenset() if scope.origin or scope.destination else ways,
        places=frozenset(scope.places),
        modes=scope.modes,
    )


def is_concerned_by(interest: Interest, measure: Measure) -> bool:
    """Whether a change of the measure concerns this interest: every field that both fill has something in common."""
    reached = find_reach(measure)
    pairs = (
        (interest.kinds, frozenset({reached.kind})),
        (interest.modes, reached.modes),
        (interest.places, reached.places),
        (interest.origins, reached.origins),
        (interest.destinations, reached.destinations),
        (interest.origins | interest.destinations, reached.either),
    )
    met = all(not ours or not theirs or ours & theirs for ours, theirs in pairs)
    return met and have_goods_in_common(interest.hs, reached.hs)


def touches_plan(plan: Interest, measure: Measure) -> bool:
    """Whether a change of the measure touches a plan: it concerns the plan and names its goods, a place or a way of it.
    A rule about goods touches no plan whose goods are not known, or every plan would hear of every rule.
    """
    reached = find_reach(measure)
    if reached.hs and not plan.hs:
        return False
    named = ((plan.hs, reached.hs), (plan.places, reached.places), (plan.modes, reached.modes))
    return any(ours and theirs for ours, theirs in named) and is_concerned_by(plan, measure)


def have_goods_in_common(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two lists of HS prefixes have goods in common; an empty list is all goods."""
    if not ours or not theirs:
        return True
    return any(one.startswith(other) or other.startswith(one) for one in ours for other in theirs)
