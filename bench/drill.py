"""`make drill`: web server, worker and PostgreSQL are killed with -9 two hundred times at random while people file and reply.

1. Start PostgreSQL, web server and worker in a folder of their own. Four clients file cases and write replies without pause,
   each with a key of its own; what was acknowledged (an answer below 400) is written down; what was not is sent again
   with the same key, as a browser or a person would.
2. Two hundred times (`--kills`), after a random while, kill the web server's group, the worker's, or all of PostgreSQL with
   SIGKILL and start it again.
3. Let the worker finish, then count: every acknowledged filing is exactly one case with one running step and one
   accountable desk; every acknowledged reply is exactly one message; every delivery is sent and its mail lies there
   once; the audit chains hold.
"""

import argparse
import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path
from urllib.request import urlopen

FORM = {
    "place_text": "Mohan",
    "country": "CN",
    "goods": "dried cassava",
    "filer_country": "LA",
    "matter": "plant_health",
    "lane": "normal",
    "visibility": "named",
    "name": "Drill",
    "party": "Drill Cassava",
    "action": "send",
}


class Group:
    """A child process with its whole group, which can be killed at once and started again."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str]):
        self.name, self.command, self.environment = name, command, environment
        self.start()

    def start(self) -> None:
        """Start the process as the leader of a group of its own."""
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(
            self.command, env=self.environment, start_new_session=True, stdout=quiet, stderr=quiet
        )

    def kill(self) -> None:
        """SIGKILL to the whole group."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Database:
    """The embedded PostgreSQL of this drill, which can be killed at once with all its processes and started again."""

    name = "PostgreSQL"

    def kill(self) -> None:
        """SIGKILL to the server and all its processes: no checkpoint, no goodbye."""
        from landsea_dev import pgprocess, postgres

        for pid in pgprocess.all_pids(postgres.default_cluster().data):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def start(self) -> None:
        """Start it again, as `landsea serve` does; it recovers from its log."""
        from landsea_dev import postgres

        postgres.ensure_running()


def person(port: int, number: int, stop: threading.Event, acknowledged: dict[str, set[str]]) -> None:
    """File and reply until told to stop; note what was acknowledged by the words that were sent."""
    from bench.client import Client

    random.seed(number)
    while not stop.is_set():
        words, key, sent = f"Drill {uuid.uuid4().hex}", uuid.uuid4().hex * 2, False
        while not sent and not stop.is_set():
            with contextlib.suppress(Exception):
                client = Client(port)
                client.learn_token("/file/")
                fields = {
                    **FORM,
                    "text": f"{words} our lorry waits.",
                    "key": key,
                    "email": f"{key[:12]}@drill.example.org",
                }
                _, _, headers = client.post("/file/", fields)
                acknowledged["filed"].add(words)
                page = client.get(headers["Location"])[1]
                link = re.search(r"/m/[\w-]{43}", page).group(0)
                mailbox = client.get(link)[2]["Location"]
                sent = True
        reply, once = (
            f"Reply {uuid.uuid4().hex}",
            uuid.uuid4().hex * 2,
        )  # of a form's own length: a shorter one is no key
        while sent and not stop.is_set():
            with contextlib.suppress(Exception):
                client.learn_token(mailbox)
                client.post(f"{mailbox}reply", {"body": reply, "key": once})
                acknowledged["replied"].add(reply)
                break


