"""Why a desk was found: codes with values, and the English sentence of each code, to be translated as it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Reason:
    """One reason; `values` fill the placeholders of its sentence and hold codes, not words."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "matter_matches": "It answers for this very matter: %(matter)s.",
        "topic_matches": "It answers for all of this topic: %(topic)s.",
        "matter_unknown": "What exactly it is about is not known yet; this desk answers for a part of the topic %(topic)s.",
        "place_matches": "It stands at the place: %(place)s.",
        "country_matches": "It answers for the country where the problem is: %(country)s.",
        "goods_match": "It answers for these goods (HS %(hs)s).",
        "direction_matches": "It answers for this direction: %(direction)s.",
        "own_firms": "It helps firms of its own country: %(country)s.",
        "skipped_unreachable": "%(desk)s would come first but cannot be reached at present, so it was passed over.",
        "nobody_else": "No desk in the directory answers for this yet, so the coordinator takes it.",
    }
)
