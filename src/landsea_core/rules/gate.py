"""The gate: may these goods pass on that day, and what is needed. It weighs measures; it knows no files and no pages.

How it decides, in this order:

1. A measure that is in force and forbids stops the goods, unless one that admits them by this way is in force and more
   exact: it lies within the stop's scope and is narrower (`match.is_narrower`). Otherwise the stop holds.
2. Under a positive list only what a measure in force admits for this origin, by name of goods, by this way and through
   these countries may enter. What none names is forbidden when the list is held to be complete, otherwise unknown.
3. Goods that no measure in force names are unknown: duties (declare, pay) prove nothing about goods, whatever they name.
4. What remains is allowed, or allowed with the requirements that apply. A doubt never turns into a permission: it is
   listed under `unknown` also when it does not decide.
5. Whether goods are new, used or waste no code tells: `conditions` says how that counts.
6. What is allowed says what carries it, and which kinds of rules nobody looked at (`basis`). Example: refrigerators that only
   "industrial goods may enter" lets in are allowed with requirements, on a general basis. A market that admits goods by name
   has looked at what comes in, never at what may leave elsewhere: maize of Myanmar is named by China's list and needs a
   licence at home.
7. Goods may be made outside the corridor: then the destination's rules on goods of any origin answer, no list refuses them for
   not naming their country, and the verdict says that the rest is not in the book (`_note_outside`).
"""

from dataclasses import replace
from datetime import date

from landsea_core.rules.basis import (
    find_basis,
    is_admitted_by_name,
    list_kinds_not_looked_at,
    list_ways_not_looked_at,
)
from landsea_core.rules.book import Book
from landsea_core.rules.conditions import compare_conditions, find_conditions, note_condition
from landsea_core.rules.findings import ConditionAnswer, GateAnswer, GateFinding, KnowledgeGap, Verdict, VerdictBasis
from landsea_core.rules.match import Fit, MeasureMatch, find_foreign_transit
from landsea_core.rules.measure_kinds import ABOUT_MONEY, NOT_ABOUT_GOODS, Effect
from landsea_core.rules.model import Measure, Shipment
from landsea_core.rules.reasons import MeasureReason
from landsea_core.rules.standing import Standing
from landsea_core.rules.weighing import Weighing, apply_list, weigh_stops

PERMISSIONS = frozenset({GateAnswer.ALLOWED, GateAnswer.ALLOWED_WITH})


def ask_gate(book: Book, shipment: Shipment, day: date) -> Verdict:
    """What the measures of `book` say about the shipment on `day` (a day of the country of destination)."""
    weighing = Weighing(shipment)
    for measure, fitting in book.find_fitting(shipment):
        if measure.kind not in NOT_ABOUT_GOODS:
            _sort_in(weighing, measure, fitting, book.standing(measure, day))
    _drop_foreign_transit(weighing)
    weigh_stops(weighing)
    for positive_list in weighing.lists:
        apply_list(weighing, positive_list)
    if not weighing.forbids and not weighing.named and not any(gap.decides for gap in weighing.gaps):
        weighing.gaps.append(
            KnowledgeGap(MeasureReason("nothing_names_these_goods", {"hs": shipment.hs}), decides=True)
        )
    _note_doubts(weighing)
    _note_outside(weighing)
    is_open = not weighing.forbids and not any(gap.decides for gap in weighing.gaps)
    weighing.gaps += note_condition(shipment, [*weighing.requires, *weighing.eases], is_open)
    answer = _decide_answer(weighing)
    basis, not_looked_at = _weigh_the_book(book, weighing, day) if answer in PERMISSIONS else (None, ())
    return Verdict(
        answer,
        shipment,
        day,
        tuple(weighing.forbids),
        tuple(weighing.admits),
        tuple([*weighing.admits, *weighing.requires]),
        tuple(weighing.eases),
        tuple(weighing.informs),
        tuple(weighing.set_aside),
        tuple(weighing.gaps),
        basis,
        not_looked_at,
        _ask_for_each_condition(book, weighing, day),
    )


def _ask_for_each_condition(book: Book, weighing: Weighing, day: date) -> tuple[ConditionAnswer, ...]:
    """The answer for each state of the goods, where nobody said it and a rule that works on the day hangs on it."""
    if weighing.shipment.condition:
        return ()
    working = [finding.measure for finding in (*weighing.stops, *weighing.requires, *weighing.eases)]
    return compare_conditions(
        find_conditions(working, weighing.shipment.hs),
        lambda said: ask_gate(book, replace(weighing.shipment, condition=said), day),
    )


def _weigh_the_book(book: Book, weighing: Weighing, day: date) -> tuple[VerdictBasis, tuple[str, ...]]:
    """What carries the permission, and what was not looked at: noted as a gap that does not decide."""
    shipment = weighing.shipment
    basis = find_basis(shipment, [*weighing.admits, *weighing.requires, *weighing.eases])
    missing = list_ways_not_looked_at(book.coverage, shipment, day)
    if shipment.is_from_outside or not is_admitted_by_name(shipment, weighing.admits):
        missing = (*list_kinds_not_looked_at(book.coverage, shipment, day), *missing)
    if missing:
        weighing.gaps.append(KnowledgeGap(MeasureReason("not_looked_at", {"kinds": ", ".join(missing)})))
    return basis, missing


