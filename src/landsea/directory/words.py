"""Codes of the directory in the reader's words: topics, places, countries, languages, and the reasons of a routing."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import country_name
from landsea.base.ui.times import locale_of
from landsea.directory import access
from landsea.directory.models.names import name_in
from landsea_core.routing import RoutingReason

REASONS = {
    "matter_matches": _("It answers for this matter: %(matter)s."),
    "topic_matches": _("It answers for the whole topic: %(topic)s."),
    "matter_unknown": _("It answers for %(matter)s, a matter of this topic; which matter yours is, is not known yet."),
    "answers_for_anything": _("It helps with any topic."),
    "place_matches": _("It answers for this very place: %(place)s."),
    "wider_place_matches": _("It answers for %(place)s, which your place belongs to."),
    "country_matches": _("It answers for the whole of %(country)s."),
    "goods_match": _("It answers for these goods: HS %(hs)s."),
    "direction_matches": _("It answers for this direction: %(direction)s."),
    "filer_country_matches": _("It is there for those who file from %(filer_country)s."),
    "narrower_desk": _("%(other)s fits as exactly, but answers for more things; the narrower desk takes it."),
    "skipped_unreachable": _("%(desk)s fits better, but cannot be reached now; it was passed over."),
    "coordinator_finds_place": _(
        "No office here takes this matter (%(matter)s); the coordinator finds the right place."
    ),
    "out_of_scope": _("This is not for the offices here; the coordinator hands it on to a place that takes it."),
    "nobody_reachable": _("Every desk that answers for this is unreachable now, so the coordinator takes it."),
    "nobody_else": _("No desk answers for this, so the coordinator takes it."),
}
"""The sentences of `landsea_core.routing.SENTENCES`, marked for translation; a test keeps both the same."""

AGAINST = frozenset({"matter_unknown", "skipped_unreachable", "nobody_reachable"})
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


PAGE_LANGUAGES = {"zh": "zh-hans"}


def page_language(languages: Iterable[str]) -> str:
    """Return the first of a contact's languages in which pages and mails exist; English when there is none."""
    known = dict(settings.LANGUAGES)
    return next((PAGE_LANGUAGES.get(code, code) for code in languages if PAGE_LANGUAGES.get(code, code) in known), "en")


def language_names(codes: Iterable[str], language: str) -> str:
    """Return the names of languages in a reader's language, in their order; a code that CLDR does not know stays."""
    known = locale_of(language).languages
    return ", ".join(known.get(code.replace("-", "_"), code) for code in codes)


def reason_sentences(reasons: Iterable[RoutingReason | Mapping], language: str) -> list[str]:
    """Return the sentence of each reason in the reader's language, codes replaced by names.

    Takes the core's reasons, or the rows {"code", "values"} that a case keeps.
    """
    pairs = [(r["code"], r["values"]) if isinstance(r, Mapping) else (r.code, r.values) for r in reasons]
    with translation.override(language):
        names = _names({(kind, code) for _code, values in pairs for kind, code in values.items()}, language)
        return [
            str(REASONS[code]) % {kind: names[kind, value] for kind, value in values.items()} for code, values in pairs
        ]


def _names(codes: set[tuple[str, str]], language: str) -> dict[tuple[str, str], str]:
    """Return words for (kind, code) pairs: one query for each kind of row that occurs; unknown codes stay."""
    named = {
        "topic": access.topic_names,
        "matter": access.matter_names,
        "place": access.place_names,
        "desk": access.desk_names,
        "other": access.desk_names,
    }
    found: dict[tuple[str, str], str] = {}
    for kind in {kind for kind, _code in codes}:
        wanted = [code for one, code in codes if one == kind]
        names = named[kind](wanted) if kind in named else {}
        for code in wanted:
            if kind in ("country", "filer_country"):
                found[kind, code] = country_name(code, language)
            elif kind == "direction":
                found[kind, code] = str(DIRECTIONS.get(code, code))
            else:
                found[kind, code] = name_in(names.get(code, {}), language) or code
    return found
