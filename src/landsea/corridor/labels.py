"""What the network's own words are called on pages: modes, kinds, grades, steps."""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from landsea.directory.models.names import name_in
from landsea_core.planner.network.hauls_to_served import is_reckoned
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_rows import Closure, NetworkPlace

MODES = {"rail": _("rail"), "road": _("road"), "sea": _("sea"), "river": _("river"), "air": _("air")}
APPLIES_TO = {
    "import clearance where cargo leaves a service that came from abroad": _(
        "imports, where they leave the line from abroad"
    ),
    "all goods": _("all goods"),
    "general goods": _("general goods"),
    "general air cargo": _("general air cargo"),
    "fresh fruit": _("fresh fruit"),
    "containers": _("containers"),
    "import containers": _("import containers"),
}
"""What most procedures say they are for; the others are remarks of one place, in English."""
UNITS = {"teu": _("containers (TEU)"), "kg": _("kg"), "t": _("tonnes")}
KINDS = {
    "line": _("by timetable"),
    "truck": _("lorry on call"),
    "haul": _("local haulage"),
    "hop": _("over the border"),
}
GRADES = {
    "measured": _("measured"),
    "published": _("published"),
    "reported": _("press"),
    "claimed": _("claimed"),
    "derived": _("our arithmetic"),
    "assumed": _("assumed"),
}
OUR_OWN = frozenset({"", "assumed", "derived"})
"""Grades of what nobody but us says."""
CLOSURES_SAY = {
    "Aranyaprathet - Poipet is closed to cargo since June 2025; no report of a reopening was found.": _(
        "Aranyaprathet – Poipet has been closed to cargo since June 2025; no report of a reopening was found."
    ),
    "Mae Sot - Myawaddy is closed to cargo for long spells since 2024; no report of a lasting reopening was found.": _(
        "Mae Sot – Myawaddy has been closed to cargo for long spells since 2024; no report of a lasting reopening was found."
    ),
    "Ruili - Muse and the roads of the northern Shan State are not passable for planned cargo.": _(
        "Ruili – Muse and the roads of the northern Shan State cannot be used for planned cargo."
    ),
    "Qingshuihe - Chinshwehaw is closed for long spells; ask before you send.": _(
        "Qingshuihe – Chinshwehaw is closed for long spells; ask before you send."
    ),
    "Lang Son gates stand still at Tet 2027 (predicted from 2023: seven days, and 2024).": _(
        "The gates of Lạng Sơn are stopped at Tết 2027 (predicted from 2023, seven days, and 2024)."
    ),
    "Guangxi gates stand still with their neighbours at Spring Festival 2027 (predicted).": _(
        "The gates of Guangxi are stopped with their neighbours at Spring Festival 2027 (predicted)."
    ),
    "Mong Cai - Dongxing stands still at Tet 2027 (predicted from 2024).": _(
        "Móng Cái – Dongxing is stopped at Tết 2027 (predicted from 2024)."
    ),
}
"""What the reference files say of what stands still."""
STEPS = {
    "customs": _("customs"),
    "quarantine": _("quarantine"),
    "gauge change": _("change of gauge"),
    "transhipment": _("transhipment"),
    "port handling": _("port handling"),
    "weigh": _("weighing"),
    "hand in": _("handing in"),
    "unload": _("unloading"),
    "change": _("changing vehicles"),
}
DAYS = {
    "mon": _("Monday"),
    "tue": _("Tuesday"),
    "wed": _("Wednesday"),
    "thu": _("Thursday"),
    "fri": _("Friday"),
    "sat": _("Saturday"),
    "sun": _("Sunday"),
}
SORTS = {
    "sure": _("soonest, counting how sure"),
    "arrival": _("arrives first"),
    "hours": _("quickest on the way"),
    "cost": _("cheapest known price"),
    "co2e": _("least CO2e"),
    "on_time": _("surest"),
}
CARGO = {
    "container": _("containers"),
    "reefer": _("reefers"),
    "bulk": _("bulk"),
    "vehicles": _("vehicles"),
    "dangerous": _("dangerous goods"),
}
HAPPENINGS = {
    "departed": _("left"),
    "arrived": _("arrived"),
    "border_in": _("came to the border post"),
    "border_out": _("was let through"),
}
BASES = {
    "traced": _("one journey, traced"),
    "published": _("published"),
    "reported": _("press"),
    "claimed": _("claimed"),
}


def place_name(place: NetworkPlace) -> str:
    """Return a place's name in the reader's language, where one is on record."""
    return name_in(place.names, get_language() or "en")


def place_names(places: Iterable[NetworkPlace]) -> list[str]:
    """Return the names of places in the reader's language, each once and sorted, for a list to choose from."""
    return sorted({place_name(place) for place in places})


def name_service(corridor: Corridor, one: Service) -> str:
    """Return what a service is called: its own name, which is English; to readers of other languages, and of local ways, its
    ends in their language, with its code where several share them; what was reckoned is on no record and has none.
    """
    is_local = one.kind in ("haul", "hop")
    if not is_local and (get_language() or "en").startswith("en"):
        return one.name
    ends = " – ".join(place_name(corridor.places[one.calls[end].place]) for end in (0, -1))
    if is_local:
        return f"{KINDS[one.kind]}: {ends}"
    return ends if is_reckoned(one) else f"{ends} ({one.id})"


def describe_closed(corridor: Corridor, row: Closure) -> str:
    """Return what stands still: places and services by name, and for which modes where only some stand still."""
    names = [place_name(corridor.places[code]) for code in row.places if code in corridor.places]
    names += [name_service(corridor, corridor.services[one]) for one in row.services if one in corridor.services]
    modes = ", ".join(str(MODES[mode]) for mode in row.modes)
    joined = (" – " if len(names) == 2 else ", ").join(names)  # two are the sides of one border
    return f"{joined} ({modes})" if modes else joined


def describe_days(one: Service) -> str:
    """Return when a service runs, in words; a number a week says that its days are not known."""
    if isinstance(one.days, tuple):
        return ", ".join(str(DAYS[day]) for day in one.days)
    if isinstance(one.days, str):
        return gettext("daily") if one.days == "daily" else gettext("on call")
    if one.days < 1:
        return gettext("every %(count)d days, days not known") % {"count": round(7 / one.days)}
    count = round(one.days)
    return ngettext("%(count)d a week, day not known", "%(count)d a week, days not known", count) % {"count": count}
