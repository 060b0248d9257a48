"""Offers a translation that a person wrote. What lost a value of the original is refused, with the value named. It takes the
place of their own earlier words and of a program's, and stands behind those of another person.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.refusal import Refused
from landsea.base.ui.translated_words import may_translate
from landsea.cases.models import Case
from landsea.translating.known_names import read_known_names
from landsea.translating.models import TextTranslation, compute_digest
from landsea.translating.originals import Translatable, find_translatable
from landsea.translating.programs import ENGLISH_NAMES
from landsea_core.translating.comparing import Fault, compare_values, find_fault
from landsea_core.translations import name_key

LONGEST = 12_000


def offer_translation(
    actor: Actor, kind: str, key: str, *, language: str, text: str, now: datetime, office_id: int | None = None
) -> TextTranslation:
    """Keep what a text says in a language ("zh"), in the words of a person.

    Whoever filed a case may translate its words too, by the secret link. Raises Http404 or PermissionDenied as the text's own
    room does, and Refused where the words lost a value.
    """
    if not (may_translate(actor) or actor.filer_case):
        raise PermissionDenied
    found = find_translatable(actor, kind, key)
    if not (may_translate(actor) or is_filer_of(actor, found)):
        raise PermissionDenied
    refuse_language(found, language)
    words = text.strip()
    if not words or len(words) > LONGEST:
        raise Refused("no_words", gettext("Write what it says in that language."))
    refuse_lost_values(found, words, language)
    if actor.user_id is None:
        refuse_over_office(found, language)
    return keep_translation(actor, found, language, words, now=now, office_id=office_id)


def refuse_language(found: Translatable, language: str) -> None:
    """Raise Refused for a language that is none of ours, or the text's own."""
    if language not in ENGLISH_NAMES or language == name_key(found.original.language):
        raise Refused("no_language", gettext("Choose a language other than that of the original."))


def refuse_lost_values(found: Translatable, words: str, language: str) -> None:
    """Raise Refused, with a sentence, where the words lost or doubled a value, or cannot be a translation."""
    original, source = found.original.text, name_key(found.original.language)
    lost, added = compare_values(original, source, words, language, read_known_names())
    if lost:
        named = ", ".join(dict.fromkeys(value.written for value in lost))
        sentence = gettext("These are in the original and not in your words: %(values)s. Write them as they are.")
        raise Refused("lost", sentence % {"values": named})
    if added:
        named = ", ".join(dict.fromkeys(value.written for value in added))
        sentence = gettext("These are in your words more often than in the original: %(values)s.")
        raise Refused("added", sentence % {"values": named})
    fault = find_fault(original, source, words, language, read_known_names())
    if fault in (Fault.UNCHANGED, Fault.OTHER_SCRIPT):
        raise Refused("no_translation", gettext("These words are not in the language that you chose."))
    if fault is not None:
        raise Refused("no_translation", gettext("Write the translation alone, without marks of a web page."))


def keep_translation(
    actor: Actor,
    found: Translatable,
    language: str,
    words: str,
    *,
    now: datetime,
    office_id: int | None = None,
    program: str = "",
) -> TextTranslation:
    """Write the row and its audit entry in one transaction; of one text and language there is one row of each person, or one of
    a program. Raises Http404 where the words of a case were blacked out meanwhile, and Refused where a person translated
    while a program was asked.
    """
    original = found.original
    stream, digest, by = f"translation:{original.kind}:{original.key}", compute_digest(original.text), actor.user_id
    said = TextTranslation.objects.filter(kind=original.kind, key=original.key, language=language)
    with transaction.atomic():
        wait_for_turn(stream)
        if found.case_id is not None:
            _find_again(actor, found)
        if program:
            refuse_over_person(found, language)
        said.exclude(
            program="", digest=digest
        ).delete()  # a program's, and what translates words that were changed since
        row, _new = TextTranslation.objects.update_or_create(
            kind=original.kind,
            key=original.key,
            language=language,
            by_id=None if program else by,
            by_filer=by is None and not program,
            program=program,
            defaults={
                "digest": digest,
                "source": name_key(original.language),
                "text": words,
                "office_id": office_id,
                "case_id": found.case_id,
                "written_at": now,
            },
        )
        facts = {"language": language, "program": program}
        append_entry(stream=stream, act="offer_translation", actor=actor.label, at=now, facts=facts)
    return row


def is_filer_of(actor: Actor, found: Translatable) -> bool:
    """Whether the actor came by the secret link of the case whose words these are."""
    return actor.filer_case is not None and actor.filer_case == found.case_id


def refuse_over_office(found: Translatable, language: str) -> None:
    """Raise Refused where somebody with an account translated this text, as it stands: a filer writes over no desk."""
    original = found.original
    known = TextTranslation.objects.filter(kind=original.kind, key=original.key, language=language, program="")
    if known.filter(digest=compute_digest(original.text)).exclude(by=None, office=None).exists():
        raise Refused("by_office", gettext("A person has translated this already."))


def refuse_over_person(found: Translatable, language: str) -> None:
    """Raise Refused where a person translated this text, as it stands, into the language."""
    original = found.original
    by_people = TextTranslation.objects.filter(kind=original.kind, key=original.key, language=language, program="")
    if by_people.filter(digest=compute_digest(original.text)).exists():
        raise Refused("by_person", gettext("A person has translated this already."))


def _find_again(actor: Actor, found: Translatable) -> None:
    """Look once more, with the case locked: what is blacked out takes its translations with it, and none comes after it."""
    Case.objects.select_for_update(of=("self",)).filter(pk=found.case_id).first()
    original = found.original
    if find_translatable(actor, original.kind, original.key).original.text != original.text:
        raise Http404
