"""How the gate weighs measures against each other: stops against admissions, and positive lists against what they name.

The rules are told in `gate`, which sorts the measures in and asks for the weighing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from landsea_core.rules.findings import GateFinding, KnowledgeGap
from landsea_core.rules.match import Fit, MeasureMatch, is_narrower
from landsea_core.rules.model import Shipment
from landsea_core.rules.reasons import STATE_NOT_SAID, STOP_OF_FEW, MeasureReason


@dataclass(slots=True)
class Weighing:
    """The lists of a verdict while they fill."""

    shipment: Shipment
    stops: list[GateFinding] = field(default_factory=list)
    lists: list[GateFinding] = field(default_factory=list)
    admits: list[GateFinding] = field(default_factory=list)
    other_ways: list[GateFinding] = field(default_factory=list)
    not_now: list[GateFinding] = field(default_factory=list)
    requires: list[GateFinding] = field(default_factory=list)
    eases: list[GateFinding] = field(default_factory=list)
    informs: list[GateFinding] = field(default_factory=list)
    set_aside: list[GateFinding] = field(default_factory=list)
    forbids: list[GateFinding] = field(default_factory=list)
    gaps: list[KnowledgeGap] = field(default_factory=list)
    named: bool = False


def weigh_stops(weighing: Weighing) -> None:
    """Decide for each stop whether it forbids, is outweighed by a more exact admission, or cannot be decided."""
    admits = _keep_full_fits(weighing.admits)
    admits_some = [finding for finding in weighing.admits if finding.match.fit is Fit.PARTLY]
    for stop in weighing.stops:
        code = stop.measure.code
        exempt = next((admission for admission in admits_some if _is_narrower(admission, stop)), None)
        if any(_is_narrower(admission, stop) for admission in admits):
            reason = MeasureReason("outweighed", {"measure": code})
            weighing.set_aside.append(GateFinding(stop.measure, stop.match, stop.standing, reason))
        elif exempt is not None:  # some goods of this short code pass all the same
            values = {"measure": exempt.measure.code, "hs": weighing.shipment.hs}
            weighing.gaps.append(KnowledgeGap(MeasureReason("code_too_short", values), exempt.measure, decides=True))
        elif stop.match.fit is Fit.PARTLY or stop.measure.scope.goods:
            reason = MeasureReason(_say_which_goods(stop), {"measure": code, **_goods_of(stop, weighing.shipment)})
            weighing.gaps.append(KnowledgeGap(reason, stop.measure, decides=reason.code != STOP_OF_FEW))
        elif stop.measure.scope.places and not weighing.shipment.places:
            values = {"measure": code, "places": ", ".join(stop.measure.scope.places)}
            weighing.gaps.append(KnowledgeGap(MeasureReason("stop_at_some_places", values), stop.measure, decides=True))
        elif stop.measure.scope.conditions and not weighing.shipment.condition:
            values = {"measure": code, "conditions": ", ".join(sorted(stop.measure.scope.conditions))}
            weighing.gaps.append(KnowledgeGap(MeasureReason(STATE_NOT_SAID, values), stop.measure, decides=True))
        else:
            weighing.forbids.append(stop)


def _say_which_goods(stop: GateFinding) -> str:
    """The reason for a stop of some goods only: its code is longer than the one asked for, or words narrow it."""
    if stop.match.fit is not Fit.FULLY:
        return "code_too_short"
    return STOP_OF_FEW if stop.measure.scope.exception else "stop_of_some_goods"


def _goods_of(stop: GateFinding, shipment: Shipment) -> dict[str, str]:
    return {"goods": stop.measure.scope.goods, "hs": shipment.hs}


def _is_narrower(one: GateFinding, other: GateFinding) -> bool:
    return is_narrower(one.measure.scope, one.match.prefix, other.measure.scope, other.match.prefix)


def _keep_full_fits(findings: Sequence[GateFinding]) -> list[GateFinding]:
    return [finding for finding in findings if finding.match.fit is Fit.FULLY]


def _keep_for_origin(findings: Sequence[GateFinding]) -> list[GateFinding]:
    """Those that name the goods and their origin: nothing less opens a positive list."""
    return [finding for finding in _keep_full_fits(findings) if finding.match.prefix and finding.measure.scope.origin]


def apply_list(weighing: Weighing, positive_list: GateFinding) -> None:
    """Apply a positive list: what it does not name is forbidden when it is held to be complete, otherwise unknown."""
    shipment = weighing.shipment
    values = {"measure": positive_list.measure.code, "origin": shipment.origin, "hs": shipment.hs}
    if _keep_for_origin(weighing.admits):
        return
    if positive_list.match.fit is Fit.PARTLY or any(one.match.fit is Fit.PARTLY for one in weighing.admits):
        weighing.gaps.append(KnowledgeGap(MeasureReason("code_too_short", values), positive_list.measure, decides=True))
        return
    if shipment.is_from_outside:
        reason = MeasureReason("list_names_ours_only", {"measure": positive_list.measure.code, "hs": shipment.hs})
        weighing.gaps.append(KnowledgeGap(reason, positive_list.measure, decides=True))
        return
    closed = [one for one in _keep_for_origin(_count_as_full(weighing.other_ways)) if _closes_other_ways(one)]
    open_ways = [one for one in _keep_for_origin(_count_as_full(weighing.other_ways)) if not _closes_other_ways(one)]
    if open_ways:
        values["by"] = open_ways[0].measure.code
        weighing.gaps.append(
            KnowledgeGap(MeasureReason("other_way_not_found", values), open_ways[0].measure, decides=True)
        )
    elif closed:
        weighing.forbids.extend(closed)
    elif positive_list.measure.complete:
        later = next((one for one in weighing.not_now if one.match.prefix and one.measure.scope.origin), None)
        code = "list_names_it_not_now" if later else "list_does_not_name_it"
        values["by"] = later.measure.code if later else ""
        weighing.forbids.append(
            GateFinding(positive_list.measure, positive_list.match, positive_list.standing, MeasureReason(code, values))
        )
    else:
        weighing.gaps.append(
            KnowledgeGap(MeasureReason("list_not_complete", values), positive_list.measure, decides=True)
        )


def _count_as_full(findings: Sequence[GateFinding]) -> list[GateFinding]:
    return [
        GateFinding(one.measure, MeasureMatch(Fit.FULLY, one.match.prefix), one.standing, one.reason)
        for one in findings
    ]


def _closes_other_ways(finding: GateFinding) -> bool:
    return finding.measure.scope.modes_only or finding.reason.code == "transit_not_covered"
