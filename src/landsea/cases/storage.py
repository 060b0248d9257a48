"""The bytes of papers and photos: what is let in, how it is kept, how it is read back. Rows are elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stored:
    """A file whose bytes are safely on disk: `stored` is its path below FILES_ROOT, `digest` SHA-256 of what is kept."""

    name: str
    media_type: str
    size: int
    digest: str
    stored: str
