"""What can be translated: each kind of text, found for a reader by the access of its own room.

Rooms below are asked from here; rooms above put their kinds into `KINDS` when Django starts.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from landsea.base.actors import Actor
from landsea.base.contributions import Slot
from landsea.base.ui.translated_words import Original
from landsea.cases import access as cases_access
from landsea.cases import answer_access
from landsea.exchange import access as exchange_access
from landsea.rules import access as rules_access
from landsea_core.text.default_reader import read_language


@dataclass(frozen=True)
class Translatable:
    """A text that this reader may read, with the page that it stands on. `case_id`: the case whose words it is."""

    original: Original
    page: str
    case_id: int | None = None


@dataclass(frozen=True)
class TranslatedKind:
    """A kind of text. `find` returns one for a reader; it raises Http404 or PermissionDenied as its room does."""

    kind: str
    find: Callable[[Actor, str], Translatable]


KINDS: Slot[TranslatedKind] = Slot("kinds of texts that can be translated")


def find_translatable(actor: Actor, kind: str, key: str) -> Translatable:
    """Return a text of a kind for a reader. Raises Http404 for what there is not, or they may not know of."""
    for one in KINDS:
        if one.kind == kind:
            found = one.find(actor, key)
            if not found.original.text.strip():
                raise Http404
            return found
    raise Http404


def read_number(key: str) -> int:
    """Return the key of a row; raises Http404 for what is no number that a row can have, or is written otherwise ("012")."""
    if not (key.isascii() and key.isdecimal() and len(key) < 19 and key == str(int(key))):
        raise Http404
    return int(key)


def make_original(kind: str, key: object, text: str, language: str = "") -> Original:
    """Return an original; its language is told from its words where nobody noted it."""
    return Original(kind, str(key), text, language or read_language(text).value)


def _find_message(actor: Actor, key: str) -> Translatable:
    message = cases_access.find_message(actor, read_number(key))
    language = message.language or message.case.language
    page = reverse("case", args=[message.case.ref])
    return Translatable(make_original("message", message.pk, message.body, language), page, message.case_id)


def _find_filing(actor: Actor, key: str) -> Translatable:
    case = cases_access.find_case(actor, key)
    language = case.written_in or case.language
    return Translatable(
        make_original("filing", case.ref, case.text, language), reverse("case", args=[case.ref]), case.pk
    )


def _find_joint_answer(actor: Actor, key: str) -> Translatable:
    answer, page = answer_access.find_any_answer(actor, read_number(key))
    return Translatable(make_original("joint_answer", answer.pk, answer.body, answer.language), page)


def _find_listing(actor: Actor, key: str) -> Translatable:
    listing = exchange_access.find_listing(actor, read_number(key))
    language, text = exchange_access.choose_words(listing)
    return Translatable(make_original("listing", listing.pk, text, language), reverse("listing", args=[listing.pk]))


def _find_rule(actor: Actor, key: str) -> Translatable:
    rule = rules_access.find_measure(key)
    return Translatable(make_original("rule", key, rule.summary, "en"), reverse("measure", args=[key]))


for _kind, _find in (
    ("message", _find_message),
    ("filing", _find_filing),
    ("joint_answer", _find_joint_answer),
    ("listing", _find_listing),
    ("rule", _find_rule),
):
    KINDS.put(TranslatedKind(_kind, _find))
