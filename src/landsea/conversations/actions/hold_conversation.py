"""Takes one message of a conversation and answers it: words, what was understood, the place if need be, a name, the case.

Nothing typed is lost: words that come at any time are kept in the conversation, also where we asked for something else; a
photo or a voice message is kept as a paper of the form, by the rules of uploads. After the case is filed, words are added to
it or begin a new one, as their writer says.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext, override

from landsea.base.files.office_papers import FileRefused
from landsea.base.messengers.actions.answer_sender import answer_sender
from landsea.base.messengers.handling import Received
from landsea.base.messengers.ways import find_way
from landsea.base.secret_links import compute_digest
from landsea.cases.actions.hold_file import hold_file
from landsea.cases.actions.say_whether_solved import NOT_SOLVED, SOLVED
from landsea.conversations.actions.add_to_case import add_to_case, open_case_again
from landsea.conversations.actions.answer_outcome import answer_outcome, say_outcome
from landsea.conversations.actions.file_conversation import file_conversation
from landsea.conversations.form import make_form_key
from landsea.conversations.models import Conversation
from landsea.conversations.models.conversation import Stage
from landsea.conversations.sayings import CHOICES, Saying, say_stage
from landsea.conversations.which_case import find_quoted_conversation

FORGOTTEN_AFTER = timedelta(days=7)
"""A conversation that was left so long ago is over, unless its case is still open; a new message begins another one."""
GREETINGS = frozenset({"/start", "/help", "/new"})
COMMAND = {"/new": "again", "/send": "send"}
LONGEST_PLACE, LONGEST_NAME, LONGEST_REASON = 200, 120, 200


def hold_conversation(received: Received) -> bool:
    """Answer a message from a messenger; False for telephones, which hold no conversation."""
    way = find_way(received.channel)
    if way is None or not way.knows_people:
        return False
    if answer_outcome(received):
        return True
    talk = _conversation_with(received)
    with override(talk.language):
        sayings = list(_take_file(talk, received))
        talk, more = _take_words(talk, received)
        for part, (words, facts, codes) in enumerate([*sayings, *more]):
            talk.offered = codes or talk.offered
            choices = [[_press_of(talk, code), str(CHOICES[code])] for code in codes]
            answer_sender(
                received,
                "said",
                now=received.at,
                part=part,
                language=talk.language,
                text=words,
                choices=choices,
                **facts,
            )
    talk.touched_at = received.at
    talk.save()
    return True


def _press_of(talk: Conversation, code: str) -> str:
    """Return what comes back when this is chosen: a button names it, so that an old one does nothing else; where people
    type, it is the number in the list.
    """
    return f"say:{code}" if talk.channel == "telegram" else str(talk.offered.index(code) + 1)


def _conversation_with(received: Received) -> Conversation:
    """Return the open conversation with this account, locked, or a new one. Who quotes a message about a case that they filed
    before goes on with that case, unless something that they typed waits to be sent.
    """
    here = Conversation.objects.filter(channel=received.channel, remote=received.remote, ended_at=None)
    talk = here.select_for_update().first()
    is_left = talk is not None and received.at - talk.touched_at > FORGOTTEN_AFTER
    if talk is not None and is_left and (talk.case is None or talk.case.closed_at):
        _end(talk, received)
        talk = None
    quoted = find_quoted_conversation(received)
    if quoted and quoted != talk and (talk is None or talk.stage == Stage.FILED):
        if talk:
            _end(talk, received)
        quoted.ended_at, quoted.stage = None, Stage.FILED
        quoted.save()
        return quoted
    return talk or Conversation.objects.create(
        channel=received.channel,
        remote=received.remote,
        language=received.language,
        began_at=received.at,
        touched_at=received.at,
    )


def _end(talk: Conversation, received: Received) -> None:
    talk.ended_at, talk.typed, talk.pending = received.at, {}, ""
    talk.save()


def _take_file(talk: Conversation, received: Received) -> Iterator[Saying]:
    """Keep a file for the form, and say so; or say why it is not kept."""
    if received.file_lost:
        yield (
            gettext("We could not get your file: it is too large, or gone. Send it smaller, or from the page."),
            {},
            [],
        )
    if received.file_bytes is None:
        return
    upload = SimpleUploadedFile(received.file_name, received.file_bytes)
    if talk.stage in {Stage.FILED, Stage.ADDING}:
        yield add_to_case(talk, "", upload, received), {}, []
        return
    try:
        held = hold_file(compute_digest(make_form_key(talk)), upload, now=received.at)
    except FileRefused as refused:
        yield refused.sentence, {}, []
    else:
        yield gettext("%(name)s is kept with your case.") % {"name": held.name}, {}, []


def _take_words(talk: Conversation, received: Received) -> tuple[Conversation, list[Saying]]:
    """Take words or a choice; return the conversation that goes on, and what is said."""
    text = received.text.replace("\0", "")
    chosen = _chosen(talk, received)
    if chosen:
        return _act_on_choice(talk, chosen, received)
    is_file_alone = not text and not received.choice
    if is_file_alone and talk.stage in {Stage.FILED, Stage.ADDING}:
        return talk, []
    if text and text not in GREETINGS and text.split()[0] != "/start":
        TAKEN_AS[Stage(talk.stage)](talk, text)
    return talk, [say_stage(talk)]


def _chosen(talk: Conversation, received: Received) -> str:
    """Return the code of what was chosen among what was offered last: by a button, by its number, or by a command. After the
    filing nothing is offered any more: a number that comes weeks later answers no question of the form.
    """
    offered = [] if talk.stage == Stage.FILED else talk.offered
    typed = received.choice or received.text
    if typed in COMMAND:
        return COMMAND[typed]
    code = typed.removeprefix("say:")
    number = int(typed) if typed.isdecimal() and len(typed) < 3 else 0
    return code if code in offered else offered[number - 1] if 1 <= number <= len(offered) else ""


def _act_on_choice(talk: Conversation, code: str, received: Received) -> tuple[Conversation, list[Saying]]:
    """Do what was chosen; return the conversation that goes on, and what is said."""
    if code in {"unnamed", "named"}:
        return talk, file_conversation(talk, received)
    if code in USES_OF_WORDS:
        words, talk.pending, talk.stage = talk.pending, "", Stage.FILED
        return talk, [(USES_OF_WORDS[code](talk, words, received), {}, [])]
    if code in {"again", "new"}:
        words = talk.pending
        _end(talk, received)
        talk = _conversation_with(received)
        if code == "new" and words:
            _keep_words(talk, words)
    elif code == "normal":
        talk.typed.pop("lane_reason", None)
    else:
        talk.stage = {"place": Stage.PLACE, "urgent": Stage.REASON, "send": Stage.NAME}[code]
    return talk, [say_stage(talk)]


def _keep_words(talk: Conversation, text: str) -> None:
    talk.typed["text"] = f"{talk.typed['text']}\n{text}" if talk.typed.get("text") else text
    talk.stage = Stage.CHECK


def _keep_place(talk: Conversation, text: str) -> None:
    talk.typed["place_text"], talk.stage = text[:LONGEST_PLACE], Stage.CHECK
    if len(text) > LONGEST_PLACE:
        _keep_words(talk, text)


def _keep_reason(talk: Conversation, text: str) -> None:
    talk.typed["lane_reason"], talk.stage = text[:LONGEST_REASON], Stage.CHECK
    if len(text) > LONGEST_REASON:
        _keep_words(talk, text)


def _keep_name(talk: Conversation, text: str) -> None:
    if len(text) > LONGEST_NAME:
        _keep_words(talk, text)
    else:
        talk.typed["name"] = text


def _keep_for_later(talk: Conversation, text: str) -> None:
    talk.pending = f"{talk.pending}\n{text}" if talk.pending else text
    talk.stage = Stage.ADDING


USES_OF_WORDS: dict[str, Callable[[Conversation, str, Received], str]] = {
    "add": lambda talk, words, received: add_to_case(talk, words, None, received),
    "reopen": open_case_again,
    "solved": lambda talk, words, received: say_outcome(talk.case, SOLVED, words, received),
    "unsolved": lambda talk, words, received: say_outcome(talk.case, NOT_SOLVED, words, received),
}
"""What may be done with words that come after the filing; each returns what is said of it."""
TAKEN_AS: dict[Stage, Callable[[Conversation, str], None]] = {
    Stage.WORDS: _keep_words,
    Stage.CHECK: _keep_words,
    Stage.PLACE: _keep_place,
    Stage.REASON: _keep_reason,
    Stage.NAME: _keep_name,
    Stage.FILED: _keep_for_later,
    Stage.ADDING: _keep_for_later,
}
