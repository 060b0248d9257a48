"""`landsea train`."""

import time
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from landsea.base.jsonl import read_rows_of_file
from landsea.search.management.needed import find_needed_embedder
from landsea_core.likeness import CENTRES_FILE, Centres
from landsea_core.text.model.embedding import Remembering
from landsea_core.text.model.trained import TrainedReader
from landsea_core.text.model.training import ExampleFault, embed_all, train_model
from landsea_core.text.quality.calibration import draw_picture, make_bands
from landsea_core.text.quality.card import write_card
from landsea_core.text.quality.measure import measure_rows, write_table
from landsea_core.text.reader import Reader
from landsea_core.text.reader_parts import MODEL_FILE, load_second_opinion

DATA = Path(settings.ROOT) / "data"
TEST_FILES = "test*.jsonl"


class Command(BaseCommand):
    """Trains the model that reads plain words from the labelled examples, and writes its card and the centres of languages
    by which texts are compared. Uses no database."""

    help = "Train the model for suggestions from data/examples, and write it with its card to data/models."

    def add_arguments(self, parser):
        """Where to read and write."""
        parser.add_argument(
            "--examples", default=str(DATA / "examples"), help="folder with training.*.jsonl and test*.jsonl"
        )
        parser.add_argument(
            "--corrections", metavar="FILE", help="also learn from what landsea corrections --export wrote"
        )
        parser.add_argument("--models", default=str(DATA / "models"), help="folder for the model and its card")

    def handle(self, *args, examples: str, models: str, corrections: str | None = None, **options):
        """Train, measure on the test set, write model, card and picture, and say how long it took."""
        started = time.monotonic()
        embedder = find_needed_embedder()
        files = sorted(Path(examples).glob("training.*.jsonl"))
        if not files:
            raise CommandError(f"{examples} has no file training.*.jsonl. Put the labelled examples there.")
        rows = [row for file in files for row in read_rows_of_file(str(file))]
        rows += read_rows_of_file(corrections, may_be_empty=True) if corrections else []
        reader, embedder = Reader(DATA), Remembering(embedder, kept=len(rows))
        try:
            model = train_model(rows, reader.features, embedder, reader.lexicon.version)
        except ExampleFault as fault:
            raise CommandError(str(fault)) from fault
        folder = Path(models)
        folder.mkdir(parents=True, exist_ok=True)
        model.save(folder / MODEL_FILE)
        # How near is near enough was measured with the centres of examples that are not told by people.
        plain = [row for row in rows if not row.get("told")]
        Centres.learn(embedder.name, [row.get("lang", "") for row in plain], embed_all(embedder, plain)).save(
            folder / CENTRES_FILE
        )
        reader.trained = TrainedReader(model, embedder, reader.features, load_second_opinion(DATA, embedder))
        tests = {file.name: read_rows_of_file(str(file)) for file in sorted(Path(examples).glob(TEST_FILES))}
        found = make_bands([row for some in tests.values() for row in some], reader)
        figures = "\n\n".join(f"{name}\n{write_table(measure_rows(some, reader))}" for name, some in tests.items())
        (folder / "CARD.md").write_text(write_card(model, rows, figures, found), encoding="utf-8")
        (folder / "calibration.svg").write_text(draw_picture(found), encoding="utf-8")
        size = (folder / MODEL_FILE).stat().st_size // 1000
        self.stdout.write(
            f"Model {model.version} from {len(rows)} examples, {size} kB, in {time.monotonic() - started:.0f} s. "
            f"The card is {folder / 'CARD.md'}."
        )
