"""`landsea train-encoder`."""

import time
from pathlib import Path
from typing import ClassVar

import numpy as np
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from landsea.base.jsonl import read_rows_of_file
from landsea.search.embedder import find_packed_file
from landsea.search.management.needed import find_needed_embedder
from landsea_core.text.encoder.filing_encoder import ENCODER_FILE
from landsea_core.text.encoder.packed_file import PackedEncoder
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.model.trained import ModelFault, TrainedModel, TrainedReader
from landsea_core.text.reader import Reader
from landsea_core.text.reader_parts import MODEL_FILE

DATA = Path(settings.ROOT) / "data"


class Command(BaseCommand):
    """Lets the last layers of the embedder go on learning from the labelled examples, for the country. Uses no database."""

    help = "Learn where the trouble is with the embedder itself, from data/examples, and write data/models/encoder.npz."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Where to read and write, and how long to learn."""
        parser.add_argument(
            "--examples", type=Path, default=DATA / "examples", help="folder with training.*.jsonl and test*.jsonl"
        )
        parser.add_argument(
            "--models", type=Path, default=DATA / "models", help="folder with reading.npz, and for the file"
        )
        parser.add_argument("--passes", type=int, default=4, help="how many times the examples are gone through")

    def handle(self, *args, examples: Path, models: Path, passes: int, **options):
        """Learn from the training files, weigh on the test files, write the file, and say how long it took."""
        try:  # an installation that only runs has no packages to learn with
            from landsea_core.text.encoder.learning.encoder_learning import give_say, learn_encoder
        except ImportError as problem:
            raise CommandError(
                f"Learning needs the packages of requirements/dev.txt ({problem}): run make dev."
            ) from None
        started = time.monotonic()
        embedder = find_needed_embedder()
        packed = PackedEncoder.read(np.memmap(find_packed_file(), dtype=np.uint8, mode="r"))
        learnt, tests = (
            [row for file in sorted(examples.glob(files)) for row in read_rows_of_file(str(file))]
            for files in ("training.*.jsonl", "test*.jsonl")
        )
        if not learnt or not tests:
            raise CommandError(f"{examples} has no files training.*.jsonl and test*.jsonl.")
        features = Reader(DATA).features
        try:
            alone = TrainedReader(TrainedModel.load(models / MODEL_FILE), embedder, features)
        except (FileNotFoundError, ModelFault) as fault:
            raise CommandError(f"{fault} Run landsea train first.") from fault
        chances = [alone.find_answers(PreparedText(row["text"]), row.get("from") or "")["where"] for row in tests]
        encoder = give_say(learn_encoder(packed, embedder.name, learnt, passes), packed, tests, chances)
        file = models / ENCODER_FILE
        encoder.save(file)
        self.stdout.write(
            f"Encoder {encoder.version} from {len(learnt)} examples, {file.stat().st_size // 1000} kB, shares "
            f"{encoder.shares}, in {time.monotonic() - started:.0f} s."
        )
