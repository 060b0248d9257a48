"""A soak that counts the database's connections: visitors come in bursts and one by one, and the server's threads come and go.

    python -m bench.connections --minutes 60

Bursts of as many clients as there are threads alternate with silences that are longer than a thread stays idle: that is when
threads end and others begin. Printed is a line a round with connections open (and among them idle), and how many answers
were no 200. Ends with 1 when there were more connections than the processes may hold, or an answer was none.
"""

import argparse
import os
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

IDLE = 5
"""Seconds after which a thread of the server that has nothing to do ends, in this soak; granian's own are 30."""
PAGES = ("/health/activity", "/who/?q=mohan", "/file/", "/exchange/", "/rules/")
OTHERS = 2
"""Connections of this soak itself: the one that counts, and one that prepared."""


def visit(port: int, number: int, answers: Counter) -> None:
    """Open one page and count the answer's status."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{PAGES[number % len(PAGES)]}", timeout=30) as answer:
            answer.read()
            answers[answer.status] += 1
    except HTTPError as refused:
        answers[refused.code] += 1
    except URLError:
        answers[0] += 1


def soak(port: int, url: str, minutes: float, clients: int) -> tuple[int, Counter]:
    """Let visitors come for so many minutes; return the most connections that were open at once, and the answers."""
    import psycopg

    most, answers, began = 0, Counter(), time.monotonic()
    print(f"{'seconds':>8}{'open':>6}{'idle':>6}{'answers':>9}{'not 200':>9}", flush=True)
    with psycopg.connect(url, autocommit=True) as line:
        while time.monotonic() - began < minutes * 60:
            people = [threading.Thread(target=visit, args=(port, n, answers)) for n in range(clients)]
            for one in people:
                one.start()
            for one in people:
                one.join()
            time.sleep(IDLE * 1.6)
            visit(port, 0, answers)
            opened, idle = line.execute(
                "SELECT count(*), count(*) FILTER (WHERE state = 'idle') FROM pg_stat_activity"
                " WHERE datname = current_database()"
            ).fetchone()
            most = max(most, opened)
            wrong = sum(count for status, count in answers.items() if status != 200)
            print(
                f"{time.monotonic() - began:>8.0f}{opened:>6}{idle:>6}{sum(answers.values()):>9}{wrong:>9}", flush=True
            )
    return most, answers


def main() -> int:
    """Serve on a database of its own, soak, and say whether connections stayed within their bound."""
    parser = argparse.ArgumentParser(prog="python -m bench.connections", description=__doc__)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--clients", type=int, default=24, help="how many come at once (default 24)")
    options = parser.parse_args()
    from bench.site import WORKERS, database_url, serving

    url = database_url(f"soak_{uuid.uuid4().hex[:8]}")
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "landsea.settings.base", "LANDSEA_LOG_LEVEL": "ERROR"}
    with tempfile.TemporaryDirectory() as var:
        os.environ["LANDSEA_VAR"] = var
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command

        for command in ("migrate", "load_reference"):
            call_command(command, verbosity=0)
        with serving(url, var, "--blocking-threads-idle-timeout", str(IDLE)) as port:
            most, answers = soak(port, url, options.minutes, options.clients)
    allowed = WORKERS * getattr(settings, "DATABASE_CONNECTIONS", 10**6) + OTHERS
    wrong = {status: count for status, count in answers.items() if status != 200}
    print(f"most at once {most}, allowed {allowed}; answers that were no 200: {wrong or 'none'}")
    return 1 if wrong or most > allowed else 0


if __name__ == "__main__":
    sys.exit(main())
