"""A question for a checklist as it was typed: which goods are meant, how it is kept and called, what its keeper hears of."""

from landsea.base.ui.countries import name_country
from landsea.rules.actions.watch import Wish
from landsea.rules.goods_readings import Goods, list_readings
from landsea.rules.hs_in_words import say_code
from landsea.rules.labels import CONDITIONS, MODES, PURPOSES
from landsea_core.rules import Purpose, Shipment, read_condition


def find_goods_meant(typed: dict, purpose: Purpose) -> list[Goods]:
    """Return the goods that may be meant, best first; empty when they are needed and none was recognised."""
    if typed["hs"]:
        return [Goods(typed["hs"], say_code(typed["hs"]), typed["goods"])]
    if not typed["goods"]:
        return [] if purpose is Purpose.SELL else [Goods("", "")]
    return list_readings(typed["goods"]) or ([] if purpose is Purpose.SELL else [Goods("", "")])


def write_question(typed: dict, chosen: Goods) -> dict:
    """Return the question with these goods, as a watch keeps it."""
    return {
        "purpose": str(Purpose(typed["purpose"])),
        "goods": typed["goods"] or chosen.name,
        "hs": chosen.hs,
        "origin": typed["origin"],
        "destination": typed["destination"],
        "transit": list(typed["transit"]),
        "mode": typed["mode"],
        "condition": find_condition_meant(typed),
    }


def find_condition_meant(typed: dict) -> str:
    """Return whether the goods are new, used or waste: as it was chosen, or as the words for the goods say; "" for neither."""
    return typed["condition"] or read_condition(typed["goods"])


def find_shipment_meant(typed: dict) -> Shipment:
    """Return the shipment of a question, its goods still open."""
    ends, transit = (typed["origin"], typed["destination"]), tuple(typed["transit"])
    return Shipment("", *ends, transit, typed["mode"], condition=find_condition_meant(typed))


def make_wish(question: dict, typed: dict, language: str, title: str) -> Wish:
    """Return the watch that keeps a question: its goods, countries and way are what its keeper hears of."""
    return Wish(
        email=typed["email"],
        language=language,
        frequency=typed["frequency"],
        name=typed["name"] or title,
        hs=(question["hs"],) if question["hs"] else (),
        origins=(question["origin"],),
        destinations=(question["destination"],),
        modes=(question["mode"],) if question["mode"] else (),
        kinds=("visa_entry",) if question["purpose"] == Purpose.PEOPLE else (),
        question=question,
    )


def write_title(question: dict, language: str) -> str:
    """Return a question in a line: goods, their state where their words do not say it, from, to, way."""
    ends = " – ".join(
        name_country(question[end], language).replace(" ", "\N{NO-BREAK SPACE}") for end in ("origin", "destination")
    )
    way = str(MODES.get(question["mode"], ""))
    what = question["goods"] or str(PURPOSES[question["purpose"]])
    state = question.get("condition", "")
    said = str(CONDITIONS[state]) if state in CONDITIONS and read_condition(question["goods"]) != state else ""
    return ", ".join(part for part in (what, said, ends, way) if part)[:120]
