"""Codes of the directory in the reader's words: topics, places, countries, languages, and the reasons of a routing."""

from collections.abc import Iterable, Mapping

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_sentence
from landsea.base.ui.countries import name_country
from landsea.base.ui.times import find_locale
from landsea.directory import access
from landsea.directory.models.names import name_in
from landsea_core.routing import RoutingReason, explain_reason

AGAINST = frozenset({"matter_unknown", "skipped_unreachable", "nobody_reachable", "nobody_there"})
"""Reasons that leave a doubt."""

DIRECTIONS = {
    "import": _("goods coming in"),
    "export": _("goods going out"),
    "transit": _("goods passing through"),
}

PARTS = {"matter": _("matter"), "topic": _("topic"), "place": _("place"), "country": _("country"), "goods": _("goods")}
"""What a question to the directory is made of."""

GRADES = {
    "measured": _("measured"),
    "published": _("published by the operator or authority"),
    "reported": _("reported in the press"),
    "claimed": _("claimed by an interested party"),
    "derived": _("worked out by us"),
    "assumed": _("assumed by us, to be confirmed"),
}


def name_languages(codes: Iterable[str], language: str) -> str:
    """Return the names of languages in a reader's language, in their order; a code that CLDR does not know stays."""
    known = find_locale(language).languages
    return ", ".join(known.get(code.replace("-", "_"), code) for code in codes)


def say_reasons(reasons: Iterable[RoutingReason | Mapping], language: str) -> list[str]:
    """Return the sentence of each reason in the reader's language, codes replaced by names.

    Takes the core's reasons, or the rows {"code", "values"} that a case keeps.
    """
    pairs = [(r["code"], r["values"]) if isinstance(r, Mapping) else (r.code, r.values) for r in reasons]
    with translation.override(language):
        names = _names_of_codes({(kind, code) for _code, values in pairs for kind, code in values.items()}, language)
        return [
            say_sentence(explain_reason(RoutingReason(code, values), lambda kind, value: names[kind, value]))
            for code, values in pairs
        ]


def _names_of_codes(codes: set[tuple[str, str]], language: str) -> dict[tuple[str, str], str]:
    """Return words for (kind, code) pairs: one query for each kind of row that occurs; unknown codes stay."""
    named = {
        "topic": access.find_topic_names,
        "matter": access.find_matter_names,
        "place": access.place_names,
        "desk": access.find_desk_names,
        "other": access.find_desk_names,
    }
    found: dict[tuple[str, str], str] = {}
    for kind in {kind for kind, _code in codes}:
        wanted = [code for one, code in codes if one == kind]
        names = named[kind](wanted) if kind in named else {}
        for code in wanted:
            if kind in ("country", "filer_country"):
                found[kind, code] = name_country(code, language)
            elif kind == "direction":
                found[kind, code] = str(DIRECTIONS.get(code, code))
            else:
                found[kind, code] = name_in(names.get(code, {}), language) or code
    return found
