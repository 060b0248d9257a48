"""What a reply by mail does on its case, through the same acts as the pages.

- A number on the first line answers the question of the phrasebook that the mail had asked (`phrases.by_mail`).
- While an outcome waits for the filer's word, 1 on the first line confirms it and 2 disputes it, with the words below.
- The filer's other words are a reply; to a closed case they open it again, while that is possible. While an outcome waits,
  they neither confirm nor dispute it, and the filer is asked once more.
- The accountable desk's first words answer the case (and so take it); later ones are messages to all sides.
- To a mail or a question among offices, and from a desk that is only consulted, the answer stays among offices.
- Everybody else's words are refused by the case itself; the mail is then held with that sentence.
"""

from datetime import datetime

from landsea.cases import access
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.filer_moves import reopen_case
from landsea.cases.actions.message import write_message
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.actions.say_whether_solved import find_number_of_outcome, say_whether_solved
from landsea.cases.labels import list_written_languages
from landsea.cases.possible_acts import list_possible_acts
from landsea.mailroom.papers_of_mail import make_uploads, store_papers, write_words_with_refused
from landsea.mailroom.reply_addresses import Correspondent
from landsea.phrases.access import is_ask_among_offices
from landsea.phrases.by_mail import answer_numbered, find_numbered_answer, find_words_below
from landsea.phrases.models import CaseAsk
from landsea_core.caseflow import MessageKind
from landsea_core.mailtext import MailReading

AMONG_OFFICES = frozenset({"case_message_office", "case_consulted"})


def speak_in_case(
    one: Correspondent, reading: MailReading, *, answers: str, key: str, now: datetime, ask_id: int | None = None
) -> str:
    """Do what this mail means; return the name of the act. `answers` is the template of the mail that it answers (or empty),
    `ask_id` the ask of the phrasebook that stood in it, `key` makes the same mail act once. Raises Refused, PermissionDenied
    and Http404 as the acts do.
    """
    case = access.find_case(one.actor, one.case.ref)
    among_offices = answers in AMONG_OFFICES or is_ask_among_offices(case, ask_id)
    numbered = None
    if ask_id is not None or not among_offices:  # what answers a mail among offices is no answer to the filer's ask
        numbered = find_numbered_answer(one.actor, case, reading.text, ask_id=ask_id, now=now)
    files, refused = store_papers(make_uploads(reading))
    if numbered is not None:
        below = write_words_with_refused(find_words_below(reading.text), refused)
        _say_below(one, numbered[0], below, now=now, key=f"{key}:below")
        answer_numbered(one.actor, case, *numbered, files=files, now=now, key=key)
        return "answer_by_phrase"
    acts = list_possible_acts(one.actor, case, now)
    words = write_words_with_refused(reading.text, refused)
    more = {"now": now, "key": key}
    language = _language_of(reading, one)
    if one.is_filer:
        return _speak_as_filer(one, case, acts, words, files, language, more)
    if among_offices or _is_only_consulted(one, case):
        write_message(one.actor, case.ref, MessageKind.OFFICES, words, files=files, language=language, **more)
        return "message_offices"
    if "answer" in acts:
        answer_case(one.actor, case.ref, words, files=files, language=language, **more)
        return "answer"
    write_message(one.actor, case.ref, MessageKind.ALL, words, files=files, language=language, **more)
    return "message"


def _say_below(one: Correspondent, ask: CaseAsk, words: str, *, now: datetime, key: str) -> None:
    """Send what stands below the number as words of its own, before the answer, which may close the case."""
    if not words:
        return
    ref, how = ask.case.ref, {"now": now, "key": key, "language": one.language}
    if one.is_filer:
        reply_as_filer(one.actor, ref, words, **how)
    else:
        write_message(one.actor, ref, ask.kind, words, **how)


def _speak_as_filer(one, case, acts, words: str, files, language: str, more) -> str:
    if "reopen" in acts:
        reopen_case(one.actor, case.ref, words, **more)
        if files:
            reply_as_filer(one.actor, case.ref, "", files=files, language=language, **more)
        return "reopen"
    number = find_number_of_outcome(words) if "confirm" in acts else None
    if number is None:
        reply_as_filer(one.actor, case.ref, words, files=files, language=language, asks_back=True, **more)
        return "reply"
    if files:
        reply_as_filer(
            one.actor, case.ref, "", files=files, language=language, **more | {"key": f"{more['key']}:files"}
        )
    below = find_words_below(words.strip())
    return say_whether_solved(one.actor, case.ref, number, below, language=one.language, **more)


def _is_only_consulted(one: Correspondent, case) -> bool:
    return case.desk_id not in one.actor.desks and not one.actor.is_coordinator and access.is_consulted(one.actor, case)


def _language_of(reading: MailReading, one: Correspondent) -> str:
    known = {code for code, _name in list_written_languages("en")}
    return reading.language if reading.language in known else one.language
