"""Codes of the flow in plain words, for pages and mails. Lazy, so that each reader gets their language."""

from babel import Locale
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from landsea.cases.models import ItemState, OpeningReason
from landsea_core.caseflow import PROPOSABLE, Lane, MessageKind, Outcome, State, Step, Visibility
from landsea_core.text.lexicon.added_words import LANGUAGES

STATES = {
    State.FILED: _("filed"),
    State.ADMITTED: _("admitted"),
    State.ACCEPTED: _("accepted by the desk"),
    State.ANSWERED: _("answered"),
    State.PROPOSED: _("outcome proposed"),
    State.CLOSED: _("closed"),
}
STEPS = {
    Step.ADMIT: _("admission"),
    Step.ACCEPT: _("acceptance by a desk"),
    Step.ANSWER: _("first answer"),
    Step.SOLVE: _("solution or plan"),
    Step.CONFIRM: _("your confirmation"),
}
OUTCOMES = {
    Outcome.FIXED: _("fixed"),
    Outcome.WORKAROUND: _("a workaround was found"),
    Outcome.EXPLAINED_NO_CHANGE: _("explained, no change"),
    Outcome.NOT_A_BARRIER: _("not a barrier"),
    Outcome.WITHDRAWN: _("withdrawn by the filer"),
    Outcome.NOT_CONFIRMED: _("not confirmed by the filer"),
    Outcome.HANDED_ON: _("handed on to another place"),
}
PROPOSABLE_OUTCOMES = {one: said for one, said in OUTCOMES.items() if one in PROPOSABLE}
"""What a desk may choose, in the order in which it is offered: what helped the filer first."""
LANES = {Lane.NORMAL: _("normal"), Lane.URGENT: _("border-urgent")}
VISIBILITIES = {
    Visibility.NAMED: _("The desk may know who I am"),
    Visibility.COORDINATOR_ONLY: _("Only the coordinator may know who I am"),
    Visibility.PSEUDONYMOUS: _("Nobody may know: I come back by the secret link"),
}
KINDS = {
    MessageKind.ALL: _("to all sides"),
    MessageKind.OFFICES: _("offices only"),
    MessageKind.INTERNAL: _("note to ourselves"),
}
DIRECTIONS = {
    "import": _("goods coming in"),
    "export": _("goods going out"),
    "transit": _("goods passing through"),
}
ACTS = {
    "file": pgettext_lazy("what happened", "the case was filed"),
    "accept": pgettext_lazy("what happened", "the desk accepted it"),
    "ask_filer": pgettext_lazy("what happened", "the filer was asked for something"),
    "reply": pgettext_lazy("what happened", "the filer replied"),
    "message": pgettext_lazy("what happened", "somebody wrote a message"),
    "name_right_desk": pgettext_lazy("what happened", "it was handed to another desk"),
    "answer": pgettext_lazy("what happened", "the desk answered"),
    "take_up": pgettext_lazy("what happened", "a dialogue of the parties took it up"),
    "retract_answer": pgettext_lazy("what happened", "a common answer was taken back"),
    "propose_outcome": pgettext_lazy("what happened", "an outcome was proposed"),
    "extend": pgettext_lazy("what happened", "the time for a solution was extended"),
    "confirm": pgettext_lazy("what happened", "the filer confirmed the outcome"),
    "dispute": pgettext_lazy("what happened", "the filer disputed the outcome"),
    "withdraw": pgettext_lazy("what happened", "the filer withdrew it"),
    "reopen": pgettext_lazy("what happened", "it was reopened"),
    "reassign": pgettext_lazy("what happened", "the coordinator gave it to another desk"),
    "desk_gained": pgettext_lazy("what happened", "somebody is at its desk now, which became accountable"),
    "desk_lost": pgettext_lazy("what happened", "nobody is left at its desk, so the coordinator became accountable"),
    "hand_on": pgettext_lazy("what happened", "it was handed on to another place"),
    "merge": pgettext_lazy("what happened", "it was merged into another case"),
    "link": pgettext_lazy("what happened", "it was linked to another case"),
    "split": pgettext_lazy("what happened", "a part was split off"),
    "redact": pgettext_lazy("what happened", "something was blacked out"),
    "open_redaction": pgettext_lazy("what happened", "a blacked-out original was opened"),
    "consult": pgettext_lazy("what happened", "another desk was consulted"),
    "end_consultation": pgettext_lazy("what happened", "a consultation ended"),
    "hand_over": pgettext_lazy("what happened", "another officer of the desk took it over"),
    "take_back": pgettext_lazy("what happened", "the officer who had it before took it back"),
    "hand_desk_over": pgettext_lazy("what happened", "all work of its desk went to another desk"),
    "take_desk_back": pgettext_lazy("what happened", "the work went back to the desk that had it before"),
    "mend": pgettext_lazy("what happened", "the filer put right what it is about"),
    "classify": pgettext_lazy("what happened", "topic, place or goods were corrected"),
    "expire": pgettext_lazy("what happened", "a deadline passed"),
    "remind": pgettext_lazy("what happened", "a reminder was sent"),
    "begin_step_anew": pgettext_lazy("what happened", "its step began anew, for its deadline could not be computed"),
    "recount": pgettext_lazy("what happened", "a deadline moved because a day off became official"),
    "add_members": pgettext_lazy("what happened", "members joined"),
    "wake": pgettext_lazy("what happened", "whoever has duty was to be woken"),
    "wake_taken": pgettext_lazy("what happened", "somebody who was woken said that they take it"),
    "wake_unheard": pgettext_lazy("what happened", "nobody who was to be woken was heard"),
    "offer_times": pgettext_lazy("what happened", "times for a talk were offered"),
    "agree_time": pgettext_lazy("what happened", "a talk was agreed"),
    "set_call_link": pgettext_lazy("what happened", "it was said where both meet"),
    "cancel_talk": pgettext_lazy("what happened", "a talk was called off"),
    "note_talk": pgettext_lazy("what happened", "what was said at a talk was written down"),
    "remind_talk": pgettext_lazy("what happened", "a reminder to choose a time was sent"),
    "lapse_talk": pgettext_lazy("what happened", "offered times passed without an answer"),
    "ask_by_phrase": pgettext_lazy("what happened", "a question was asked by a sentence of the phrasebook"),
    "answer_by_phrase": pgettext_lazy("what happened", "a question was answered by a sentence of the phrasebook"),
    "remind_promise": pgettext_lazy("what happened", "a reminder of a promised answer was sent"),
    "break_promise": pgettext_lazy("what happened", "a promised answer did not come in time"),
    "erase": pgettext_lazy("what happened", "who filed it, and what they wrote, was erased"),
    "open_filer": pgettext_lazy("what happened", "the name or address of the filer was opened"),
    "revoke_link": pgettext_lazy("what happened", "the secret link was replaced"),
    "send_link_again": pgettext_lazy("what happened", "the secret link was sent again"),
}
OPENING_REASONS = {
    OpeningReason.REACH: _("to reach the filer about this case"),
    OpeningReason.URGENT: _("goods or people wait, and a call is faster"),
    OpeningReason.CHECK: _("to check who is behind it"),
    OpeningReason.LAW: _("a law or a court asks for it"),
}
"""Why somebody opens the name of a filer."""
CONFIDENCE = ((0.85, _("almost sure")), (0.6, _("likely")), (0.3, _("possible")), (0.0, _("a guess")))
"""From which confidence on a reading is called what."""
TETUM = "tet"


def describe_confidence(confidence: float) -> str:
    """Return how sure a reading is, in words."""
    return str(next(words for least, words in CONFIDENCE if confidence >= least))


def name_language(code: str, reader: str) -> str:
    """Return the name of a language that somebody wrote in, for a reader of another one."""
    if code == TETUM:
        return "Tetum"
    return Locale.parse(reader.replace("-hans", "_Hans").replace("-", "_")).languages.get(code, code)


def list_written_languages(reader: str) -> list[tuple[str, str]]:
    """Return the languages in which a case may be written, with their names for the reader."""
    return [(code, name_language(code, reader)) for code in LANGUAGES]


ITEM_STATES = {
    ItemState.WAITING: ("waits", _("on its way")),
    ItemState.SENT: ("done", _("sent")),
    ItemState.NOT_SENT: ("silent", _("not sent")),
    ItemState.TAKEN_BACK: ("waits", _("taken back")),
}
