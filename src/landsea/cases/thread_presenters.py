"""The messages and papers of a case as pages show them, in the reader's language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.contributions import Slot
from landsea.base.files.kinds import is_photo, is_voice
from landsea.base.ui import shapes
from landsea.base.ui.translated_words import Original, find_translations
from landsea.base.ui.typed_words import mark_as_name
from landsea.cases.labels import ACTS
from landsea.cases.models import Case, CaseFile, Message
from landsea.cases.presenters import name_desk
from landsea.rules.citation_presenters import show_citations
from landsea_core.caseflow import MessageKind, Side

WORDS_ALONE = frozenset({"", "message", "reply", "file", "ask_by_phrase", "answer_by_phrase"})
"""Acts that did nothing but say the words, or that a sentence of the book tells by itself."""
AUDIENCE = {MessageKind.ALL: "all", MessageKind.OFFICES: "offices", MessageKind.INTERNAL: "ourselves"}


SAID_IN_BOOK: Slot[Callable[[Actor, Case, Sequence[Message]], Mapping[int, shapes.Text]]] = Slot(
    "what messages that are sentences of a book say in their reader's language, by message: (actor, case, messages)"
)


def list_papers_by_message(files: Iterable[CaseFile], file_url) -> dict[int | None, tuple[shapes.File, ...]]:
    """Return the files of a case as shown, by the message that they came with; None: with the filing."""
    found: dict[int | None, tuple[shapes.File, ...]] = {}
    for file in files:
        found[file.message_id] = (*found.get(file.message_id, ()), file_shape(file, file_url))
    return found


def shape_thread(
    messages: Sequence[Message],
    case: Case,
    papers: dict[int | None, tuple[shapes.File, ...]],
    *,
    filer_name: str,
    role: str,
    actor: Actor,
) -> tuple[shapes.Message, list[shapes.Message]]:
    """Return the filing and the messages as shown, with their papers (of `list_papers_by_message`); `filer_name` is what this
    reader may call the filer, `role` what stands beside the name at the filing. Translations are looked up together, and the
    rules that messages cite: rules are for everybody.
    """
    known = show_citations(tuple(one) for message in messages for one in message.cites)
    in_book: dict[int, shapes.Text] = {}
    for say_messages in SAID_IN_BOOK:
        in_book |= say_messages(actor, case, messages)
    filing = Original("filing", case.ref, case.text, case.written_in or case.language)
    originals = {
        message.pk: Original("message", str(message.pk), message.body, message.language or case.language)
        for message in messages
        if message.pk not in in_book and not message.redacted_at
    }
    said = find_translations([filing, *originals.values()])
    thread = [
        shape_message(
            message,
            case,
            filer_name=filer_name,
            papers=papers.get(message.pk, ()),
            cites=tuple(known[tuple(one)] for one in message.cites if tuple(one) in known),
            in_book=in_book.get(message.pk),
            translation=said.get(originals[message.pk]) if message.pk in originals else None,
        )
        for message in messages
    ]
    return _filing_shape(case, filer_name, papers.get(None, ()), role, said.get(filing)), thread


def shape_message(
    message: Message, case: Case, *, filer_name: str, papers=(), cites=(), in_book=None, translation=None
) -> shapes.Message:
    """Return a message as shown; a message that was blacked out cites nothing any more."""
    if message.side == Side.FILER:
        sender, role = filer_name, gettext("filer")
    else:
        sender = mark_as_name(message.author) if message.author else gettext("Landsea")
        role = name_desk(message.desk) if message.desk else ""
        if message.by_link:
            sender, role = role, gettext("by link, without an account")
    return shapes.Message(
        audience=AUDIENCE[message.kind],
        sender=sender,
        role=role,
        at=message.created_at,
        original=shapes.Text(message.body, message.language or case.language),
        files=papers,
        cites=() if message.redacted_at else cites,
        in_book=in_book,
        translation=translation,
        kind="" if message.redacted_at else "message",
        key=str(message.pk),
        happened="" if message.act in WORDS_ALONE else str(ACTS.get(message.act, "")),
    )


def _filing_shape(
    case: Case, filer: str, files: tuple[shapes.File, ...], role: str, translation: shapes.Text | None
) -> shapes.Message:
    """Return the words of the filing as the first message, in its reader's language where somebody translated them."""
    return shapes.Message(
        "all",
        filer,
        case.filed_at,
        shapes.Text(case.text, case.written_in or case.language),
        translation,
        files=files,
        role=role,
        kind="filing",
        key=case.ref,
    )


def file_shape(file: CaseFile, file_url) -> shapes.File:
    """Return a file as shown; a redacted one has no address."""
    return shapes.File(
        name=gettext("blacked out") if file.redacted_at else file.name,
        size=file.size,
        kind=find_kind_of_file(file.media_type),
        url="" if file.redacted_at else file_url(file),
    )


def find_kind_of_file(media_type: str) -> Literal["photo", "paper", "voice"]:
    """Return as what a file is drawn."""
    return "photo" if is_photo(media_type) else "voice" if is_voice(media_type) else "paper"


def name_filer(case: Case, identity) -> str:
    """Return what a reader who was given this identity (or None) may call the filer, as a piece of a page: a name is marked as
    one, since it may be in letters that its reader does not know.
    """
    if identity and (identity.party or identity.name):
        return mark_as_name(call_filer(case, identity))
    return call_filer(case, None)


def call_filer(case: Case, identity) -> str:
    """Return the same as plain text, for what is no page."""
    if identity and (identity.party or identity.name):
        return identity.party or identity.name
    if case.visibility == "coordinator_only":
        return gettext("A filer known to the coordinator")
    return gettext("A filer who wants to stay unnamed")
