"""What a text says for each country that could be the place of the trouble, as named numbers that a model can weigh.

Candidates are the countries of the corridor. For each one stands how it is named (as a place, as an office, "at", "to",
"from", "their", first or last), whether the text is in its language, and whether it is the filer's own. What speaks for the
filer's own country as such (the matter, which way the goods go) is the same for all candidates, and stands apart.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from landsea_core.text.countries.home_signs import HomeSigns, read_home_signs
from landsea_core.text.countries.mentions import Mention
from landsea_core.text.countries.reader import CountryReader
from landsea_core.text.countries.surroundings import SurroundingsReader, find_sentence_ends
from landsea_core.text.evidence import weigh_hits
from landsea_core.text.languages import COUNTRY_OF, LanguageReader
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.matters import MatterReader
from landsea_core.text.model.choice import NOBODY, Choices, Side

CANDIDATES = ("BN", "CN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN")
_MAINLAND = "CN"
_MOST = 2.0
_SIDE_OF_WAY = {"our_office": "ours", "there": "theirs"}
_ACROSS = frozenset({"there", "ours_done"})
# What tells of an office abroad though no country is named: goods looked at on arrival, a buyer who cannot clear, an origin
# that stops its exports, "their customs". Home is not raised then: of 937 kept texts with signs of home 794 are right by it,
# and 790 were; no set loses one (bench/results/reading.md).
_OFFICES_ABROAD = (
    *("way:arrival", "way:buyer_stuck", "way:lets_in", "way:origin_stops"),
    *("their office", "their gate", "their bank"),
)
# What is across together with what is named tells more than each alone, and few examples have both.
_ACROSS_COUNTS = 2.0
# Countries that share a land border, so that a lorry or a market "there" is mostly in one of them; and the strait.
_NEIGHBOURS = {
    "CN": "LA MM VN",
    "VN": "CN KH LA",
    "LA": "CN KH MM TH VN",
    "TH": "KH LA MM MY",
    "KH": "LA TH VN",
    "MM": "CN LA TH",
    "MY": "BN ID SG TH",
    "SG": "MY",
    "ID": "MY TL",
    "TL": "ID",
    "BN": "MY",
    "PH": "",
}


@dataclass(frozen=True)
class Whereabouts:
    """The numbers of one text: `own` by candidate, `home` for `filer`'s country alone (both empty where it is not known).

    `could_be` are the countries that the text lets one think of: named in it, its language's, the filer's, and China for
    filers of the south. Another country than these cannot be told from the text. `home_signs` are no numbers of the model.
    """

    filer: str
    own: Mapping[str, Mapping[str, float]]
    home: Mapping[str, float]
    could_be: frozenset[str]
    home_signs: HomeSigns = HomeSigns()


class WhereaboutsReader:
    """Names the numbers of each candidate with the reader of countries and the language of the text."""

    def __init__(self, lexicon: Lexicon, countries: CountryReader, languages: LanguageReader, matters: MatterReader):
        self._countries = countries
        self._matters = matters
        self._surroundings = SurroundingsReader(lexicon)
        self._languages = languages
        self._ways = (lexicon.get_index("flow"), lexicon.get_index("way"))
        self._decided_abroad = frozenset(
            matter for row in lexicon.list_rows("where_prior") if row["value"] == "away" for matter in row["matters"]
        )

    def read_whereabouts(self, text: PreparedText, filer_country: str = "") -> Whereabouts:
        """All numbers of one text. A filer who is not known is taken to be where the text's language is spoken."""
        spoken = COUNTRY_OF.get(self._languages.read_language(text).value, "")
        filer = filer_country or spoken
        mentions = sorted(self._countries.find_mentions(text), key=lambda one: one.hit.start)
        offices = {country for country, _ in self._countries.list_offices(text)}
        facing = {country for country, _ in self._countries.list_other_sides(text, filer_country)}
        found = self._countries.weigh_countries(text, filer_country)
        strengths = {country: evidence.weight for country, evidence in found.items() if evidence.weight > 0}
        named = {one.country for one in mentions} | offices | facing
        beside = self._surroundings.find_roles(text, mentions)
        around = self._surroundings.describe(text, mentions, self._matters.find_spoken(text))
        away = named - {filer}
        across = self._speaks_of_other_side(text)
        total = sum(weight for country, weight in strengths.items() if country != filer) or 1.0
        group = "mainland" if filer == _MAINLAND else "south"
        own = {}
        for country in CANDIDATES:
            side = "home" if country == filer else "away"
            numbers = _number_mentions(country, mentions) | {
                "office": float(country in offices),
                "facing": float(country in facing),
                "strength": min(_MOST, strengths.get(country, 0.0)),
                **{f"with:{role}": 1.0 for role in beside.get(country, ())},
                **around.get(country, {}),
            }
            numbers = {f"{side}:{name}": value for name, value in numbers.items()}
            if side == "away":
                numbers |= {
                    "away:share": strengths.get(country, 0.0) / total,
                    "away:only": float(away == {country}),
                    "away:spoken": float(country == spoken),
                    "away:neighbour": float(country in _NEIGHBOURS.get(filer, "").split()),
                    "away:unnamed": float(country not in named),
                    f"{group}:{country}": 1.0,
                    f"{group}:none:{country}": float(not away),
                    # "Bên kia" alone means the one country that is named beside the own, or that a border town faces.
                    "away:across": _ACROSS_COUNTS * (across and (away == {country} or country in facing)),
                    f"{group}:across:{country}": _ACROSS_COUNTS * (across and not away),
                }
            own[country] = {name: value for name, value in numbers.items() if value}
        home = self._number_home(text, filer, strengths) if filer in CANDIDATES else {}
        if home:
            home["known"] = float(bool(filer_country))
            home["other tongue"] = float(spoken not in ("", filer))
            home["across"] = _ACROSS_COUNTS * (across and len(away) == 1)
            home["asked of theirs"] = _ACROSS_COUNTS * self._asks_the_other_side(text)
            home["across, unnamed"] = _ACROSS_COUNTS * (across and not away)
        could_be = frozenset(named | {filer, spoken, "" if filer == _MAINLAND else _MAINLAND} - {""})
        signs = HomeSigns()
        if filer_country and not across and not any(home.get(name) for name in _OFFICES_ABROAD):
            signs = read_home_signs(filer, mentions, offices, facing, self._decided_abroad)
        return Whereabouts(filer if home else "", own, home, could_be, signs)

    def _speaks_of_other_side(self, text: PreparedText) -> bool:
        """Whether words say "the other side" or "over there", whatever countries are named."""
        return bool(self._countries.find_other_side(text)) or any(
            hit.payload.value in _ACROSS for index in self._ways for hit in index.find(text)
        )

    def _asks_the_other_side(self, text: PreparedText) -> bool:
        """Whether a sentence that asks for something speaks of the other side: "Nhờ nói phía bạn mở thêm làn"."""
        ends, asking = find_sentence_ends(text), self._surroundings.find_asking_sentences(text)
        there = [hit.start for index in self._ways for hit in index.find(text) if hit.payload.value == "there"]
        return any(
            bisect_right(ends, at) in asking for at in (*there, *self._countries.list_places_of_other_side(text))
        )

    def _number_home(self, text: PreparedText, filer: str, strengths: Mapping[str, float]) -> dict[str, float]:
        """What speaks for or against the filer's own country as such."""
        home = strengths.get(filer, 0.0)
        away = max((weight for country, weight in strengths.items() if country != filer), default=0.0)
        ways = {
            f"way:{value}": evidence.weight
            for index in self._ways
            for value, evidence in weigh_hits(index.find(text)).items()
        }
        numbers = ways | {
            "home": 1.0,
            f"filer:{filer}": 1.0,
            "none": float(not home and not away),
            "only home": float(home > 0 and not away),
            "only away": float(away > 0 and not home),
            "away": away,
            "several": float(len(strengths) > 1 + (home > 0)),
            "other side": float(bool(self._countries.find_other_side(text))),
            **self._find_last_side(text),
            **self._surroundings.find_owners(text),
        }
        return {name: min(_MOST, value) for name, value in numbers.items()}

    def _find_last_side(self, text: PreparedText) -> dict[str, float]:
        """Which side of a border is spoken of last: in "ours is quick, theirs is shut" the trouble stands at the end."""
        sides = [
            (hit.start, _SIDE_OF_WAY[hit.payload.value])
            for index in self._ways
            for hit in index.find(text)
            if hit.payload.value in _SIDE_OF_WAY
        ]
        sides += [(at, "theirs") for at in self._countries.list_places_of_other_side(text)]
        return {f"last side:{max(sides)[1]}": 1.0} if sides else {}


