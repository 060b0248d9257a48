"""Makes the archive of an export: one JSON file a kind, the papers beside them, and a page that says what is what. It is
written into a nameless file (of `TMPDIR`), for somebody's papers may be larger than a worker's memory.

Rows are written in pieces, and after each piece the export says how far it is. A job that dies leaves it running; asked for
again after an hour, it is made anew.
"""

import hashlib
import json
import os
import zipfile
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from landsea.base.files.storage import discard_bytes, keep_file_as, name_new_file, open_stored
from landsea.base.personal_data import PersonalTable, Subject, list_tables_about
from landsea.privacy.access import list_values
from landsea.privacy.home_countries import find_home
from landsea.privacy.models import Export, ExportFile, ExportState

PIECE = 50
"""Rows after which the export says how far it is."""
HELD_IN_MEMORY = 4 * 1024 * 1024
"""Bytes of an archive from which on it lies in a file."""


def make_export(export_id: int, *, now: datetime) -> None:
    """Make the archive of an export that waits, or whose worker died over it: its job is taken up again, and of two that make
    it at once the first one's is kept. Nothing happens to one that is made already.
    """
    mine = Export.objects.filter(pk=export_id)
    if not mine.filter(state__in=[ExportState.WAITING, ExportState.RUNNING]).update(state=ExportState.RUNNING):
        return
    export = mine.get()
    try:
        with SpooledTemporaryFile(max_size=HELD_IN_MEMORY) as file:
            with translation.override(export.language):
                _write_archive(export, mine, file)
            _keep_archive(export, mine, file, now)
    except Exception:
        mine.filter(state=ExportState.RUNNING).update(state=ExportState.FAILED)
        raise


def _keep_archive(export: Export, mine: Any, file: IO[bytes], now: datetime) -> None:
    """Keep a written archive, unless the export was taken away meanwhile."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    file.seek(0)
    stored = name_new_file(find_home(Subject(export.user_id, export.address, export.case_id)))
    keep_file_as(stored, file)
    with transaction.atomic():
        if not mine.select_for_update().filter(state=ExportState.RUNNING).exists():
            discard_bytes(stored)
            return
        ExportFile.objects.create(
            export=export,
            name=f"landsea-{now:%Y-%m-%d}.zip",
            media_type="application/zip",
            size=size,
            digest=digest,
            stored=stored,
            created_at=now,
        )
        mine.update(state=ExportState.READY)


def _write_archive(export: Export, mine: Any, file: IO[bytes]) -> None:
    subject = Subject(export.user_id, export.address, export.case_id)
    tables = list(list_tables_about(subject))
    mine.update(total=sum(table.rows_about(subject).count() for table in tables))
    written = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        lines = [gettext("What Landsea keeps about you, one file a kind:"), ""]
        for table in tables:
            rows = []
            for row in table.rows_shown(subject).iterator(chunk_size=PIECE):
                rows.append(dict(list_values(table, row)) | _with_paper(table, row, archive))
                written += 1
                if written % PIECE == 0:
                    mine.update(done=written)
            if rows:
                archive.writestr(
                    f"{table.kind}.json", json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
                )
                lines.append(f"{table.kind}.json ({len(rows)}): {table.name}, {table.why}. {table.stays}".strip())
        archive.writestr("README.txt", "\n".join([*lines, ""]))
    mine.update(done=written)


def _with_paper(table: PersonalTable, row: Any, archive: zipfile.ZipFile) -> dict[str, str]:
    """Put the bytes of a paper into the archive, and return under which name."""
    if not table.files:
        return {}
    name = f"papers/{row.pk}-{row.name}"
    try:
        with open_stored(row.stored) as paper:
            archive.writestr(name, paper.read())
    except FileNotFoundError:
        return {"file": gettext("its bytes are gone")}
    return {"file": name}
