"""What Prometheus reads: the activity of the installation, and how its pages answer.

What stands in the database is read at each question, so that every process tells the same. Answers are counted in files
that all web processes of a machine share (`PROMETHEUS_MULTIPROC_DIR`, below `var/metrics`), so that it does not matter which
of them is asked. The library is imported only where LANDSEA_METRICS_TOKEN is set.
"""

import os
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from landsea.upkeep.activity import Activity, read_activity

SECONDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
LAST = {
    "filing": "landsea_last_filing_timestamp_seconds",
    "mail_out": "landsea_last_mail_out_timestamp_seconds",
    "worker": "landsea_last_worker_heartbeat_timestamp_seconds",
    "backup": "landsea_last_backup_timestamp_seconds",
}
WAITING = {
    "job": ("landsea_oldest_job_seconds", "how long the oldest due job has waited"),
    "mail": ("landsea_oldest_mail_seconds", "how long the oldest due mail has waited"),
    "step": ("landsea_oldest_step_seconds", "for how long the oldest undone step has been overdue"),
    "deadline": ("landsea_deadline_watcher_late_seconds", "how long a deadline that passed was not acted on"),
    "token": ("landsea_messenger_token_fails_seconds", "for how long a messenger has given us no access token"),
}


def name_last(kind: str) -> str:
    """Return the metric of when something of this kind last happened; rooms may bring kinds of their own."""
    return LAST.get(kind, f"landsea_last_{kind}_timestamp_seconds")


class ActivityCollector:
    """Gives Prometheus the activity as gauges, read when it asks."""

    def collect(self) -> Iterator[Any]:
        """Yield one family a metric; what never happened has no sample."""
        from prometheus_client.core import GaugeMetricFamily

        found: Activity = read_activity(timezone.now())
        for kind, moment in found.last.items():
            family = GaugeMetricFamily(name_last(kind), f"when the last {kind} was, in seconds since 1970")
            if moment is not None:
                family.add_metric([], moment.timestamp())
            yield family
        for kind, (name, meaning) in WAITING.items():
            yield GaugeMetricFamily(name, meaning, value=found.seconds_waiting(kind))
        for kind, count in found.counts.items():
            yield GaugeMetricFamily(f"landsea_{kind}", kind.replace("_", " "), value=count)


def find_metrics_folder() -> Path:
    """Return the folder in which the web processes of this machine count, made if it is missing."""
    folder = Path(os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(settings.VAR / "metrics")))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@cache
def _answer_times() -> Any:
    find_metrics_folder()  # before the library is imported: it looks for the folder once
    from prometheus_client import Histogram

    return Histogram(
        "landsea_answer_seconds", "how long answers took", ["method", "status"], buckets=SECONDS, registry=None
    )


def write_metrics() -> bytes:
    """Return everything in Prometheus' text format."""
    folder = find_metrics_folder()
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    registry.register(ActivityCollector())
    MultiProcessCollector(registry, path=str(folder))
    return bytes(generate_latest(registry))


class AnswersCounted:
    """Counts each answer with its time, by method and status; installed only where metrics are read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and count it. Methods that no page takes count together: a stranger cannot make new rows."""
        began = time.perf_counter()
        response = self.get_response(request)
        method = request.method if request.method in ("GET", "HEAD", "POST") else "other"
        _answer_times().labels(method, str(response.status_code)).observe(time.perf_counter() - began)
        return response
