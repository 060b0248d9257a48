"""Which place somebody means: a code, or a name in any language that is on record. Unknown names get the nearest ones.

Who plans may begin or end in a town that is no place (`towns`).
"""

from collections import defaultdict
from dataclasses import dataclass

from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.land_masses import lie_on_one_land_mass
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.name_folding import fold_place_name
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.towns import (
    AIRPORT,
    SAME_TOWN_KM,
    find_towns,
    is_town,
    list_airports_near,
    list_namesakes,
)
from landsea_core.planner.network.unknown_place import SeveralTowns, UnknownPlace
from landsea_core.planner.network.villages import find_village

NEAREST = 5
LIKE_ENOUGH = 0.55
SAME_AIRPORT_KM = 3
"""So near to an airport on record the gazetteer's is the same one: one of Qingdao's two points lies a kilometre off."""
NEAR_OTHER_END_KM = 150
"""So near to the other end of a journey a town is meant, of several called alike, if the others lie far from it."""
MUCH_FARTHER = 3
"""So many times as far the others must lie."""
NEAR_OF_VILLAGES_KM, FARTHER_VILLAGES = 500, 1.5
"""The same of villages, of which more are called alike and few are asked about from afar."""
FARTHEST_VILLAGE_KM = 1500
"""Nobody asks for a way so long to a village."""
_KIND_ORDER = ("city", "sea_port", "rail_terminal", "dry_port", "airport", "river_port", "border_post")


@dataclass(frozen=True, slots=True)
class JourneyEnd:
    """The place that is meant, and the codes a journey may begin or end at: of a city, all its terminals."""

    place: NetworkPlace
    codes: frozenset[str]


def find_place(corridor: Corridor, said: str) -> JourneyEnd:
    """Return the place a code or name stands for. Raises UnknownPlace with the nearest names.

    A name that several places share means the city first, then ports and stations, then border posts. Words within a name
    mean the place if no other has them: Nansha, Yantian.
    """
    text = said.strip()
    place = corridor.places.get(text.upper())
    if place is None:
        place = _find_by_name(corridor, text)
    return JourneyEnd(place, frozenset({place.code, *list_places_inside(corridor, place.code)}))


def find_end(corridor: Corridor, said: str) -> JourneyEnd:
    """Return where a journey begins or ends: a place, or a town that is none, with its airports where none is on record.

    Raises UnknownPlace, and SeveralTowns where a name is that of several. Only who plans takes towns: nothing else can be said
    of them.
    """
    try:
        end = find_place(corridor, said)
    except UnknownPlace:
        towns = find_towns(said)
        if not towns:
            raise
        if len(towns) > 1:
            raise SeveralTowns(said.strip(), _list_with_cities(corridor, towns)) from None
        end = _find_on_record(corridor, towns[0]) or JourneyEnd(towns[0], frozenset({towns[0].code}))
    else:
        end = _prefer_town(corridor, said, end)
    if end.place.kind != "city" or any(corridor.places[code].kind == AIRPORT for code in end.codes):
        return end
    return JourneyEnd(end.place, end.codes | {one.code for one in _list_own_airports(corridor, end.place)})


def find_ends(corridor: Corridor, origin: str, destination: str) -> tuple[JourneyEnd, JourneyEnd]:
    """Return where a journey begins and ends. Of several towns and landings of one name that one is meant which the other end
    is far nearer to: who asks for Ketapang - Gilimanuk means the landing of Banyuwangi, not the town of Borneo.

    Raises UnknownPlace, and SeveralTowns where the other end does not tell either.
    """
    first, last = _try_end(corridor, origin), _try_end(corridor, destination)
    begins = _find_beside(corridor, origin, first, last) or first or find_end(corridor, origin)
    ends = _find_beside(corridor, destination, last, begins) or last or find_end(corridor, destination)
    if measure_great_circle_km(begins.place, ends.place) > FARTHEST_VILLAGE_KM:
        for said, end in ((origin, begins), (destination, ends)):
            if find_village(end.place.code) and not is_town(said):
                raise UnknownPlace(said, ())  # some larger place elsewhere is meant that is on no list
    return begins, ends


def _prefer_town(corridor: Corridor, said: str, end: JourneyEnd) -> JourneyEnd:
    """Return the town that is called what was said, where the place found has it only as words of its name: Padang is in
    Sumatra, and no part of Padang Besar. The place itself where no town or several are, or it lies at the town.
    """
    folded = fold_place_name(said)
    if said.strip().upper() in corridor.places or folded in _fold_names(corridor).all:
        return end
    towns = [one for one in find_towns(said) if fold_place_name(one.name) == folded]
    if len(towns) != 1 or measure_great_circle_km(towns[0], end.place) <= SAME_TOWN_KM:
        return end
    return JourneyEnd(towns[0], frozenset({towns[0].code}))


def _try_end(corridor: Corridor, said: str) -> JourneyEnd | None:
    """Return an end; None where several towns are called so. Raises UnknownPlace where nothing is."""
    try:
        return find_end(corridor, said)
    except SeveralTowns:
        return None


def _find_beside(
    corridor: Corridor, said: str, found: JourneyEnd | None, other: JourneyEnd | None
) -> JourneyEnd | None:
    """Return the namesake of a town that lies at the other end, the rest of them much farther off; None where that tells
    nothing, or a place on record or a code was named.
    """
    if other is None or is_town(said) or (found is not None and not is_town(found.place.code)):
        return None
    ordered = sorted((measure_great_circle_km(one, other.place), one.code) for one in list_namesakes(said))
    if len(ordered) < 2:
        return None
    village = bool(find_village(ordered[0][1]))
    near, farther = (NEAR_OF_VILLAGES_KM, FARTHER_VILLAGES) if village else (NEAR_OTHER_END_KM, MUCH_FARTHER)
    if ordered[0][0] > near or ordered[0][0] * farther > ordered[1][0]:
        return None
    return find_end(corridor, ordered[0][1])


