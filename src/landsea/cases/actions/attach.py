"""Puts stored papers on a case, in the transaction of the act they come with."""

from landsea.base.files.storage import Stored
from landsea.base.set_based import take_keys
from landsea.cases.actions.act_under_way import Work
from landsea.cases.models import CaseFile, Message
from landsea_core.caseflow import MessageKind


def attach_files(work: Work, files: list[Stored], *, kind: MessageKind, message: Message | None = None) -> None:
    """Attach files, seen by whoever sees messages of this kind. The message gets its key here when it has files."""
    if not files:
        return
    if message is not None and message.pk is None:
        take_keys([message])
    CaseFile.objects.bulk_create(
        CaseFile(
            case=work.case,
            message=message,
            kind=kind,
            side=work.side,
            desk_id=message.desk_id if message else None,
            name=file.name,
            media_type=file.media_type,
            size=file.size,
            digest=file.digest,
            stored=file.stored,
            created_at=work.now,
        )
        for file in files
    )
    work.facts["files"] = len(files)
