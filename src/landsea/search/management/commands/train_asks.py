"""`landsea train-asks`."""

import time
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from landsea.search.management.needed import find_needed_embedder
from landsea_core.phrasebook import read_phrasebook
from landsea_core.phrasebook.kept_wordings import WORDINGS_FILE, KeptWordings

DATA = Path(settings.ROOT) / "data"


class Command(BaseCommand):
    """Makes the vectors of the phrasebook's wordings, by which asks are offered for somebody's own words. Uses no database."""

    help = "Learn the wordings of the phrasebook by meaning, in all languages, and write data/models/asks.npz."

    def add_arguments(self, parser):
        """Where to write."""
        parser.add_argument("--models", default=str(DATA / "models"), help="folder for the file")

    def handle(self, *args, models: str, **options):
        """Embed the wordings, write the file, and say how many and how long."""
        started, book = time.monotonic(), read_phrasebook(DATA / "reference")
        kept = KeptWordings.learn(
            find_needed_embedder(), (words for ask in book.asks.values() for words in ask.says.values())
        )
        Path(models).mkdir(parents=True, exist_ok=True)
        file = Path(models) / WORDINGS_FILE
        kept.save(file)
        self.stdout.write(
            f"{len(kept.vectors)} wordings of {len(book.asks)} asks, {file.stat().st_size // 1000} kB, "
            f"in {time.monotonic() - started:.0f} s."
        )
