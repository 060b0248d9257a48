"""The country where the problem is, which is often not where the filer is.

Countries, regions and demonyms (lexicon kind "country"), places and offices named speak for a country. What stands
beside a name changes its weight (kind "cue"): "stuck at" and "customs" raise it, "from" and "our company" lower it; kind
"side" has the words that make a country a side ("the Thai side");
"the other side" of a post is the country it faces (kind "other_side"), that of a border town the one beyond (kind
"facing"); "we import" speaks for home (kind "flow"). Where a
text names no country, the matter (kind "where_prior") and at last the filer's own country decide, with low confidence:
most obstacles are at home. Names that are words of everyday speech too ("tàu", a ship; "nilai", a value) stand in the kind
"capital" and count only where they are typed with a capital.
"""

import re
from collections.abc import Sequence

from landsea_core.text.authorities import AuthorityReader
from landsea_core.text.countries.mentions import (
    Mention,
    belongs_to_another,
    find_cue_after,
    find_cue_before,
    find_cue_said_after,
    is_cut_into,
)
from landsea_core.text.countries.shared_names import leave_out_half_names, settle_shared_names
from landsea_core.text.evidence import (
    Evidence,
    Guess,
    keep_longest,
    make_guesses,
)
from landsea_core.text.languages import COUNTRY_OF
from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import find_script
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.phrase_index import Hit
from landsea_core.text.places import Gazetteer

_OTHER_SIDE, _THERE = "other_side", "there"
_FACING = 1.2
_ONLY_PASSED = frozenset({"to", "from", "partner"})
"""What stands before a country where goods come from, go to, or whom they are sold to; nothing says that it acts."""
_AT_HOME = 0.45
_ABROAD = "CN"
# Every further mention of a country adds this share of what the first one did.
_AGAIN = 0.3
# People name their own country to say who they are; unless words place the trouble there, it counts for less.
_OWN_NAME = 0.6
# Burmese names the place first and says "at", "to" or "from" after it.
_SAID_AFTER = frozenset({"burmese"})
# "We import" and "our customs" put the trouble at home, where the goods come in; "we export" puts it at the other end.
_COMES_IN = 0.8
_GOES_OUT = 0.4


