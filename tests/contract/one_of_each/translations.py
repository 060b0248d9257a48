"""Translations beside: a message that whoever sees its case may translate."""

from datetime import datetime

from tests.contract.one_of_each.addresses import TYPED

from landsea.cases.actions.message import write_message
from landsea.cases.models import Case, Message
from landsea.translating.actions.offer import offer_translation

SAID = {"id": "Apakah ada naungan di gerbang?", "ms": "Adakah teduhan di pintu?", "fil": "May lilim ba sa tarangkahan?"}


def make(world, now: datetime) -> dict:
    """Write on the association's case, and translate it once."""
    case = Case.objects.filter(association=world.chamber, member=world.member).order_by("pk").first()
    write_message(world.actor("holder"), case.ref, "all", "Is there shade at the gate?", now=now)
    message = Message.objects.latest("pk")
    named = {"kind": "message", "key": str(message.pk)}
    _offer(world, named["key"], "id", now)
    return {
        "translate": named | {TYPED: {"language": "vi", "text": "Có bóng mát ở cổng không?"}},
        "translate_by_program": named | {TYPED: {"language": "vi"}},
        "translation_back": named | {TYPED: {"translation": "0"}},
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Say it in one more language."""
    _offer(world, values["translate"]["key"], ("ms", "fil")[number % 2], now)


def _offer(world, key: str, language: str, now: datetime) -> None:
    offer_translation(world.actor("holder"), "message", key, language=language, text=SAID[language], now=now)
