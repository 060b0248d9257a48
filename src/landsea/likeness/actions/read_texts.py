"""Keeps the vectors of one kind of public texts equal to the texts: reads new and changed ones, drops what is not public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from landsea.likeness.actions.read_cases import compute_digest
from landsea.likeness.models import TextVector
from landsea.likeness.vector_reader import compute_vector, name_current_model
from landsea_core.likeness import NOTHING_KNOWN, TextHints


@dataclass(frozen=True)
class PublicText:
    """What everybody may read of one thing, in one language (empty: not said), with what is known of it besides."""

    key: str
    words: str
    language: str = ""
    about: TextHints = NOTHING_KNOWN


def read_texts(kind: str, texts: Iterable[PublicText], *, now: datetime, most: int) -> int:
    """Make the vectors of a kind those of `texts`, reading at most `most`; return how many were read. What is not among the
    texts is forgotten whether or not anything can be read.
    """
    wanted = {(text.key, text.language): text for text in texts}
    kept = {
        (key, language): (pk, digest, model)
        for pk, key, language, digest, model in TextVector.objects.filter(kind=kind).values_list(
            "pk", "key", "language", "digest", "model"
        )
    }
    TextVector.objects.filter(pk__in=[row[0] for which, row in kept.items() if which not in wanted]).delete()
    model = name_current_model()
    if not model:
        return 0
    rows = []
    for which, text in wanted.items():
        digest = compute_digest(text.words, text.about)
        if which in kept and kept[which][1:] == (digest, model):
            continue
        if len(rows) >= most:
            break
        rows.append(
            TextVector(
                kind=kind,
                key=text.key,
                language=text.language,
                vector=compute_vector(text.words, text.about),
                model=model,
                digest=digest,
                read_at=now,
            )
        )
    TextVector.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "key", "language"],
        update_fields=["vector", "model", "digest", "read_at"],
    )
    return len(rows)
