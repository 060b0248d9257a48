"""What commands that learn cannot do without."""

from django.core.management.base import CommandError

from landsea.search.embedder import load_embedder
from landsea_core.text.model.embedding import Embedder


def find_needed_embedder() -> Embedder:
    """Return the embedder in use. Raises CommandError that says what to do where it cannot be loaded."""
    try:
        return load_embedder()
    except (ImportError, OSError) as problem:
        raise CommandError(f"The embedder cannot be loaded ({problem}). Install requirements/base.txt.") from problem
