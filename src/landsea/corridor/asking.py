"""From the address of the plan page to a question for the planner, and from a form to such an address."""

from contextlib import suppress
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.base.numbers import TwoReadings, read_typed_number, write_plain_number
from landsea.corridor.kept_network import find_network
from landsea.rules.goods_readings import list_readings
from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.model import MODES
from landsea_core.planner.network.place_names import find_ends
from landsea_core.planner.network.questions import PlanFault, PlanQuestion
from landsea_core.planner.network.unknown_place import UnknownPlace
from landsea_core.rules import CONDITIONS, read_condition

KEYS = (
    *("from", "to", "ready", "by", "amount", "unit", "reefer", "dg", "goods", "hs", "condition", "origin", "mode"),
    *("doors", "then"),
)


def read_question(asked: QueryDict) -> PlanQuestion:
    """Return the question of a query string. Raises PlanFault with a sentence for what cannot be read."""
    zone = _zone(asked.get("from", ""), asked.get("to", ""))
    amount = _amount(asked.get("amount", ""))
    unit = asked.get("unit", "teu")
    cargo = Cargo(
        teu=amount if unit == "teu" else None,
        kg=amount * (1000 if unit == "t" else 1) if amount is not None and unit != "teu" else None,
        reefer=bool(asked.get("reefer")),
        dangerous=asked.get("dg", "").strip(),
        hs=asked.get("hs", "").replace(".", "").replace(" ", ""),
        origin=asked.get("origin", "").upper(),
        condition=_condition(asked),
    )
    modes = frozenset(asked.getlist("mode")) or frozenset(MODES)
    ready = read_moment(asked.get("ready", ""), zone, "ready")
    latest = (
        read_moment(asked["by"], _zone(asked.get("to", ""), asked.get("from", "")), "by") if asked.get("by") else None
    )
    ends = (asked.get("from", ""), asked.get("to", ""))
    return PlanQuestion(*ends, ready, cargo, modes, latest, doors=bool(asked.get("doors")))


def _condition(asked: QueryDict) -> str:
    """Whether the goods are new, used or waste: as it was chosen, or as their words say."""
    chosen = asked.get("condition", "")
    return chosen if chosen in CONDITIONS else read_condition(asked.get("goods", ""))


def _zone(said: str, other: str) -> ZoneInfo:
    try:
        return ZoneInfo(find_ends(find_network(), said, other)[0].place.zone)
    except UnknownPlace:
        return ZoneInfo("Asia/Shanghai")  # the unknown name is told about when the plan is made


def read_moment(text: str, zone: ZoneInfo, field: str) -> datetime:
    """Return an aware moment; without a zone of its own it is on the clock of the place."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError as fault:
        raise PlanFault(_("Write the time like 2026-12-01T08:00."), "bad_time", field) from fault
    return found if found.utcoffset() is not None else found.replace(tzinfo=zone)


def write_plain_amount(query: QueryDict) -> None:
    """Write the amount of a question so that readers of all languages, to whom its address is sent, take it as the same."""
    with suppress(PlanFault):  # told about when the plan is made
        amount = _amount(query.get("amount", ""))
        if amount is not None:
            query["amount"] = write_plain_number(amount)


def add_goods(asked: QueryDict) -> QueryDict:
    """Return the question with a plain amount, and the HS code and the state of the goods that their words say where none was
    given: the page shows both, so that a wrong reading is seen.
    """
    query = asked.copy()
    write_plain_amount(query)
    goods = query.get("goods", "").strip()
    if goods and not query.get("hs"):
        found = list_readings(goods)
        query["hs"] = found[0].hs if found else ""
    if said := _condition(query):
        query["condition"] = said
    return query


def _amount(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        return read_typed_number(text)
    except TwoReadings as fault:
        said = _("'%(said)s' can be read in two ways. Write %(many)s or %(few)s.")
        words = said % {"said": text.strip(), "many": fault.many, "few": fault.few}
        raise PlanFault(words, "two_readings", "amount") from fault
    except ValueError as fault:
        raise PlanFault(_("Write the amount as a number."), "bad_number", "amount") from fault


def write_eight_tomorrow() -> str:
    """Return eight o'clock tomorrow on the reader's clock, as a form writes it."""
    return (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%dT08:00")


def complete_question(asked: QueryDict) -> QueryDict:
    """Return a question with the moment that the form would begin with, where the address names none: somebody wrote it by
    hand, or links to it. A moment that was emptied stays empty, and is asked for.
    """
    if "ready" in asked:
        return asked
    filled = asked.copy()
    filled["ready"] = write_eight_tomorrow()
    return filled
