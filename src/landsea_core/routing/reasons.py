"""Reasons in words: a sentence for each code of a reason. Codes of places, desks and matters go in as they are, unless who
shows them gives their names."""

from collections.abc import Callable

from landsea_core.routing.model import RoutingReason
from landsea_core.sentences import Sentence

SENTENCES = {
    "matter_matches": Sentence("It answers for this matter: %(matter)s."),
    "topic_matches": Sentence("It answers for the whole topic: %(topic)s."),
    "matter_unknown": Sentence(
        "It answers for %(matter)s, a matter of this topic; which matter yours is, is not known yet."
    ),
    "answers_for_anything": Sentence("It helps with any topic."),
    "place_matches": Sentence("It answers for this very place: %(place)s."),
    "wider_place_matches": Sentence("It answers for %(place)s, which your place belongs to."),
    "country_matches": Sentence("It answers for the whole of %(country)s."),
    "goods_match": Sentence("It answers for these goods: HS %(hs)s."),
    "direction_matches": Sentence("It answers for this direction: %(direction)s."),
    "filer_country_matches": Sentence("It is there for those who file from %(filer_country)s."),
    "narrower_desk": Sentence("%(other)s fits as exactly, but answers for more things; the narrower desk takes it."),
    "skipped_unreachable": Sentence("%(desk)s fits better, but cannot be reached now; it was passed over."),
    "nobody_there": Sentence(
        "%(desk)s answers for this, but nobody of it is here yet; the coordinator is accountable and writes to it."
    ),
    "out_of_scope": Sentence("This is not for the offices here; the coordinator hands it on to a place that takes it."),
    "coordinator_finds_place": Sentence(
        "No office here takes this matter (%(matter)s); the coordinator finds the right place."
    ),
    "nobody_reachable": Sentence("Every desk that answers for this is unreachable now, so the coordinator takes it."),
    "nobody_else": Sentence("No desk answers for this, so the coordinator takes it."),
}
"""Reason code -> sentence; each of its places is a key of `RoutingReason.values`."""


def explain_reason(reason: RoutingReason, name: Callable[[str, str], str] = lambda kind, code: code) -> Sentence:
    """Return the sentence that says a reason.

    `name(kind, code)` gives the name to show for a value, for instance `name("place", "CNMHN")`. Raises KeyError for a code
    that has no sentence.
    """
    return SENTENCES[reason.code].fill(**{kind: name(kind, code) for kind, code in reason.values.items()})
