"""Groups of goods by chapters of HS 2022, in which the book is looked through: each chapter lies in exactly one group.

Chapter 77 is empty and chapters 98 and 99 are national, so no group holds them.
"""

from landsea_core.sentences import Sentence


def _chapters(first: int, last: int) -> tuple[str, ...]:
    return tuple(f"{number:02}" for number in range(first, last + 1))


GROUPS = {
    "animals_meat_dairy": ("01", "02", "04", "05"),
    "fish": ("03",),
    "plants_fruit_vegetables": ("06", "07", "08"),
    "grain_oilseeds_spices": _chapters(9, 14),
    "prepared_food": _chapters(15, 24),
    "minerals_fuels": _chapters(25, 27),
    "chemicals_medicines": _chapters(28, 38),
    "plastics_rubber": ("39", "40"),
    "hides_wood_paper": _chapters(41, 49),
    "textiles_footwear": _chapters(50, 67),
    "stone_metals_jewellery": tuple(one for one in _chapters(68, 83) if one != "77"),
    "machines_electronics": ("84", "85", "90", "91", "92"),
    "vehicles": _chapters(86, 89),
    "arms": ("93",),
    "other_goods": _chapters(94, 97),
}
"""Code of a group -> its chapters."""
GROUPS_IN_WORDS = {
    "animals_meat_dairy": Sentence("animals, meat, milk, eggs"),
    "fish": Sentence("fish and seafood"),
    "plants_fruit_vegetables": Sentence("plants, vegetables, fruit"),
    "grain_oilseeds_spices": Sentence("grain, oilseeds, coffee, tea, spices"),
    "prepared_food": Sentence("prepared food, drinks, tobacco"),
    "minerals_fuels": Sentence("minerals, ores, fuels"),
    "chemicals_medicines": Sentence("chemicals, fertilisers, medicines"),
    "plastics_rubber": Sentence("plastics and rubber"),
    "hides_wood_paper": Sentence("hides, wood, paper"),
    "textiles_footwear": Sentence("textiles, clothes, shoes"),
    "stone_metals_jewellery": Sentence("stone, glass, metals, jewellery"),
    "machines_electronics": Sentence("machines, electronics, instruments"),
    "vehicles": Sentence("vehicles, ships, aircraft"),
    "arms": Sentence("arms"),
    "other_goods": Sentence("furniture, toys, art and other goods"),
}
_GROUP_OF_CHAPTER = {chapter: group for group, chapters in GROUPS.items() for chapter in chapters}


def find_group(hs: str) -> str:
    """Return the group of an HS code of two digits or more; "" for a chapter that lies in none."""
    return _GROUP_OF_CHAPTER.get(hs[:2], "")


def list_groups(prefixes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the groups that HS prefixes touch, in the order of `GROUPS`; all of them where there is no prefix."""
    touched = {find_group(prefix) for prefix in prefixes}
    return tuple(group for group in GROUPS if not prefixes or group in touched)
