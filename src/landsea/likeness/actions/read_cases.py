"""Reads the vectors of cases that have none yet, that changed, or that an earlier model read. Filing never waits for it."""

import hashlib
from datetime import datetime

from django.db.models import F, Q

from landsea.cases.models import Case
from landsea.likeness.models import CaseVector
from landsea.likeness.vector_reader import compute_vector, name_current_model
from landsea_core.likeness import TextHints

AT_ONCE = 25
"""Cases read in one go: about two seconds of one core."""
_READ = ("pk", "title", "text", "matter", "hs", "language", "version")


def write_text(case: Case) -> str:
    """Return the words of a case that are compared; its title is the beginning of its text unless somebody changed it."""
    return case.text if case.text.startswith(case.title.rstrip("…. ")) else f"{case.title}\n{case.text}"


def find_known_about(case: Case) -> TextHints:
    """Return what is known of a case besides its words. Its language is read: mails and words may be in different ones."""
    return TextHints(matter=case.matter, hs=case.hs)


def compute_digest(text: str, known: TextHints) -> str:
    """Return what tells a text that was read from any other."""
    return hashlib.sha256(
        "\0".join((text, known.matter, known.hs, known.language)).encode(errors="replace")
    ).hexdigest()


def is_stale_vector(model: str) -> Q:
    """The condition on cases whose vector is missing or out of date."""
    return Q(likeness=None) | ~Q(likeness__version=F("version")) | ~Q(likeness__model=model)


def read_cases(*, now: datetime, most: int = AT_ONCE) -> int:
    """Read at most `most` cases, the newest first, and return how many were looked at; 0 when nothing can be compared.

    `now` is taken before the words are read, so that what is blacked out meanwhile is not used by this reading.
    """
    model = name_current_model()
    if not model:
        return 0
    cases = list(
        Case.objects.filter(is_stale_vector(model))
        .select_related("likeness")
        .only(*_READ, "likeness")
        .order_by("-pk")[:most]
    )
    rows = [_vector_row(case, model, now) for case in cases]
    CaseVector.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=["vector", "model", "digest", "version", "read_at"],
    )
    return len(rows)


def _vector_row(case: Case, model: str, now: datetime) -> CaseVector:
    text, known = write_text(case), find_known_about(case)
    digest, kept = compute_digest(text, known), getattr(case, "likeness", None)
    if kept is not None and (kept.digest, kept.model) == (digest, model):
        vector = kept.vector
    else:
        vector = compute_vector(text, known)
    return CaseVector(case=case, vector=vector, model=model, digest=digest, version=case.version, read_at=now)
