"""Sends what somebody wrote freely after no ask of the book fitted: an ordinary message or reply, which is counted for whoever
writes new asks.
"""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from landsea.base.actors import Actor
from landsea.cases.access import find_case
from landsea.cases.actions.message import write_message
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.models import Case, Message
from landsea.phrases.access import TO_OFFICES, find_side_in_phrases, list_whom_to_ask
from landsea.phrases.book import choose_offers, list_fitting_asks
from landsea.phrases.models import FreeWords
from landsea_core.caseflow import MessageKind, Side


def write_freely(
    actor: Actor, ref: str, words: str, *, to: str = "", now: datetime, key: str = "", language: str = ""
) -> Case:
    """Send the words to the other side, or (`to` "offices") to other offices. Raises what a message or a reply raises."""
    before = find_case(actor, ref)
    to = to or next(iter(list_whom_to_ask(actor, before, now)), "")
    if not to:
        raise PermissionDenied
    offered = [ask.code for ask in choose_offers(words, _fitting(actor, before, to), before.topic)]
    with transaction.atomic():
        if find_side_in_phrases(actor, before) is Side.FILER:
            case = reply_as_filer(actor, ref, words, now=now, key=key, language=language)
        else:
            kind = MessageKind.OFFICES if to == TO_OFFICES else MessageKind.ALL
            case = write_message(actor, ref, kind, words, now=now, key=key, language=language)
        message = Message.objects.filter(case=case, created_at=now, author_id=actor.user_id).latest("pk")
        FreeWords.objects.create(message=message, offered=offered, written_at=now)
    return case


def _fitting(actor: Actor, case: Case, to: str) -> Sequence:
    asker = "filer" if find_side_in_phrases(actor, case) is Side.FILER else "office"
    return list_fitting_asks(asker, "filer" if to == "filer" else "office")