def _decide_answer(weighing: Weighing) -> GateAnswer:
    if weighing.forbids:
        return GateAnswer.FORBIDDEN
    if any(gap.decides for gap in weighing.gaps):
        return GateAnswer.UNKNOWN
    needs = any(
        finding.measure.requirements_for(weighing.shipment.hs) for finding in (*weighing.admits, *weighing.requires)
    )
    return GateAnswer.ALLOWED_WITH if needs else GateAnswer.ALLOWED


def _sort_in(weighing: Weighing, measure: Measure, fitting: MeasureMatch, stands: Standing) -> None:
    def finding(code: str) -> GateFinding:
        values = {"measure": measure.code, "by": stands.by, "ways": ", ".join(sorted(measure.scope.modes))}
        return GateFinding(measure, fitting, stands, MeasureReason(code, values))

    effect = measure.effect
    if not stands.works:
        if fitting.fit is not Fit.OTHER_WAY:
            weighing.set_aside.append(finding(f"set_aside_{stands.state}"))
            if effect is Effect.ADMITS:
                weighing.not_now.append(weighing.set_aside[-1])
        return
    if fitting.fit is Fit.OTHER_WAY:
        if effect is Effect.ADMITS:
            weighing.other_ways.append(finding("admits_other_ways"))
        return
    named = bool(fitting.prefix) and fitting.fit is Fit.FULLY
    if effect is Effect.FORBIDS:
        weighing.stops.append(finding("forbids"))
    elif effect is Effect.LIMITS:
        weighing.lists.append(finding("list_closed"))
    elif effect is Effect.ADMITS:
        weighing.admits.append(finding("admits"))
        weighing.named |= named
    elif effect is Effect.REQUIRES and measure.is_unmet_in(weighing.shipment.condition, weighing.shipment.hs):
        weighing.stops.append(finding("not_in_this_state"))
    elif effect is Effect.REQUIRES and measure.requirements_for(weighing.shipment.hs):
        weighing.requires.append(finding("requires"))
        weighing.named |= named and _speaks_for_destination(measure, weighing.shipment)
    elif effect is Effect.EASES:
        weighing.eases.append(finding("eases"))
        weighing.named |= named and _speaks_for_destination(measure, weighing.shipment)
    else:
        weighing.informs.append(finding("informs"))


def _speaks_for_destination(measure: Measure, shipment: Shipment) -> bool:
    """Whether the rule is about entering the destination: a rule on leaving the origin says nothing of that, nor does one
    on what is paid. Example: a tax on gold bars says what they cost, not that they may come in.
    """
    return measure.kind not in ABOUT_MONEY and shipment.destination in measure.scope.destination


def _drop_foreign_transit(weighing: Weighing) -> None:
    """Admissions that do not cover the countries passed by land admit by other ways only."""
    for finding in list(weighing.admits):
        passed = find_foreign_transit(finding.measure.scope, weighing.shipment)
        if passed:
            weighing.admits.remove(finding)
            values = {"measure": finding.measure.code, "countries": ", ".join(passed)}
            reason = MeasureReason("transit_not_covered", values)
            weighing.other_ways.append(GateFinding(finding.measure, finding.match, finding.standing, reason))


def _note_outside(weighing: Weighing) -> None:
    """Of goods of a country outside the corridor say what the book cannot hold of them."""
    if weighing.shipment.is_from_outside:
        reason = MeasureReason("origin_outside", {"countries": weighing.shipment.destination})
        weighing.gaps.append(KnowledgeGap(reason))


def _note_doubts(weighing: Weighing) -> None:
    """What is not sure, though it does not decide: once for each doubt of a measure that took part."""
    for finding in (*weighing.forbids, *weighing.admits, *weighing.requires):
        weighing.gaps += [KnowledgeGap(doubt, finding.measure) for doubt in finding.doubts]
    for finding in weighing.admits:
        scope = finding.measure.scope
        if scope.goods:
            values = {"measure": finding.measure.code, "goods": scope.goods, "hs": weighing.shipment.hs}
            weighing.gaps.append(KnowledgeGap(MeasureReason("admits_some_goods", values), finding.measure))
        if scope.land_transit is None and weighing.shipment.transit and weighing.shipment.mode in {"road", "rail"}:
            values = {"measure": finding.measure.code, "countries": ", ".join(weighing.shipment.transit)}
            if weighing.lists:
                weighing.gaps.append(KnowledgeGap(MeasureReason("transit_terms_not_found", values), finding.measure))
    for finding in weighing.requires:
        if finding.match.fit is Fit.PARTLY:
            values = {"measure": finding.measure.code, "hs": weighing.shipment.hs, "goods": ""}
            weighing.gaps.append(KnowledgeGap(MeasureReason("code_too_short", values), finding.measure))
