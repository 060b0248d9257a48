"""What phrases give to the pages of cases: a message in its reader's language, and what a case in a list waits for."""

from collections.abc import Mapping, Sequence

from django.utils import timezone
from django.utils.translation import get_language, gettext

from landsea.base.actors import Actor
from landsea.base.ui import shapes
from landsea.cases.access import has_none
from landsea.cases.models import Case, Message
from landsea.phrases.access import find_phrases_of_messages, list_waiting_asks
from landsea.phrases.languages import find_language_of_book, find_language_of_reader
from landsea.phrases.said import Reader, write_answer, write_ask


def say_messages(actor: Actor, case: Case, messages: Sequence[Message]) -> Mapping[int, shapes.Text]:
    """Return by message what it says in this reader's language, of messages that are sentences of the book and were sent in
    another language.
    """
    if has_none(case, "ask") and has_none(case, "phrase answer"):
        return {}
    answers, asks = find_phrases_of_messages(messages)
    if not answers and not asks:
        return {}
    reader = Reader(find_language_of_reader(actor, case), timezone.now(), timezone.get_current_timezone())
    found = {}
    for message in messages:
        parts = [write_answer(answers[message.pk], reader)] if message.pk in answers else []
        parts += [write_ask(asks[message.pk], reader)] if message.pk in asks else []
        said = [part for part in parts if part]
        if said and len(said) == len(parts) and find_language_of_book(message.language) != reader.language:
            found[message.pk] = shapes.Text(" ".join(said), reader.language)
    return found


def say_what_waits(actor: Actor, cases: Sequence[Case]) -> Mapping[int, str]:
    """Return by case what it waits for: the oldest ask between filer and desk that nobody answered."""
    reader = Reader(
        find_language_of_book(get_language() or "en") or "en", timezone.now(), timezone.get_current_timezone()
    )
    found: dict[int, str] = {}
    for ask in list_waiting_asks(case.pk for case in cases):
        said = write_ask(ask, reader)
        if said and ask.case_id not in found:
            found[ask.case_id] = gettext("waits for an answer: %(ask)s") % {"ask": said}
    return found
