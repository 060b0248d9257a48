"""What the API of rules hands out, as plain data, and how its questions are read. Days are ISO, codes stay as they are; what a
program reads is stable: a measure's code and the number of a version are never used again for another."""

from datetime import date, datetime, time
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.base.translation.sentences import say_sentence
from landsea.rules import access
from landsea.rules.facts import changes_of
from landsea.rules.hs import hs_codes, name_of
from landsea.rules.models import Version
from landsea.rules.words import change_words, reason_words
from landsea_core.reference.vocabulary import PLACE_COUNTRIES
from landsea_core.rules import (
    MODES,
    Book,
    Checklist,
    Effect,
    Measure,
    MeasureKind,
    MeasureReason,
    MeasureState,
    Purpose,
    Shipment,
    describe_verdict,
    row_from_measure,
)
from landsea_core.rules.check import MAKERS, check_hs_code

A_PAGE, MOST = 50, 200


class BadQuestion(ValueError):
    """A parameter that means nothing: `field` names it, the message is a sentence that says what to give."""

    def __init__(self, field: str, sentence: str):
        super().__init__(sentence)
        self.field = field


def day_in(asked: QueryDict, name: str, default: date | None = None) -> date | None:
    """A day of the question. Raises BadQuestion."""
    if not asked.get(name):
        return default
    try:
        return date.fromisoformat(asked[name])
    except ValueError:
        raise BadQuestion(name, _("Write the day like 2026-08-01.")) from None


def known_in(asked: QueryDict) -> datetime | None:
    """The end, in UTC, of the day on which the reader asks what was known; None for now. Raises BadQuestion."""
    day = day_in(asked, "known")
    return datetime.combine(day, time.max, timezone.get_default_timezone()) if day else None


def book_in(asked: QueryDict) -> Book:
    """The measures as they are known now, or as they were on the day asked for. Raises BadQuestion."""
    known = known_in(asked)
    return access.book_as_of(known) if known else access.book()


def one_of(asked: QueryDict, name: str, choices, *, upper: bool = False) -> str:
    """A code that must be one of a list, "" when not given. Raises BadQuestion with the list."""
    given = asked.get(name, "").strip()
    given = given.upper() if upper else given
    if given and given not in list(choices):
        raise BadQuestion(name, _("Give one of: %(choices)s.") % {"choices": ", ".join(choices)})
    return given


def wanted_in(asked: QueryDict) -> access.Wanted:
    """The filters of a list. Raises BadQuestion."""
    return access.Wanted(
        words=asked.get("q", "")[:200],
        country=one_of(asked, "country", MAKERS, upper=True),
        kind=one_of(asked, "kind", [str(one) for one in MeasureKind]),
        effect=one_of(asked, "effect", [str(one) for one in Effect]),
        hs=hs_in(asked, needed=False),
        origin=one_of(asked, "origin", PLACE_COUNTRIES, upper=True),
        destination=one_of(asked, "destination", PLACE_COUNTRIES, upper=True),
        mode=one_of(asked, "mode", MODES),
    )


def state_in(asked: QueryDict) -> str:
    """The state on the day that measures must have; "" for any. Raises BadQuestion."""
    return one_of(asked, "state", [str(one) for one in MeasureState])


def limit_in(asked: QueryDict) -> int:
    """How many at once. Raises BadQuestion."""
    given = asked.get("limit", "")
    if not given:
        return A_PAGE
    if not (given.isascii() and given.isdigit() and len(given) <= 6 and 1 <= int(given) <= MOST):
        raise BadQuestion("limit", _("Give a number from 1 to %(most)d.") % {"most": MOST})
    return int(given)


def hs_in(asked: QueryDict, *, needed: bool = True) -> str:
    """An HS code of 2 to 10 digits, dots or not. Raises BadQuestion, with the nearest codes for one that does not exist."""
    code = "".join(asked.get("hs", "").replace(".", "").split())
    if not code and not needed:
        return ""
    if not (code.isascii() and code.isdigit() and 2 <= len(code) <= 10):
        raise BadQuestion("hs", _("Give an HS code of 2 to 10 digits, like 081060 or 0810.60."))
    if sentence := check_hs_code(code, hs_codes()):
        raise BadQuestion("hs", str(sentence))
    return code


