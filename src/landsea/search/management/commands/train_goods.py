"""`landsea train-goods`."""

import time
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from landsea.search.management.needed import find_needed_embedder
from landsea_core.text.goods.nearest import GOODS_FILE, NearestGoods
from landsea_core.text.reader import Reader

DATA = Path(settings.ROOT) / "data"
OF_EACH_LANGUAGE = 150


class Command(BaseCommand):
    """Learns the names of goods as vectors, for mentions by a name that no glossary holds. Uses no database."""

    help = "Learn the names of goods by meaning, for those that no glossary holds, and write data/models/goods.npz."

    def add_arguments(self, parser):
        """Where to write."""
        parser.add_argument("--models", default=str(DATA / "models"), help="folder for the file")

    def handle(self, *args, models: str, **options):
        """Embed the names, write the file, and say how many and how long."""
        started = time.monotonic()
        embedder = find_needed_embedder()
        goods = Reader(DATA).goods
        learnt = NearestGoods.learn(embedder, goods.list_english_names(), goods.list_spoken_names(OF_EACH_LANGUAGE))
        Path(models).mkdir(parents=True, exist_ok=True)
        file = Path(models) / GOODS_FILE
        learnt.save(file)
        self.stdout.write(
            f"{len(learnt.names)} names of goods, {file.stat().st_size // 1000} kB, in {time.monotonic() - started:.0f} s."
        )
