"""`make drill`: web server, worker, mail intake and PostgreSQL are killed with -9 two hundred times at random while people
file, reply and write mails.

1. Start `landsea serve` (PostgreSQL, web server, worker) and the mail intake in a folder of their own; with `--apart` web
   server and worker each by itself, as an init system does. Four clients file cases and write replies without pause, each with
   a key of its own; two mail servers hand over answers and new cases by LMTP. What was acknowledged is written down; what was
   not is sent again, as a browser, a person or a mail server would (`bench/drill_people.py`). Two more clients send hostile
   requests as everybody (`bench/drill_hostile.py`; `--no-hostile` leaves them away).
2. Two hundred times (`--kills`), after a random while, kill the web server's group, the worker's, the mail intake's, or all of
   PostgreSQL with SIGKILL; it is started again, web server and worker by `landsea serve`.
3. Let the worker finish, then count: every acknowledged filing is exactly one case with one running step and one
   accountable desk, whether it came by page or mail; every acknowledged reply is exactly one message, or the mail is held for
   a person; every delivery is sent and its mail lies there once; nothing is open without end; the audit chains hold.
"""

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench.drill_count import count_house, count_said, print_table, wait_until_done
from bench.drill_hostile import Seen, be_hostile, gather_hostile_people
from bench.drill_people import Acknowledged, answering_by_mail, filing_by_mail, nothing_yet, person
from bench.drill_processes import (
    Database,
    Group,
    ServedChild,
    free_port,
    start_mail_in,
    start_platform,
    start_web,
    start_worker,
    wait_until_listening,
    wait_until_up,
    wait_until_working,
)
from bench.mail_site import DOMAIN, file_cases

CASES = 200
"""Whose filers answer by mail: one sender is held for a person after twenty mails an hour."""


