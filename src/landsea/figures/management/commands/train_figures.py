"""`landsea train-figures`."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from landsea_core.figures.learning import LabelledText, read_labelled_texts
from landsea_core.figures.statement.read_statement import read_statement, respell_statement
from landsea_core.figures.statement.weighing.default_weigher import FIGURES_FILE
from landsea_core.figures.statement.weighing.stretches import cut_into_stretches
from landsea_core.figures.statement.weighing.weigher import Weigher

DATA = Path(settings.ROOT) / "data"
SHOWN = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


class Command(BaseCommand):
    """Learns how relations between figures are told, for the check of statements. Uses no database."""

    help = "Learn from the labelled texts in data/examples/figures how figures are told, and write data/models/figures.npz."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Where to read and write, and what to leave out."""
        parser.add_argument(
            "--texts", type=Path, default=DATA / "examples/figures", help="folder of the labelled texts"
        )
        parser.add_argument("--models", type=Path, default=DATA / "models", help="folder for the file")
        parser.add_argument(
            "--leave-out",
            nargs="+",
            default=[],
            metavar="SET",
            help="sets to learn nothing from: print how these are judged, and write no file",
        )

    def handle(self, *args, texts: Path, models: Path, leave_out: Sequence[str], **options):
        """Learn, and write the file or print what was found in the sets left out."""
        try:  # an installation that only runs has no packages to learn with
            from landsea_core.figures.learning.weigher_learning import learn_weigher
        except ImportError as problem:
            raise CommandError(
                f"Learning needs the packages of requirements/dev.txt ({problem}): run make dev."
            ) from None
        started = time.monotonic()
        known = _read(texts)
        if unknown := sorted(set(leave_out) - {one.source for one in known}):
            raise CommandError(f"There is no set {', '.join(unknown)} in {texts}.")
        learnt = [one for one in known if one.source not in leave_out]
        weigher = learn_weigher(learnt)
        if leave_out:
            for line in _judge(weigher, [one for one in known if one.source in leave_out]):
                self.stdout.write(line)
            return
        models.mkdir(parents=True, exist_ok=True)
        file = models / FIGURES_FILE
        weigher.save(file)
        self.stdout.write(
            f"{len(learnt)} texts, {file.stat().st_size // 1000} kB, in {time.monotonic() - started:.0f} s."
        )


def _read(folder: Path) -> list[LabelledText]:
    try:
        return read_labelled_texts(folder)
    except (OSError, ValueError, KeyError) as problem:
        raise CommandError(f"{folder}: {problem}") from problem


def _judge(weigher: Weigher, texts: Sequence[LabelledText]) -> list[str]:
    """Return for each probability how many texts of those that fit, and of those that do not, hold a likelier slip."""
    likeliest = []
    for one in texts:
        read = read_statement(respell_statement(one.text).text)
        stretches = [weigher.weigh(read.text, figures) for figures in cut_into_stretches(read)]
        likeliest.append(
            (one.fits, max((doubt.wrong for stretch in stretches for doubt in stretch.doubts), default=0.0))
        )
    fitting = [wrong for fits, wrong in likeliest if fits]
    faulty = [wrong for fits, wrong in likeliest if not fits]
    return [
        f"from {bound}: {sum(one >= bound for one in fitting)} of {len(fitting)} consistent accused, "
        f"{sum(one >= bound for one in faulty)} of {len(faulty)} faults found"
        for bound in SHOWN
    ]
