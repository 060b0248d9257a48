"""What the page of phrases shows to one side of a case: what waits, the checklist, and the asks that are offered for one's own
words, each shown in both languages before it is sent.
"""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.base.ui.languages import PAGE_NAMES
from landsea.cases.models import Case
from landsea.cases.possible_acts import list_possible_acts
from landsea.phrases.access import TO_FILER, find_side_in_phrases, list_whom_to_ask
from landsea.phrases.ask_panels import Typed, make_panels
from landsea.phrases.book import (
    asks_two_things,
    choose_offers,
    find_other_question,
    get_phrasebook,
    list_fitting_asks,
)
from landsea.phrases.languages import (
    find_language_of_book,
    find_language_of_filer,
    find_language_of_reader,
    list_languages_to_choose,
)
from landsea.phrases.said import Reader, say_ask
from landsea.phrases.slot_fields import SlotField, make_fields
from landsea.phrases.typed_values import find_values_of_case, read_typed
from landsea_core.caseflow import Side
from landsea_core.phrasebook import Ask, find_slots
from landsea_core.phrasebook.meanings import IS_IT_SOLVED, OUTCOMES
from landsea_core.phrasebook.naming import find_papers_named
from landsea_core.phrasebook.saying import find_wording

LONGEST_WORDS = 2000


@dataclass(frozen=True)
class ShownOffer:
    """An ask that is offered: its sentence in the sender's language and in the reader's, with what stands in its
    slots; `shown` is a mark of these values, which comes back with them, so that nothing else is sent than what was
    shown. `is_whole`: nothing is missing.
    """

    code: str
    own: str
    other: str
    fields: tuple[SlotField, ...]
    shown: str
    is_whole: bool
    is_picked: bool


def page_context(case: Case, actor: Actor, now: datetime, typed: Typed | None = None) -> dict:
    """Return the context of phrases/phrases.html for this actor at `now` (aware); `typed` are the fields that come back."""
    typed = typed or {}
    act, to = _first(typed, "act"), _first(typed, "to")
    whom = list_whom_to_ask(actor, case, now)
    to = to if to in whom else next(iter(whom), "")
    words = _first(typed, "own_words")[:LONGEST_WORDS]
    language = find_language_of_reader(actor, case)
    acts = list_possible_acts(actor, case, now)
    panels = make_panels(actor, case, now, typed if act == "answer" else None)
    return {
        "case": case,
        "asks": panels.asks,
        "lines": panels.lines,
        "whom": whom,
        "to": to,
        "own_words": words,
        "is_offered": bool(words.strip()) or act == "ask",
        "offers": find_offers(case, actor, to, words, now, typed) if to else [],
        "asks_two": act != "ask" and to != "" and asks_two_things(words, _fitting(case, actor, to)[1], case.topic),
        "may_stop_clock": to == TO_FILER and "ask_filer" in acts and case.paused_at is None,
        "outcomes": _outcomes(language) if "propose_outcome" in acts else [],
        "phrases_in": language,
        "languages": list_languages_to_choose() if actor.filer_case or actor.user_id else [],
        "language_name": PAGE_NAMES[language],
        "other_language": find_other_language(case, actor, to),
        "is_unread": language != "en",
        "key": uuid.uuid4().hex,
        "now": now,
    }


def find_offers(case: Case, actor: Actor, to: str, words: str, now: datetime, typed: Typed) -> list[ShownOffer]:
    """Return what is offered: the asks nearest to the words, or the one that was picked and is shown with its values."""
    asker, fitting = _fitting(case, actor, to)
    picked = _first(typed, "ask")
    offered = choose_offers(words, fitting, case.topic) if words.strip() else []
    if picked and picked not in {ask.code for ask in offered}:
        offered = [ask for ask in fitting if ask.code == picked]
    reader = Reader(find_language_of_reader(actor, case), now, timezone.get_current_timezone())
    other = Reader(find_other_language(case, actor, to), now)
    papers = find_papers_named(get_phrasebook(), words)
    return [_shown_offer(ask, case, asker, reader, other, typed, papers, ask.code == picked) for ask in offered]


