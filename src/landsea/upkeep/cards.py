"""What operators see of the installation's health on their page: what waits too long, and nothing while nothing does.

The bounds are those of `ops/prometheus/alerts.yml`, and each line names the page that says what to do, so that somebody without
Prometheus reads the same.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.base.impossible_rows import IMPOSSIBLE_ROWS
from landsea.base.ui.cards import card
from landsea.upkeep.activity import Activity, read_activity

WORKER, JOB, MAIL, DEADLINE = timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=5)
TOKEN = timedelta(hours=3)
BACKUP = timedelta(days=2)
DISK_SHARE = 0.1


@dataclass(frozen=True)
class Trouble:
    """One line: the words, since when (None where that has no moment), and the page of `docs/operators/alerts`."""

    words: str
    page: str
    since: datetime | None = None


@card("operator", order=5)
def show_troubles(context) -> str:
    """What needs a look now."""
    troubles = find_troubles(read_activity(timezone.now()))
    return render_to_string("upkeep/troubles.html", {"troubles": troubles}) if troubles else ""


@card("operator", order=10)
def show_impossible_rows(context) -> str:
    """The rows of each kind that cannot be computed, with what is wrong and what mends them; nothing while there is none."""
    found = [(kind, *kind.find()) for kind in IMPOSSIBLE_ROWS]
    kinds = [
        {"kind": kind, "heading": kind.heading(total), "rows": rows, "more": total - len(rows)}
        for kind, rows, total in found
        if total
    ]
    return render_to_string("upkeep/impossible_rows.html", {"kinds": kinds}, context.get("request")) if kinds else ""


def find_troubles(found: Activity) -> list[Trouble]:
    """Return what is beyond its bound at the moment when it was read; a demonstration is not asked for backups."""
    worker, backup = found.last["worker"], found.last["backup"]
    troubles = []
    if worker is None:
        troubles.append(Trouble(_("No worker runs now."), "WorkerGone"))
    elif found.at - worker > WORKER:
        troubles.append(Trouble(_("Last sign of life of a worker"), "WorkerGone", worker))
    for kind, bound, words, page in (
        ("job", JOB, _("The oldest job that is due waits since"), "JobsWait"),
        ("mail", MAIL, _("The oldest mail that is due waits since"), "MailsWait"),
        ("deadline", DEADLINE, _("The oldest deadline that was not acted on"), "DeadlinesNotActedOn"),
        ("token", TOKEN, _("A messenger has refused us access since"), "MessengerTokenFails"),
    ):
        since = found.waiting_since[kind]
        if since and found.at - since > bound:
            troubles.append(Trouble(words, page, since))
    if found.counts["disk_bytes_free"] < DISK_SHARE * found.counts["disk_bytes"]:
        troubles.append(Trouble(_("Less than a tenth of the disk is free."), "DiskFull"))
    if not settings.DEMO and (backup is None or found.at - backup > BACKUP):
        troubles.append(Trouble(_("The newest backup is older than two days, or there is none."), "BackupOld", backup))
    return troubles