def shipment_in(asked: QueryDict, *, goods_needed: bool = True) -> Shipment:
    """The shipment of a question to the gate or for a checklist. Raises BadQuestion."""
    ends = {}
    for name in ("origin", "destination"):
        ends[name] = one_of(asked, name, PLACE_COUNTRIES, upper=True)
        if not ends[name]:
            raise BadQuestion(name, _("Give one of: %(choices)s.") % {"choices": ", ".join(PLACE_COUNTRIES)})
    if ends["origin"] == ends["destination"]:
        raise BadQuestion("destination", _("Choose another country: goods that stay at home pass no border."))
    transit = tuple(code.strip().upper() for code in asked.get("transit", "").split(",") if code.strip())
    if wrong := [code for code in transit if code not in PLACE_COUNTRIES]:
        raise BadQuestion(
            "transit", _("Give one of: %(choices)s.") % {"choices": ", ".join(PLACE_COUNTRIES)} + f" ({wrong[0]})"
        )
    mode = one_of(asked, "mode", MODES)
    return Shipment(hs_in(asked, needed=goods_needed), ends["origin"], ends["destination"], transit, mode)


def measure_data(book: Book, measure: Measure, day: date) -> dict[str, Any]:
    """A measure with all it says, and its standing on `day`."""
    stands = book.standing(measure, day)
    row = row_from_measure(measure)
    row.pop("version")
    return row | {
        "on": day.isoformat(),
        "state": str(stands.state),
        "doubts": [reason_words(MeasureReason(doubt, {"measure": measure.code})) for doubt in stands.doubts],
        "stale": access.is_stale(measure, timezone.localdate()),
    }


def version_data(version: Version, *, whole: bool = False) -> dict[str, Any]:
    """A version of a measure: when it counted, what it changed; with `whole` all that it says."""
    told = {
        "measure": version.measure.code,
        "number": version.number,
        "state": version.state,
        "published_at": version.published_at.isoformat(),
        "ended_at": version.ended_at.isoformat() if version.ended_at else None,
        "changes": [change_words(change) for change in changes_of(version)],
        "note": version.note,
    }
    return told | {"says": version.row} if whole else told


def checklist_data(found: Checklist) -> dict[str, Any]:
    """A checklist: the gate's answer, and the steps in the order in which to do them."""
    answer = describe_verdict(found.verdict, say_sentence) if found.verdict else None
    return {
        "purpose": str(found.purpose),
        "on": found.day.isoformat(),
        "goods": {"hs": found.shipment.hs, "name": name_of(found.shipment.hs) if found.shipment.hs else ""},
        "verdict": answer["verdict"] if answer else None,
        "forbids": answer["forbids"] if answer else [],
        "unknown": answer["unknown"] if answer else [],
        "steps": [
            {
                "measure": step.measure.code,
                "title": step.measure.title,
                "kind": str(step.measure.kind),
                "legal_act": step.measure.legal_act,
                "authority": step.measure.authority,
                "in_force": step.measure.life.in_force.text,
                "source": step.measure.source,
                "grade": step.measure.grade,
                "checked": step.measure.checked,
                "offered": step.offered,
                "requires": [
                    {
                        "key": item.key,
                        "what": item.requirement.what,
                        "who": item.requirement.who,
                        "lead_time": item.requirement.lead_time,
                        "cost": item.requirement.cost,
                        "validity": item.requirement.validity,
                        "sample": item.requirement.sample,
                        "doc": item.requirement.doc,
                    }
                    for item in step.items
                ],
            }
            for step in found.entries
        ],
        "to_meet": len(found.duties),
    }


def purpose_in(asked: QueryDict) -> Purpose:
    """What somebody wants in the market; selling unless said otherwise. Raises BadQuestion."""
    return Purpose(one_of(asked, "purpose", [str(one) for one in Purpose]) or Purpose.SELL)
