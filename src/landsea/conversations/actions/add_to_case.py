"""Adds words or a file to the case that a conversation has filed, or opens it again: as its filer, by the mailbox's acts."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext

from landsea.base.actors import make_filer
from landsea.base.files.office_papers import FileRefused
from landsea.base.files.storage import store_upload
from landsea.base.messengers.handling import Received
from landsea.base.refusal import Refused
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.filer_moves import reopen_case
from landsea.cases.actions.reply import reply_as_filer
from landsea.conversations.models import Conversation


def add_to_case(talk: Conversation, words: str, upload: SimpleUploadedFile | None, received: Received) -> str:
    """Write to the desk in the filer's name; return what is said of it. Words that are refused come back as they were."""
    case = talk.case
    if case is None:
        return gettext("This case is gone. Write /new to begin another one.")
    try:
        files = [store_upload(upload)] if upload else []
        actor = make_filer(case.pk, case.language)
        reply_as_filer(actor, case.ref, words, now=received.at, key=received.key, files=files, asks_back=True)
    except AlreadyDone:
        pass
    except FileRefused as refused:
        return refused.sentence
    except Refused as refused:
        return f"{refused.sentence}\n{words}".strip()
    return gettext("Added to %(ref)s. The desk reads it.") % {"ref": case.ref}


def open_case_again(talk: Conversation, words: str, received: Received) -> str:
    """Open the closed case again with these words, in the filer's name; return what is said of it."""
    case = talk.case
    if case is None:
        return gettext("This case is gone. Write /new to begin another one.")
    try:
        reopen_case(make_filer(case.pk, case.language), case.ref, words, now=received.at, key=received.key)
    except AlreadyDone:
        pass
    except Refused as refused:
        return f"{refused.sentence}\n{words}".strip()
    return gettext("The case is open again. Its desk was told.")