def _number_mentions(country: str, mentions: Sequence[Mention]) -> dict[str, float]:
    """How a country is named in the mentions, which are in the order of the text."""
    own = [one for one in mentions if one.country == country]
    if not own:
        return {}
    numbers: dict[str, float] = {
        "named": max(one.weight for one in own),
        "first": float(mentions[0].country == country),
        "last": float(mentions[-1].country == country),
        "again": float(len(own) > 1),
        "place": float(any(one.place for one in own)),
    }
    for one in own:
        for cue, where in ((one.before, "before"), (one.after, "after")):
            name = f"{where}:{cue or 'nothing'}"
            numbers[name] = max(numbers.get(name, 0.0), one.weight)
    return numbers


def make_choices(
    found: Sequence[Whereabouts], names: Sequence[str], home_names: Sequence[str], beside: np.ndarray
) -> Choices:
    """What a model of choice takes: `names` and `home_names` are the columns; `beside` are more numbers of each text, which
    speak for the filer's own country, and apart from that for China where the filer is in the south: there most of what is
    exported on this corridor goes, so that the matter alone often tells. They speak once more for China where it is the
    filer's own country: what is trouble abroad for the south (a quota, a register, a duty) is often trouble at home there.
    """
    own = np.stack([_make_table([one.own[country] for country in CANDIDATES], names) for one in found])
    home = np.hstack([_make_table([one.home for one in found], home_names), beside]).astype(np.float32)
    beside = beside.astype(np.float32)
    at_home = np.array([CANDIDATES.index(one.filer) if one.filer else NOBODY for one in found])
    mainland = CANDIDATES.index(_MAINLAND)
    away = np.array([mainland if one.filer and one.filer != _MAINLAND else NOBODY for one in found])
    of_mainland = np.where(at_home == mainland, mainland, NOBODY)
    return Choices(own, (Side(home, at_home), Side(beside, away), Side(beside, of_mainland)))


def _make_table(named: Sequence[Mapping[str, float]], names: Sequence[str]) -> np.ndarray:
    """A row for each mapping, a column for each name; what has no name there counts for nothing."""
    column = {name: at for at, name in enumerate(names)}
    found = np.zeros((len(named), len(names)), dtype=np.float32)
    for row, numbers in enumerate(named):
        for name, value in numbers.items():
            if name in column:
                found[row, column[name]] = value
    return found
