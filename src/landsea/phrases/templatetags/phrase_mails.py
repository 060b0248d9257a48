"""Phrases in mails: the sentence, and its answers as numbered lines, in the language of whoever reads the mail."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from landsea.base.outbox.models import Delivery
from landsea.phrases.book import get_phrasebook
from landsea.phrases.languages import find_language_of_book, find_language_of_person
from landsea.phrases.said import Reader, say_answer, say_ask
from landsea.phrases.slot_words import say_values
from landsea_core.phrasebook import SlotKind, find_slots
from landsea_core.phrasebook.numbered import number_answers, number_choices
from landsea_core.phrasebook.saying import find_wording

register = template.Library()
MOST_CHOICES = 12
"""A longer list is chosen from on the page."""


def _reader(mail: Delivery, phrases_in: str) -> Reader:
    language = find_language_of_book(phrases_in) or find_language_of_person(mail.user_id, get_language() or "en")
    return Reader(language, timezone.now())


@register.simple_tag
def asked_in_mail(asked: dict[str, Any], mail: Delivery, phrases_in: str = "") -> str:
    """Return an ask as its reader reads it; free words of it, which no mail holds, are three dots."""
    ask = get_phrasebook().asks.get(asked["code"]) if asked else None
    return say_ask(ask, asked["values"], _reader(mail, phrases_in)) if ask else ""


@register.simple_tag
def answered_in_mail(answered: dict[str, Any], asked: dict[str, Any], mail: Delivery, phrases_in: str = "") -> str:
    """Return an answer as its reader reads it."""
    book = get_phrasebook()
    answer = book.answers.get(answered["code"])
    reader = _reader(mail, phrases_in)
    return (
        say_answer(answer, answered["values"], reader, book.asks.get(asked["code"]), answered["paper"])
        if answer
        else ""
    )


@register.simple_tag
def numbered_answers(asked: dict[str, Any], mail: Delivery, phrases_in: str = "") -> str:
    """Return the answers that may be given, a numbered line each; short lists with numbers of their own beneath."""
    book = get_phrasebook()
    ask = book.asks.get(asked["code"]) if asked else None
    if ask is None:
        return ""
    reader, lines = _reader(mail, phrases_in), []
    for number, answer in number_answers(book, ask):
        lines.append(f"{number}  {say_answer(answer, {}, reader, ask)}")
        for slot in find_slots(answer.says["en"]):
            choices = number_choices(book, slot, answer.code, ask)
            if 0 < len(choices) <= MOST_CHOICES:
                listed = book.lists[book.list_behind(slot, answer.code, ask)]
                named = (f"{n} {find_wording(listed[code].says, reader.language)[0]}" for n, code in choices)
                lines.append("     " + " · ".join(named))
    return "\n".join(lines)


@register.simple_tag
def promised_in_mail(promised: str, zone: str, mail: Delivery) -> str:
    """Return when an answer was promised, in the language of the mail."""
    say = say_values(get_language() or "en", timezone.now(), ZoneInfo(zone)).by_kind[SlotKind.MOMENT]
    return say(datetime.fromisoformat(promised).isoformat(timespec="minutes"))
