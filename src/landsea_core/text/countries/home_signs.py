"""What in a text says that nobody abroad is meant: nothing of another country is named, or only where goods come from or go to.

The examples that a model learns from are partly labelled with the usual partner where they name none. Texts of other people
are mostly about home then: of 243 kept texts that name nothing but their own country 218 are. So these signs raise the filer's
own country afterwards, unless the matter is one that the receiving country decides (the lexicon's kind "where_prior"). Who
names another country only as the origin of goods has brought them in already, and is mostly stopped at home.
"""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from landsea_core.text.countries.mentions import Mention

_PASSED = frozenset({"to", "from", "partner"})
_NO_PLACE_OF_TROUBLE = frozenset({"from", "partner"})
_ORIGIN = "from"
# In powers of e, chosen on 1,860 kept texts of which no set loses more than one by them (bench/results/reading.md). The first
# two were twice as much until the model learnt from texts of people: left-out sets would have one country more with that, and
# four more of those that are taken would be wrong.
_ONLY_HOME_NAMED, _NOTHING_NAMED, _OTHERS_ONLY_PASSED = 0.7, 0.5, 0.3
_GOODS_CAME_HERE, _GOODS_CAME = 0.6, 0.3


@dataclass(frozen=True)
class HomeSigns:
    """How much the filer's own country is raised, in powers of e: `alone` unless the matter is of `decided_abroad`, `passed`
    whatever the matter.
    """

    alone: float = 0.0
    passed: float = 0.0
    decided_abroad: frozenset[str] = frozenset()

    def raise_home(self, chances: Mapping[str, float], home: str, matters: Mapping[str, float]) -> dict[str, float]:
        """The chances of countries with those of `home` raised, adding up to 1; `matters` are the chances of matters."""
        abroad = sum(chance for matter, chance in matters.items() if matter in self.decided_abroad)
        factor = math.exp(self.alone * (1 - abroad) + self.passed)
        raised = {country: chance * (factor if country == home else 1.0) for country, chance in chances.items()}
        total = sum(raised.values())
        return {country: chance / total for country, chance in raised.items()}


def read_home_signs(
    home: str, mentions: Sequence[Mention], offices: Set[str], facing: Set[str], decided_abroad: frozenset[str]
) -> HomeSigns:
    """The signs in a text that does not speak of the other side; `home` is the filer's own country.

    Example: "held at KLIA, wrong permit number" names Malaysia alone; in "kobis dari Kunming kena musnah di Bukit Kayu Hitam"
    the other country only tells where the goods come from.
    """
    others = [one for one in mentions if one.country != home]
    if not (others or (offices | facing) - {home}):
        named = bool(mentions or offices)
        return HomeSigns(_ONLY_HOME_NAMED if named else _NOTHING_NAMED, 0.0, decided_abroad)
    here = home in offices or any(one.country == home and one.before not in _NO_PLACE_OF_TROUBLE for one in mentions)
    passed = bool(others) and all(one.before in _PASSED and not one.side for one in others)
    came = passed and all(one.before == _ORIGIN for one in others)
    if here and passed:
        return HomeSigns(0.0, _GOODS_CAME_HERE if came else _OTHERS_ONLY_PASSED, decided_abroad)
    if came and not (offices | facing) - {home}:
        return HomeSigns(0.0, _GOODS_CAME, decided_abroad)
    return HomeSigns()
