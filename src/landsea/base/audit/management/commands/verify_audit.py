"""`landsea verify-audit`."""

import itertools
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from landsea.base.audit.models import Anchor, Entry
from landsea.base.audit.verify import find_broken_anchors, find_broken_entries


class Command(BaseCommand):
    """Proves every audit chain and every anchor; exits with 1 and the places when one does not hold."""

    help = "Prove the audit chains: nothing changed, removed or put in."

    def handle(self, *args: Any, **options: Any) -> None:
        breaks = list(itertools.islice(itertools.chain(find_broken_entries(), find_broken_anchors()), 100))
        for found in breaks:
            self.stderr.write(f"{found.where}: {found.sentence}")
        if breaks:
            raise CommandError(f"The audit does not hold: {len(breaks)} place(s) above.")
        streams = Entry.objects.values("stream").distinct().count()
        self.stdout.write(
            f"The audit holds: {Entry.objects.count()} entries in {streams} chains, {Anchor.objects.count()} anchors."
        )