def _list_with_cities(corridor: Corridor, towns: list[NetworkPlace]) -> tuple[tuple[NetworkPlace, NetworkPlace], ...]:
    """Return each town, and the city on record in its country that it is nearest to, by which people tell it from others."""
    cities = [one for one in corridor.places.values() if one.kind == "city" and not one.retired]
    return tuple(
        (
            town,
            min(
                (one for one in cities if one.country == town.country),
                key=lambda one: measure_great_circle_km(town, one),
            ),
        )
        for town in towns[:NEAREST]
    )


def _find_on_record(corridor: Corridor, town: NetworkPlace) -> JourneyEnd | None:
    """Return the place that a town is, where it is on record by other names than what was said: Cantón is Guangzhou."""
    try:
        end = find_place(corridor, town.name)
    except UnknownPlace:
        return None
    return end if measure_great_circle_km(end.place, town) <= SAME_TOWN_KM else None


def _list_own_airports(corridor: Corridor, place: NetworkPlace) -> list[NetworkPlace]:
    """Return the airports at a place that are on no record: flights on record call at the others, and a haul leads there."""
    known = [one for one in corridor.places.values() if one.kind == AIRPORT and one.country == place.country]
    near = [one for one in list_airports_near(place) if lie_on_one_land_mass(place, one)]
    return [one for one in near if not any(measure_great_circle_km(one, other) <= SAME_AIRPORT_KM for other in known)]


def find_doors(corridor: Corridor, end: JourneyEnd) -> frozenset[str]:
    """Return where somebody's door in a place opens: at the city itself, or at its terminals where nothing calls at it.

    From Bangkok no haul to its terminals is on record; handling there counts all the same.
    """
    code = end.place.code
    called = any(call.place == code for service in corridor.services.values() for call in service.calls)
    return frozenset({code}) if called else end.codes


def find_places_called(corridor: Corridor, said: str) -> list[NetworkPlace]:
    """Return the place with this code, or those with a name on record that holds these words, and what lies in such a city;
    cities first. None where nobody is called so.
    """
    own = corridor.places.get(said.strip().upper())
    if own is not None:
        return [own, *(corridor.places[code] for code in list_places_inside(corridor, own.code))]
    folded = fold_place_name(said)
    known = _fold_names(corridor).all.items()
    named = {place.code: place for name, places in known if folded and folded in name for place in places}
    within = {code: corridor.places[code] for city in named for code in list_places_inside(corridor, city)}
    return sorted((named | within).values(), key=lambda one: (_KIND_ORDER.index(one.kind), one.name))


def list_places_inside(corridor: Corridor, city: str) -> list[str]:
    """Return the codes of the places that lie in a city."""
    return [place.code for place in corridor.places.values() if place.within == city]


def _find_by_name(corridor: Corridor, text: str) -> NetworkPlace:
    folded, known = fold_place_name(text), _fold_names(corridor)
    found = known.proper.get(folded) or known.all.get(folded)
    if not found and folded:
        found = [place for name, places in known.all.items() if _begins_with_words(name, folded) for place in places]
    if not found and folded:
        found = _keep_if_alone(
            [place for name, places in known.all.items() if _holds_words(name, folded) for place in places]
        )
    if found:
        return min(found, key=lambda place: (_KIND_ORDER.index(place.kind), len(place.name), place.code))
    raise UnknownPlace(text, _find_nearest_names(folded, known.all))


@dataclass(frozen=True, slots=True)
class _FoldedNames:
    """The names of a corridor's places, folded: `proper` the English ones, `all` every one on record."""

    places: dict[str, NetworkPlace]
    proper: dict[str, list[NetworkPlace]]
    all: dict[str, list[NetworkPlace]]


_kept: list[_FoldedNames] = []


def _fold_names(corridor: Corridor) -> _FoldedNames:
    """Return the folded names; those of the last corridor asked about are kept, as one question asks several times."""
    kept = _kept[0] if _kept else None  # another thread may keep another network meanwhile
    if kept is not None and kept.places is corridor.places:
        return kept
    found = _FoldedNames(corridor.places, defaultdict(list), defaultdict(list))
    for place in corridor.places.values():
        if place.retired:
            continue
        for name in {*place.names.values(), *place.other_names}:
            found.all[fold_place_name(name)].append(place)
        found.proper[fold_place_name(place.name)].append(place)
    _kept[:] = [found]
    return found


def _keep_if_alone(found: list[NetworkPlace]) -> list[NetworkPlace]:
    """Return the place if it is the only one: words that several names hold mean none of them."""
    return found[:1] if len({place.code for place in found}) == 1 else []


def _holds_words(name: str, folded: str) -> bool:
    """Say whether a name holds whole words, as "guangzhou nansha port" holds "nansha"."""
    return f" {folded} " in f" {name} "


def _begins_with_words(name: str, folded: str) -> bool:
    """Say whether a name begins with whole words, as "vientiane south" begins "vientiane south freight station"."""
    return name.startswith(folded) and (len(name) == len(folded) or name[len(folded)] == " ")


def _find_nearest_names(folded: str, index: dict[str, list[NetworkPlace]]) -> tuple[NetworkPlace, ...]:
    from difflib import get_close_matches

    names = get_close_matches(folded, list(index), n=NEAREST * 2, cutoff=LIKE_ENOUGH)
    found = {index[name][0].code: index[name][0] for name in names}
    return tuple(found.values())[:NEAREST]