def find_left_to_ask(case: Case, actor: Actor, typed: Typed) -> dict[str, list[str]]:
    """Return what is typed once more after an ask was sent for words that ask two things: the question that is left; nothing
    where they asked one.
    """
    to = _first(typed, "to")
    _asker, fitting = _fitting(case, actor, to)
    words = _first(typed, "own_words")[:LONGEST_WORDS]
    left = find_other_question(words, _first(typed, "ask"), fitting, case.topic)
    return {"own_words": [left], "to": [to]} if left else {}


def _fitting(case: Case, actor: Actor, to: str) -> tuple[str, list[Ask]]:
    asker = "filer" if find_side_in_phrases(actor, case) is Side.FILER else "office"
    fitting = list_fitting_asks(asker, "filer" if to == TO_FILER else "office")
    return asker, [ask for ask in fitting if ask.code != IS_IT_SOLVED or to != TO_FILER]


def find_other_language(case: Case, actor: Actor, to: str) -> str:
    """Return the language of whoever will read the ask, as far as it is known: the filer's, or the first of the
    desk's office.
    """
    if to == TO_FILER:
        return find_language_of_filer(case)
    known = (find_language_of_book(code) for code in case.desk.office.languages)
    return next((code for code in known if code and code != find_language_of_reader(actor, case)), "en")


def compute_mark(code: str, values: Mapping[str, str]) -> str:
    """Return a mark of an ask with its values."""
    return hashlib.sha256(json.dumps([code, sorted(values.items())]).encode()).hexdigest()[:16]


def was_shown(ask: str, typed: Typed, shown: str) -> bool:
    """Whether an ask was shown with these values before it is sent; False also where a value is missing or cannot
    stand there.
    """
    in_book = get_phrasebook().asks.get(ask)
    if in_book is None:
        return True
    if not find_slots(in_book.says["en"]):
        return True
    try:
        values = read_typed(in_book.says["en"], typed, ask=in_book)
    except Refused:
        return True  # the act says what is wrong
    return shown == compute_mark(ask, values)


def _shown_offer(
    ask: Ask,
    case: Case,
    asker: str,
    reader: Reader,
    other: Reader,
    typed: Typed,
    papers: Sequence[str],
    is_picked: bool,
) -> ShownOffer:
    filled: Mapping[str, Sequence[str]] = {
        slot: [value] for slot, value in find_values_of_case(ask, case, asker).items()
    }
    filled = dict(filled) | ({"paper": papers[:1], "papers": papers} if papers else {})
    if is_picked:
        filled = typed
    values = _whole_or_part(ask, filled)
    slots = find_slots(ask.says["en"])
    is_whole = all(slot in values for slot in slots)
    return ShownOffer(
        code=ask.code,
        own=say_ask(ask, values, reader),
        other=say_ask(ask, values, other) if other.language != reader.language else "",
        fields=tuple(make_fields(ask.says["en"], filled, reader.language, ask=ask)),
        shown=compute_mark(ask.code, values) if is_whole else "",
        is_whole=is_whole,
        is_picked=is_picked,
    )


def _whole_or_part(ask: Ask, filled: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the values that can stand in their slots; what cannot, or is missing, is left out."""
    found: dict[str, str] = {}
    for slot in find_slots(ask.says["en"]):
        try:
            found |= read_typed("{" + slot + "}", filled, ask=ask)
        except Refused:
            continue
    return found


def _outcomes(language: str) -> list[tuple[str, str]]:
    book = get_phrasebook()
    listed = book.lists["outcome"]
    return [(code, find_wording(listed[code].says, language)[0]) for code in OUTCOMES if code in listed]


def _first(typed: Typed, name: str) -> str:
    return next(iter(typed.get(name, ())), "")