def main() -> int:
    """Run the drill and print its table; end with 1 when something was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m bench.drill", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how often to kill (default 200)")
    parser.add_argument("--folder", type=Path, help="of an installation that is kept, for rounds one after the other")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin no kill after so many minutes, and count")
    parser.add_argument("--seed", type=int, default=1, help="of the moments and the victims")
    parser.add_argument(
        "--rest", type=float, default=0, help="seconds that a person rests between two cases (default 0)"
    )
    parser.add_argument("--no-hostile", dest="is_hostile", action="store_false", help="send no hostile requests")
    parser.add_argument("--apart", action="store_true", help="start web server and worker without `landsea serve`")
    parser.add_argument("--web-processes", type=int, default=0, help="with --apart (default as `landsea serve`)")
    parser.add_argument("--hostile-rest", type=float, default=0.5, help="seconds between two turns of each of the two")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # whoever ends the drill ends what it started
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {
        "LANDSEA_DEMO": "yes",
        "LANDSEA_SECRET_KEY": "drill",
        "LANDSEA_FILINGS_PER_HOUR": "100000000",
        "LANDSEA_MAILS_PER_HOUR": "100000000",
        "LANDSEA_INBOUND_DOMAIN": DOMAIN,
        "LANDSEA_LOG_LEVEL": "ERROR",
        "LANDSEA_TRUSTED_PROXIES": "127.0.0.1",
    }
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    with tempfile.TemporaryDirectory() as temporary:
        var = options.folder or Path(temporary)
        var.mkdir(exist_ok=True)
        var.chmod(0o711)  # root's PostgreSQL runs as another user, who has to pass through
        os.environ["LANDSEA_VAR"] = str(var)
        import django

        from landsea_dev import postgres

        django.setup()
        postgres.ensure_running()
        try:
            return run_drill(options, var)
        finally:
            postgres.release_server()
            postgres.stop_server()


def run_drill(options: argparse.Namespace, var: Path) -> int:
    """Let people work while processes die; count, print, and return the exit status."""
    from landsea.cases.models import Case

    if not (var / "prepared").exists():
        prepare_installation()
        (var / "prepared").touch()
    people = file_cases(CASES, first=Case.objects.count())
    port, mail_port = free_port(), free_port()
    hostile = gather_hostile_people(port, options.seed) if options.is_hostile else []
    started, groups = start_groups(port, mail_port, var, options)
    acknowledged, stop, seen = nothing_yet(), threading.Event(), Seen()
    at_work = [
        *(
            threading.Thread(target=person, args=(port, n, stop, acknowledged), kwargs={"rest": options.rest})
            for n in range(4)
        ),
        threading.Thread(target=answering_by_mail, args=(mail_port, people, stop, acknowledged)),
        threading.Thread(target=filing_by_mail, args=(mail_port, stop, acknowledged)),
    ]
    if hostile:
        at_work += [
            threading.Thread(target=be_hostile, args=(hostile[n::2], n, options.hostile_rest, stop, seen))
            for n in range(2)
        ]
    try:
        kills = kill_at_random(options, groups, at_work, acknowledged, (port, mail_port))
        time.sleep(10)
        stop.set()
        for one in at_work:
            one.join(90)
        wait_until_done(revive=groups[1].revive)
        (told, wrong), (told_too, wrong_too) = count_said(acknowledged), count_house(var / "mails")
    finally:
        stop.set()
        for group in reversed(started):
            group.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                group.process.wait(60)
            group.kill()
    killed = ", ".join(f"{count} times {name}" for name, count in kills.items())
    return print_table({"killed": killed, **told, **told_too, **seen.told()}, wrong | wrong_too | seen.wrong())


def start_groups(port: int, mail_port: int, var: Path, options: argparse.Namespace) -> tuple[list[Group], list]:
    """Return the processes that are started here, and web server, worker and mail intake as they are killed."""
    mail_in = start_mail_in(mail_port, dict(os.environ))
    if options.apart:
        log = var / "web.log"
        web = start_web(port, dict(os.environ), log=log, processes=options.web_processes)
        apart = [web, start_worker(dict(os.environ)), mail_in]
        return apart, apart
    own = os.environ | {"LANDSEA_DEMO": "no"}  # the people are there; `serve` would file cases of theirs
    platform = start_platform(port, own, var / "web.log")
    served = [ServedChild(*one, platform) for one in (("web server", "landsea-web"), ("worker", "landsea-worker"))]
    return [platform, mail_in], [*served, mail_in]


def kill_at_random(options, groups: list, at_work: list, acknowledged: Acknowledged, ports: tuple[int, int]) -> dict:
    """Start the people, then kill and start again; return who was killed how often."""
    port, mail_port = ports
    victims = [*groups, Database()]
    kills = {one.name: 0 for one in victims}
    chance = random.Random(options.seed)

    def wait_until_at_work(victim: object) -> None:
        """A kill that meets a process which only starts proves little; the others may be starting."""
        for group in groups:
            group.revive()
        wait_until_up(port)
        if victim is groups[1]:
            wait_until_working(groups[1], port)
        if victim is groups[2]:
            wait_until_listening(mail_port)

    for group in groups:
        wait_until_at_work(group)
    for one in at_work:
        one.start()
    ends = time.monotonic() + options.minutes * 60
    for number in range(1, options.kills + 1):
        if time.monotonic() > ends:
            break
        victim = chance.choice(victims)
        wait_until_at_work(victim)
        time.sleep(chance.uniform(0.2, 3))
        victim.kill()
        kills[victim.name] += 1
        victim.start()
        if number % 10 == 0:
            said = ", ".join(f"{len(words)} {kind}" for kind, words in acknowledged.items())
            print(f"after {number} kills acknowledged: {said}", file=sys.stderr, flush=True)
    for group in groups:
        wait_until_at_work(group)
    return kills


def prepare_installation() -> None:
    """Make the tables, load the reference, and let the people of the demonstration sit at their desks."""
    from django.core.management import call_command
    from django.utils import timezone

    from landsea_demo.people import create_demo_people

    for command in ("migrate", "load_reference"):
        call_command(command, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    create_demo_people(timezone.now())


if __name__ == "__main__":
    sys.exit(main())
