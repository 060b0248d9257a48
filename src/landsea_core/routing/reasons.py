"""Reasons in words. The sentences are English sources for translation, with named placeholders; codes go in as they
are, and who shows them may first replace them by names (see `say_reason`)."""

from collections.abc import Callable

from landsea_core.routing.model import RoutingReason

SENTENCES = {
    "matter_matches": "It answers for this matter: %(matter)s.",
    "topic_matches": "It answers for the whole topic: %(topic)s.",
    "matter_unknown": "It answers for %(matter)s, a matter of this topic; which matter yours is, is not known yet.",
    "answers_for_anything": "It helps with any topic.",
    "place_matches": "It answers for this very place: %(place)s.",
    "wider_place_matches": "It answers for %(place)s, which your place belongs to.",
    "country_matches": "It answers for the whole of %(country)s.",
    "goods_match": "It answers for these goods: HS %(hs)s.",
    "direction_matches": "It answers for this direction: %(direction)s.",
    "filer_country_matches": "It is there for those who file from %(filer_country)s.",
    "narrower_desk": "%(other)s fits as exactly, but answers for more things; the narrower desk takes it.",
    "skipped_unreachable": "%(desk)s fits better, but cannot be reached now; it was passed over.",
    "out_of_scope": "This is not for the offices here; the coordinator hands it on to a place that takes it.",
    "coordinator_finds_place": "No office here takes this matter (%(matter)s); the coordinator finds the right place.",
    "nobody_reachable": "Every desk that answers for this is unreachable now, so the coordinator takes it.",
    "nobody_else": "No desk answers for this, so the coordinator takes it.",
}
"""Reason code -> English sentence; each placeholder is a key of `Reason.values`."""


def say_reason(
    reason: RoutingReason,
    name: Callable[[str, str], str] = lambda kind, code: code,
    translate: Callable[[str], str] = lambda text: text,
) -> str:
    """The reason as a sentence.

    `name(kind, code)` gives the name to show for a value, for instance `name("place", "CNMHN")`; `translate` is the
    reader's gettext. Raises KeyError for a code that has no sentence.
    """
    values = {kind: name(kind, code) for kind, code in reason.values.items()}
    return translate(SENTENCES[reason.code]) % values