def main() -> int:
    """Run the drill and print its table; end with 1 when something was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m bench.drill", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how often to kill (default 200)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments and the victims")
    options = parser.parse_args()
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {
        "LANDSEA_DEMO": "yes",
        "LANDSEA_SECRET_KEY": "drill",
        "LANDSEA_FILINGS_PER_HOUR": "100000000",
        "LANDSEA_LOG_LEVEL": "CRITICAL",
    }
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    with tempfile.TemporaryDirectory() as var:
        Path(var).chmod(0o711)  # root's PostgreSQL runs as another user, who has to pass through
        os.environ["LANDSEA_VAR"] = var
        import django

        from landsea_dev import postgres

        django.setup()
        postgres.ensure_running()
        acknowledged, kills = run_drill(options)
        result = report(acknowledged, kills, Path(var))
        postgres.release_server()
        postgres.stop_server()
        return result


def run_drill(options) -> tuple[dict[str, set[str]], dict[str, int]]:
    """Let people work while processes die; return what was acknowledged and who was killed how often."""
    import socket

    from django.core.management import call_command
    from django.utils import timezone

    from landsea_demo.people import create_demo_people
    from landsea_dev.listening import web_options

    for command in ("migrate", "load_reference"):
        call_command(command, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    create_demo_people(timezone.now())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    python = [sys.executable, "-m"]
    groups = [
        Group("web server", [*python, "granian", *web_options("127.0.0.1", port)], dict(os.environ)),
        Group("worker", [*python, "landsea", "worker"], dict(os.environ)),
    ]
    acknowledged, stop = {"filed": set(), "replied": set()}, threading.Event()
    victims = [*groups, Database()]
    kills = {one.name: 0 for one in victims}
    people = [threading.Thread(target=person, args=(port, n, stop, acknowledged)) for n in range(4)]
    chance = random.Random(options.seed)
    try:
        time.sleep(6)
        for one in people:
            one.start()
        for _ in range(options.kills):
            wait_until_up(port)  # otherwise most kills would meet processes that only start
            time.sleep(chance.uniform(0.2, 3))
            victim = chance.choice(victims)
            victim.kill()
            kills[victim.name] += 1
            victim.start()
        wait_until_up(port)
        time.sleep(10)
        stop.set()
        for one in people:
            one.join(90)
        wait_until_sent()
    finally:
        stop.set()
        for group in groups:
            group.kill()
    return acknowledged, kills


def wait_until_up(port: int, seconds: float = 60) -> None:
    """Wait until the web server and the database answer."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError), urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
            return
        time.sleep(0.2)


def wait_until_sent(seconds: float = 420) -> None:
    """Wait until no delivery is open; what a killed worker left in flight is freed by the sweep after three minutes."""
    from django.db import connections

    from landsea.base.outbox.models import Delivery

    connections.close_all()  # ours was lost with the server that was killed
    until = time.monotonic() + seconds
    while time.monotonic() < until and Delivery.objects.exclude(state="sent").exists():
        time.sleep(2)


def report(acknowledged: dict[str, set[str]], kills: dict[str, int], var: Path) -> int:
    """Count and print; 1 when something does not hold."""
    from landsea.base.audit.verify import broken_anchors, broken_entries
    from landsea.base.outbox.models import Delivery
    from landsea.cases.models import Case, Involvement, Message, StepRecord

    titles = [text.split(" our ")[0] for text in Case.objects.values_list("text", flat=True)]
    replies = list(Message.objects.filter(side="filer").values_list("body", flat=True))
    mails = [file.stem for file in (var / "mails").glob("*.eml")]
    rows = {
        "killed": ", ".join(f"{count} times {name}" for name, count in kills.items()),
        "filings acknowledged": len(acknowledged["filed"]),
        "  lost": len(acknowledged["filed"] - set(titles)),
        "  there twice": len(titles) - len(set(titles)),
        "replies acknowledged": len(acknowledged["replied"]),
        " lost": len(acknowledged["replied"] - set(replies)),
        " there twice": len(replies) - len(set(replies)),
        "cases without one accountable desk": Case.objects.count()
        - Involvement.objects.filter(kind="accountable", until=None).count(),
        "cases without one running step": Case.objects.filter(closed_at=None).count()
        - StepRecord.objects.filter(ended_at=None).count(),
        "deliveries": Delivery.objects.count(),
        "deliveries not sent": Delivery.objects.exclude(state="sent").count(),
        "mails missing or double": abs(Delivery.objects.filter(state="sent").count() - len(set(mails))),
        "places where the audit does not hold": len([*broken_entries(), *broken_anchors()]),
    }
    for name, value in rows.items():
        print(f"{name.strip():<40} {value}")
    said = ("killed", "filings acknowledged", "replies acknowledged", "deliveries")
    return 1 if any(value for name, value in rows.items() if name not in said) else 0


if __name__ == "__main__":
    sys.exit(main())