class CountryReader:
    """Reads countries with the gazetteer and the offices named; the lexicon kinds are in the module's text."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, authorities: AuthorityReader):
        self._countries = lexicon.get_index("country")
        self._cues = lexicon.get_index("cue")
        self._flow = lexicon.get_index("flow")
        self._sides = lexicon.get_index("side")
        self._ways = lexicon.get_index("way")
        self._everyday = {fold_spelling(entry.term): entry.weight for entry in lexicon.list_entries("capital")}
        self._facing_towns = lexicon.get_index("facing")
        self._facing = {place: row["value"] for row in lexicon.list_rows("other_side") for place in row["places"]}
        self._gazetteer = gazetteer
        self._authorities = authorities
        self._priors = [
            (row["value"], frozenset(row["matters"]), float(row["weight"])) for row in lexicon.list_rows("where_prior")
        ]

    def read_countries(self, text: PreparedText, filer_country: str = "", matters: Sequence[Guess] = ()) -> list[Guess]:
        """Countries (two letters), best first. `matters` are guesses for the same text, best first, if there are any."""
        found = self.weigh_countries(text, filer_country)
        if filer_country:
            found.setdefault(filer_country, Evidence()).add(_AT_HOME)
            self._add_flow(found, text, filer_country)
        self._add_priors(found, filer_country, matters)
        return make_guesses(found)

    def weigh_countries(self, text: PreparedText, filer_country: str = "") -> dict[str, Evidence]:
        """What the words alone say for each country: names, places, offices, and the other side of a post."""
        mentions: dict[str, list[tuple[float, str]]] = {}
        for one in self.find_mentions(text):
            own = _OWN_NAME if one.country == filer_country and one.beside <= 1 else 1.0
            mentions.setdefault(one.country, []).append((one.weight * one.beside * own, one.hit.words))
        found: dict[str, Evidence] = {}
        for country, pieces in mentions.items():
            evidence = found.setdefault(country, Evidence())
            for rank, (weight, words) in enumerate(sorted(pieces, reverse=True)[:4]):
                evidence.add(weight if rank == 0 else weight * _AGAIN, words)
        for country, words in self.list_offices(text):
            found.setdefault(country, Evidence()).add(1.0, words)
        for country, words in self.list_other_sides(text, filer_country):
            found.setdefault(country, Evidence()).add(_FACING, words)
        return found

    def find_mentions(self, text: PreparedText) -> list[Mention]:
        """Every mention of a country, region, city or place, in any order. A name that places of several countries share counts
        in part for each; one that another name cuts into is part of what that says ("our customs" in "Chinese customs").
        """
        key = (self, "mentions")
        if key not in text.found:
            text.found[key] = self._find_mentions(text)
        found: list[Mention] = text.found[key]
        return found

    def _find_mentions(self, text: PreparedText) -> list[Mention]:
        ends: dict[int, list[Hit]] = {}
        begins: dict[int, list[str]] = {}
        cues = [cue for cue in self._cues.find(text) if cue.payload.value != _OTHER_SIDE]
        for cue in cues:
            ends.setdefault(cue.end, []).append(cue)
            begins.setdefault(cue.start, []).append(cue.payload.value)
        names = [
            (hit, hit.payload.value, hit.payload.weight, False) for hit in keep_longest(self._countries.find(text))
        ]
        places = self._gazetteer.find_names(text)
        sharing: dict[tuple[int, int], set[str]] = {}
        for hit in places:
            sharing.setdefault((hit.start, hit.end), set()).add(hit.payload.country)
        for hit in places:
            share = hit.payload.weight / len(sharing[hit.start, hit.end])
            names.append((hit, hit.payload.country, share, True))
        sides = [(hit.start, hit.end) for hit in self._sides.find(text)]
        found: dict[tuple[int, int, str], Mention] = {}
        said_after: dict[int, list[Hit]] = {}
        for cue in cues:
            said_after.setdefault(cue.start, []).append(cue)
        for hit, country, weight, place in names:
            if self._is_no_name(hit, text):
                continue
            side = any(start <= hit.end + 1 and end >= hit.start - 1 for start, end in sides)
            if find_script(text.folded[hit.start]) in _SAID_AFTER:
                before, after = find_cue_said_after(hit, said_after), ""
                # "တရုတ်ဘက်က": what says "from" after a place says who acts after a side.
                before = "" if side and before == "from" else before
            else:
                before, after = find_cue_before(hit, ends), find_cue_after(hit, begins)
            found[(hit.start, hit.end, country)] = Mention(
                country, weight * hit.quality, before, after, place, hit, side
            )
        named = leave_out_half_names(found.values(), text.raw)
        named = [one for one in named if not is_cut_into(one, named)]
        spoken = COUNTRY_OF.get(self._gazetteer.languages.read_language(text).value, "") if named else ""
        return settle_shared_names(named, spoken)

    def _is_no_name(self, hit: Hit, text: PreparedText) -> bool:
        """Whether these words are everyday speech here and no name. Where nobody types capitals some count all the same."""
        doubt = self._everyday.get(text.folded[hit.start : hit.end])
        if not doubt:
            return False
        if text.raw == text.raw.lower():
            return doubt == 1.0
        return not re.search(rf"(?<!\w){re.escape(hit.words.title())}(?!\w)|{re.escape(hit.words.upper())}", text.raw)

    def list_offices(self, text: PreparedText) -> list[tuple[str, str]]:
        """Countries whose own offices are named, as (country, words), each pair once.

        An office with another country's name right after it is that country's: "អគ្គនាយកដ្ឋានគយចិន", "hải quan Trung Quốc".
        """
        mentions = self.find_mentions(text)
        return sorted(
            {
                (hit.payload.country, hit.words)
                for hit in self._authorities.find_offices_of_countries(text)
                if not belongs_to_another(hit, hit.payload.country, mentions)
            }
        )

    def list_told(self, text: PreparedText) -> frozenset[str]:
        """Countries that the words name as more than where goods come from or go to: by an office, a side, a place in them.

        Example: "6 containers of tyres to Thailand stand at Qinzhou" tells of China, not of Thailand.
        """
        mentioned = {one.country for one in self.find_mentions(text) if one.side or one.before not in _ONLY_PASSED}
        others = (*self.list_offices(text), *self.list_other_sides(text))
        return frozenset(mentioned | {country for country, _words in others})

    def find_other_side(self, text: PreparedText) -> str:
        """The words that say that the text is about the other side ("across the river"); empty when none do."""
        return next((cue.words for cue in self._cues.find(text) if cue.payload.value == _OTHER_SIDE), "")

    def _find_there(self, text: PreparedText) -> str:
        """The words for "over there" in a text; empty where it has none."""
        return next((hit.words for hit in self._ways.find(text) if hit.payload.value == _THERE), "")

    def list_places_of_other_side(self, text: PreparedText) -> list[int]:
        """Where words begin that say that the text is about the other side."""
        return [cue.start for cue in self._cues.find(text) if cue.payload.value == _OTHER_SIDE]

    def list_other_sides(self, text: PreparedText, filer_country: str = "") -> list[tuple[str, str]]:
        """Countries on the other side of the posts and border towns named, when the text is about the other side.

        Never the filer's own: whoever says "over there at Kampaiti" from China means Kampaiti.
        """
        said = self.find_other_side(text) or self._find_there(text)
        if not said:
            return []
        facing = {
            self._facing[hit.payload.code]
            for hit in self._gazetteer.find_names(text)
            if hit.payload.code in self._facing
        }
        facing |= {hit.payload.value for hit in keep_longest(self._facing_towns.find(text))}
        return [(country, said) for country in sorted(facing - {filer_country})]

    def _add_flow(self, found: dict[str, Evidence], text: PreparedText, filer_country: str) -> None:
        """Add what is said about which way the goods go, unless both ways are spoken of."""
        said = {hit.payload.value: hit.words for hit in self._flow.find(text)}
        comes_in = said.get("importer") or said.get("our_office")
        goes_out = said.get("exporter")
        if comes_in and not goes_out:
            found.setdefault(filer_country, Evidence()).add(_COMES_IN, comes_in)
        elif goes_out and not comes_in and filer_country != _ABROAD:
            found.setdefault(_ABROAD, Evidence()).add(_GOES_OUT, goes_out)

    def _add_priors(self, found: dict[str, Evidence], filer_country: str, matters: Sequence[Guess]) -> None:
        if not matters:
            return
        for value, of_matters, weight in self._priors:
            if matters[0].value in of_matters:
                country = filer_country if value == "home" else _ABROAD
                if country and (value == "home" or filer_country != _ABROAD):
                    found.setdefault(country, Evidence()).add(weight * matters[0].confidence)
