"""A game day: what breaks in an installation is broken in one of its own, and what people see, what heals by itself and what
the operator's page says is written down. Run: `python -m bench.game_day [SCENE...]`.

Scenes: disk (full), database (away, then frozen, for a minute), clock (an hour ahead, then back), worker (hangs), poison (a row
in each queue), garbage (a mail server that answers nonsense), backlog (a month's mails at once). Needs root for the small disk
and Debian's packages for the clock; what cannot be had is said. Each line printed is `scene | what | what came`.
"""

import argparse
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench.drill_count import count_open, print_table
from bench.drill_people import answering_by_mail, nothing_yet
from bench.drill_processes import wait_until
from bench.game_around import Day, tell
from bench.game_machine import fill_disk, jump_clock, take_database_away
from bench.game_poison import poison_all
from bench.game_site import Site, look, operator_page, try_to_file
from bench.mail_site import file_cases

MEGABYTES = 1500
"""Of the small disk."""


def let_worker_hang(day: Day) -> None:
    """Stop the worker without ending it, look after a minute, and do what the alert's page says: end it, start it."""
    os.killpg(day.site.worker.process.pid, signal.SIGSTOP)
    time.sleep(day.seconds)
    day.look_around("worker", f"hangs for {day.seconds:.0f} s")
    day.site.worker.kill()
    day.site.worker.start()
    day.heal("worker")


def poison_queues(day: Day) -> None:
    """Put a poisoned row into each queue and a sound one behind it; tell what became of them after a minute."""
    try_to_file(day.site.port)
    outcomes = list(poison_all(day.site.mail_port))
    time.sleep(day.seconds)
    for queue, outcome in outcomes:
        try:
            tell("poison", queue, outcome())
        except Exception as fault:
            tell("poison", queue, f"could not be told: {fault}")
    tell("poison", "filing", try_to_file(day.site.port))
    page = operator_page(day.site.port, day.operator)
    tell("poison", "operator's page", "1 case is put aside" if "is put aside" in page else page[:300])


def answer_garbage(day: Day) -> None:
    """Let the mail server answer nonsense for a minute, then be away, then be none of our trouble again."""
    from landsea.base.outbox.models import Delivery

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=talk_nonsense, args=(server,), daemon=True).start()
        port = server.getsockname()[1]
        for group in day.site.groups:
            group.kill()
        day.site.start(LANDSEA_MAIL="smtp", LANDSEA_SMTP_HOST="127.0.0.1", LANDSEA_SMTP_PORT=str(port))
        tell("garbage", "filing", try_to_file(day.site.port))
        refused = Delivery.objects.exclude(template="no_such_words").filter(state__in=["waiting", "failed"])
        wait_until(refused.exists, day.seconds + 60)
        for state, reply in refused.values_list("state", "last_reply").distinct():
            tell("garbage", f"a mail is {state}", reply[:100])
        tell("garbage", "operator's page", day.read_page())
    for group in day.site.groups:
        group.kill()
    Delivery.objects.filter(state="waiting").update(not_before="2026-01-01T00:00Z")  # the ladder's next step is come
    day.site.start()
    day.heal("garbage")


def talk_nonsense(server: socket.socket) -> None:
    """Answer each connection with bytes that are no protocol's."""
    while True:
        try:
            line, _ = server.accept()
        except OSError:
            return
        with line:
            line.sendall(b"\xff\xfe<html>503 7 \x00\x00 teapot\r\n" * 20)


def bring_backlog(day: Day) -> None:
    """Hand over a month's mails while the worker is away, then let it read them; tell how long, and how pages fare."""
    day.site.worker.kill()
    people, acknowledged, stop = file_cases(day.mails // 15 + 1), nothing_yet(), threading.Event()
    began = time.monotonic()
    senders = [
        threading.Thread(
            target=answering_by_mail, args=(day.site.mail_port, people[n::4], stop, acknowledged), kwargs={"rest": 0}
        )
        for n in range(4)
    ]
    for one in senders:
        one.start()
    while len(acknowledged["replied by mail"]) < day.mails:
        time.sleep(0.2)
    stop.set()
    for one in senders:
        one.join()
    count = len(acknowledged["replied by mail"])
    tell("backlog", "taken", f"{count} mails in {time.monotonic() - began:.0f} s")
    tell("backlog", "operator's page", day.read_page())
    began = time.monotonic()
    day.site.worker.start()
    times = []
    while any(count_open().values()) and time.monotonic() - began < 1200:
        at = time.monotonic()
        look(day.site.port, "/")
        times.append(time.monotonic() - at)
        time.sleep(1)
    times.sort()
    took = time.monotonic() - began
    tell("backlog", "read and answered", f"in {took:.0f} s ({count / took:.0f} a second); open: {count_open()}")
    if times:
        tell(
            "backlog",
            "first page meanwhile",
            f"p50 {times[len(times) // 2] * 1000:.0f} ms, p95 {times[int(len(times) * 0.95)] * 1000:.0f} ms",
        )


SCENES = {
    "worker": let_worker_hang,
    "poison": poison_queues,
    "garbage": answer_garbage,
    "database": take_database_away,
    "disk": fill_disk,
    "backlog": bring_backlog,
    "clock": jump_clock,
}


def main() -> int:
    """Play the scenes that are named, or all; end with 1 when the house does not hold at the end."""
    parser = argparse.ArgumentParser(prog="python -m bench.game_day", description=__doc__)
    parser.add_argument("scenes", nargs="*", choices=[*SCENES, []], default=[])
    parser.add_argument("--seconds", type=float, default=60, help="how long each trouble lasts (default 60)")
    parser.add_argument("--mails", type=int, default=1500, help="a month's mails (default 1500)")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="landsea-game-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        site = Site(folder, MEGABYTES)
        try:
            site.prepare()
            day = Day(site, options.seconds, options.mails)
            for scene in options.scenes or SCENES:
                try:
                    SCENES[scene](day)
                except Exception as fault:
                    tell(scene, "the scene broke off", f"{type(fault).__name__}: {fault}")
                    site.wait()
            return check_house()
        finally:
            site.stop()


def check_house() -> int:
    """Count at the end of the day what must be 0."""
    from bench.drill_count import count_house

    _, wrong = count_house(Path(os.environ["LANDSEA_VAR"]) / "mails")
    expected = (
        "deliveries without end",
        "deliveries given up",
        "mails missing or double",
    )  # poisoned ones are among them
    return print_table({}, {name: count for name, count in wrong.items() if name not in expected})


if __name__ == "__main__":
    sys.exit(main())
