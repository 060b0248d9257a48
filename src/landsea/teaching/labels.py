"""Codes of corrections and words in plain words. Lazy, so that each reader gets their language."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import name_country
from landsea.cases.labels import name_language
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea.teaching.models import Verdict, WordState
from landsea_core.text.default_reader import find_goods_name
from landsea_core.text.lexicon import added_words
from landsea_core.text.quality import corrections

KINDS = {
    corrections.MATTER: _("matter"),
    corrections.TOPIC: _("topic"),
    corrections.PLACE: _("place"),
    corrections.COUNTRY: _("country"),
    corrections.GOODS: _("goods"),
    corrections.URGENCY: _("urgency"),
    corrections.LANGUAGE: _("language"),
}
WORD_KINDS = {
    added_words.MATTER: _("a matter"),
    added_words.TOPIC: _("a topic"),
    added_words.PLACE_WORD: _("a place"),
    added_words.COUNTRY: _("a country"),
    added_words.URGENCY: _("urgency"),
    added_words.GOOD: _("goods (HS code of six digits)"),
    added_words.NOT_GOODS: _("no goods at all"),
}
WORD_KIND_OF = {
    corrections.MATTER: added_words.MATTER,
    corrections.TOPIC: added_words.TOPIC,
    corrections.PLACE: added_words.PLACE_WORD,
    corrections.COUNTRY: added_words.COUNTRY,
    corrections.URGENCY: added_words.URGENCY,
    corrections.GOODS: added_words.GOOD,
}
"""With which kind of word a kind of correction is mended; a language has none."""
WHO = {
    "filer": _("the filer"),
    "association": _("an association"),
    "desk": _("a desk"),
    "coordinator": _("a coordinator"),
}
VERDICTS = {
    Verdict.ACCEPTED: ("done", _("accepted: it teaches")),
    Verdict.REJECTED: ("open", _("rejected: it teaches nothing")),
    Verdict.WORD: ("waits", _("a word would mend it")),
}
WORD_STATES = {
    WordState.DRAFT: ("waits", _("draft")),
    WordState.IN_FORCE: ("done", _("in force")),
    WordState.TAKEN_BACK: ("open", _("taken back")),
}
KEEPS = {
    added_words.KEEPING: _("they keep, or it is no matter of goods"),
    added_words.PERISHABLE: _("they spoil within days"),
    added_words.LIVE: _("they are live animals"),
}
URGENCIES = {
    "urgent": _("urgent"),
    "normal": _("not urgent"),
    "spoils": _("goods spoil or animals suffer"),
    "stands": _("something is stopped"),
    "calm": _("not urgent"),
}
FAULTS = {
    "kind": _("Choose what the words stand for."),
    "lang": _("Choose a language of the list."),
    "keep": _("Only goods spoil or live. Choose goods for what the words stand for, or that they keep."),
    "weight": _("Give a weight between -1 and 2: 1 makes it likely alone, 0 takes the words out of the files."),
    "long": _("Write at most 80 characters."),
    "letters": _("Write a word with letters in it, also on each side of a plus."),
    "short": _("So short a word is part of too many others. Write more of it."),
    "class": _("There is no class of words with this name in angle brackets. Write the words themselves."),
}


def describe_value(kind: str, value: str, language: str) -> str:
    """Return a value of a correction or of a word for a reader: names where it has them."""
    if not value:
        return gettext("nothing")
    makers = {
        corrections.MATTER: _matter_name,
        corrections.TOPIC: lambda code, reader: name_in(
            directory_access.find_topic_names([code]).get(code, {}), reader
        ),
        corrections.COUNTRY: name_country,
        corrections.LANGUAGE: name_language,
        corrections.GOODS: _goods_name,
        corrections.URGENCY: lambda code, _reader: str(URGENCIES.get(code, code)),
        added_words.GOOD: _goods_name,
        corrections.PLACE: _place_name,
        added_words.PLACE_WORD: _place_name,
    }
    return makers[kind](value, language) or value if kind in makers else value


def _goods_name(code: str, language: str) -> str:
    name = find_goods_name(code, language)
    return f"HS {code} · {name}" if name else f"HS {code}"


def _matter_name(code: str, language: str) -> str:
    matter = directory_access.find_matter(code)
    return name_in(matter.names, language) if matter else code


def _place_name(code: str, language: str) -> str:
    place = directory_access.find_place(code)
    return name_in(place.names, language) if place else code


def list_word_kinds(kinds: Iterable[str] = added_words.EDITABLE) -> list[tuple[str, str]]:
    """Return the kinds of words as options."""
    return [(kind, str(WORD_KINDS[kind])) for kind in kinds]
