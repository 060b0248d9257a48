"""The papers of a mail, kept by the rules of uploads: each that is not let in leaves a sentence, and the others go on."""

from collections.abc import Iterable

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext

from landsea.base.files.office_papers import FileRefused
from landsea.base.files.storage import Stored, store_upload
from landsea.cases.forms import LONGEST_TEXT
from landsea_core.mailtext import Attachment, MailReading


def make_uploads(reading: MailReading) -> list[SimpleUploadedFile]:
    """Return the attachments as uploads; words beyond what a message holds come as a text file of their own."""
    papers = list(reading.attachments)
    if len(reading.text) > LONGEST_TEXT:
        papers.insert(0, Attachment("mail.txt", "text/plain", reading.text.encode()))
    return [SimpleUploadedFile(one.name or "file", one.content, content_type=one.type) for one in papers]


def store_papers(uploads: Iterable[SimpleUploadedFile]) -> tuple[list[Stored], list[str]]:
    """Keep what is let in; return it with a sentence for each that is not."""
    kept: list[Stored] = []
    refused: list[str] = []
    for upload in uploads:
        if len(kept) >= settings.FILES_PER_MESSAGE:
            refused.append(_one_too_many(upload.name or ""))
            continue
        try:
            kept.append(store_upload(upload))
        except FileRefused as no:
            refused.append(no.sentence)
    return kept, refused


def _one_too_many(name: str) -> str:
    return gettext("%(name)s is one file too many; at most %(most)s go with one message.") % {
        "name": name,
        "most": settings.FILES_PER_MESSAGE,
    }


def write_words_with_refused(text: str, refused: Iterable[str]) -> str:
    """Return the words, cut to what a message holds, with what did not go along below them."""
    sentences = list(dict.fromkeys(refused))
    note = "\n\n" + gettext("Not taken from this mail:") + "\n- " + "\n- ".join(sentences) if sentences else ""
    return text.strip()[: LONGEST_TEXT - len(note)] + note
