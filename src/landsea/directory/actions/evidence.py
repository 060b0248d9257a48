"""Records a dated fact about a contact."""

from datetime import datetime

from landsea.directory.models import Evidence


def record_evidence(
    *, contact_id: int, kind: str, at: datetime, by_user: int | None = None, note: str = ""
) -> Evidence:
    """Add one fact of evidence at `at` (aware); `kind` is one of EvidenceKind. Facts are only ever added."""
    return Evidence.objects.create(contact_id=contact_id, kind=kind, at=at, by_id=by_user, note=note)
