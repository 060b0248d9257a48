"""The filer puts right what was understood of a case: matter, place, country, goods. While no desk has taken it, it goes to the
desk that answers for what is meant; later it stays where it is, as after any other correction.
"""

from collections.abc import Mapping

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.access import Need
from landsea.cases.actions.move import begin_step, change_desk
from landsea.cases.actions.open_act import open_act
from landsea.cases.actions.reading_evidence import find_reading, make_rows
from landsea.cases.filing_plan import Filing, plan_for
from landsea.cases.models import Case
from landsea.cases.models.corrections import Who
from landsea.cases.notices import tell_filer, tell_office
from landsea.cases.understanding.meaning import Understood, understand_filing
from landsea.cases.understanding.suggestions import find_changed_by_office
from landsea_core.caseflow import Lane, Side, State, Visibility
from landsea_core.text.quality.corrections import COUNTRY, GOODS, MATTER, TOPIC

READ = {TOPIC: "topic", MATTER: "matter", COUNTRY: "country", GOODS: "hs"}
ACT = "mend"


def mend_case(actor, ref: str, typed: Mapping[str, str], *, now, key: str = "", seen_version=None) -> Case:
    """Set what the filer chose (the fields matter, place_text, country and goods of `MendForm`; what is left empty is read from
    the words again). Refused when nothing changes, and for a closed case.
    """
    with open_act(actor, ref, ACT, now=now, need=Need.FILE_SIDE, key=key, seen_version=seen_version) as work:
        work.side, case = Side.FILER, work.case
        if case.closed_at is not None:
            raise Refused("case_closed", gettext("The case is closed. Open it again first, then correct it."))
        understood = understand_filing({"text": case.text, "filer_country": case.filer_country, **typed})
        meant = _fields_meant(understood, typed)
        changed = {name: value for name, value in meant.items() if getattr(case, name) != value}
        if not changed:
            raise Refused("nothing_changed", gettext("Nothing was changed."))
        told = {kind: (getattr(case, name), changed[name]) for kind, name in READ.items() if name in changed}
        reading = find_reading(case)
        work.change(**changed)
        work.rows.corrections += make_rows(case, Who.FILER, find_changed_by_office(reading, told), now)
        work.facts["changed"] = sorted(changed)
        if case.state in (State.FILED, State.ADMITTED):
            _move_to_right_desk(work)
    return work.case


def _fields_meant(understood: Understood, typed: Mapping[str, str]) -> dict:
    return {
        "topic": understood.topic,
        "matter": understood.matter_code,
        "place": understood.place,
        "place_text": typed.get("place_text", ""),
        "country": understood.country or (understood.place.country if understood.place else ""),
        "goods": understood.goods,
        "hs": understood.hs,
    }


def _move_to_right_desk(work) -> None:
    """Make the desk accountable that a filing of these words would have come to; its time begins anew."""
    case = work.case
    plan = plan_for(_filing_of(case), work.now)
    work.change(routing=plan.reasons)
    if plan.desk.pk == case.desk_id:
        return
    change_desk(work, plan.desk, ACT, "")
    work.rows.steps_ended.append((case.pk, work.now, ACT))
    begin_step(work)
    tell_filer(work, "case_moved_desk")
    tell_office(work, "case_arrived")


def _filing_of(case: Case) -> Filing:
    return Filing(
        text=case.text,
        visibility=Visibility(case.visibility),
        lane=Lane(case.lane),
        place_code=case.place.code if case.place else "",
        country=case.country,
        filer_country=case.filer_country,
        goods=case.goods,
        hs=case.hs,
        topic=case.topic,
        matter=case.matter,
        direction=case.direction,
    )
