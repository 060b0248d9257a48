"""`make drill`, its part with two machines: two groups of web server and worker share one database and one folder of papers,
and one group at a time is killed with -9 while people work. Run: `python -m bench.drill_machines [--pgbouncer]`.

1. People come by something that sends each request to a machine that answers, as a proxy does (`ops/proxies`).
2. `--rounds` times one machine dies wholly, web server and worker at one instant. It is noted for how long nothing was
   acknowledged. Then it comes back.
3. Counted as in the kill drill: nothing lost, nothing doubled, nothing open without end.
4. One network files alternately on both machines: both together take as many as its limit allows, and another network
   still files.

With `--pgbouncer` the web servers reach the database through a PgBouncer of Debian's (transaction pooling, the settings of
docs/operators/scaling.md), the workers, which listen for jobs, directly.
"""

import argparse
import os
import random
import signal
import socket
import sys
import tempfile
import threading
import time
import uuid
from contextlib import ExitStack
from pathlib import Path

from bench.drill import prepare_installation
from bench.drill_count import count_house, count_said, print_table, wait_until_done
from bench.drill_people import FORM, Acknowledged, nothing_yet, person
from bench.drill_processes import Group, free_port, start_web, start_worker, wait_until_up, wait_until_working

MOST_IN_AN_HOUR = 6
"""How many filings of one network the last part allows."""


class Machine:
    """One machine of two: a web server and a worker with a folder of their own, and in it the papers that both share."""

    def __init__(self, name: str, folder: Path, **settings: str):
        self.name, self.port = name, free_port()
        self.folder = folder / name
        self.folder.mkdir()
        (folder / "papers").mkdir(exist_ok=True)
        (self.folder / "files").symlink_to(folder / "papers")
        self.environment = os.environ | settings | {"LANDSEA_VAR": str(self.folder)}
        self.groups: list[Group] = []

    def start(self) -> None:
        """Start both processes."""
        direct = self.environment.get("LANDSEA_DIRECT_DATABASE_URL") or self.environment["DATABASE_URL"]
        self.groups = [
            start_web(self.port, dict(self.environment), f"web server of {self.name}"),
            start_worker({**self.environment, "DATABASE_URL": direct}, f"worker of {self.name}"),
        ]

    def wait_until_up(self) -> None:
        """Wait until both are at work."""
        wait_until_up(self.port, 180)
        wait_until_working(self.groups[1], self.port, 180)

    def kill(self) -> None:
        """SIGKILL to both at one instant."""
        for group in self.groups:
            group.kill()


def main() -> int:
    """Run the drill and print its table; end with 1 when something did not hold."""
    parser = argparse.ArgumentParser(prog="python -m bench.drill_machines", description=__doc__)
    parser.add_argument("--rounds", type=int, default=6, help="how often a machine dies (default 6)")
    parser.add_argument("--pgbouncer", action="store_true", help="let web servers go through PgBouncer")
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="landsea-machines-") as name, ExitStack() as stack:
        folder = Path(name)
        folder.chmod(0o711)
        direct = set_up(folder)
        settings = {"DATABASE_URL": direct}
        if options.pgbouncer:
            from bench.pgbouncer import running_pgbouncer

            (folder / "pgbouncer").mkdir()
            through = stack.enter_context(running_pgbouncer(folder / "pgbouncer", direct))
            if through is None:
                print("drill_machines: skipped; Debian's package pgbouncer cannot be had here")
                return 0
            settings = {"DATABASE_URL": through, "LANDSEA_DIRECT_DATABASE_URL": direct}
        machines = [Machine(name, folder, **settings) for name in ("one", "two")]
        try:
            return run_drill(options, machines)
        finally:
            for machine in machines:
                machine.kill()


def set_up(folder: Path) -> str:
    """Make a database of this process's own with the reference and the people of the demonstration; return its address."""
    from landsea_dev.throwaway import start_throwaway_cluster

    url = start_throwaway_cluster().url()
    os.environ |= {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
        "LANDSEA_DEMO": "yes",
        "LANDSEA_SECRET_KEY": "drill",
        "LANDSEA_FILINGS_PER_HOUR": "100000000",
        "LANDSEA_LOG_LEVEL": "CRITICAL",
        "LANDSEA_TRUSTED_PROXIES": "127.0.0.1/32",
        "LANDSEA_VAR": str(folder),
    }
    import django

    django.setup()
    prepare_installation()
    return url


def run_drill(options: argparse.Namespace, machines: list[Machine]) -> int:
    """Let machines die under load, count, and try the shared limit; return the exit status."""
    for machine in machines:
        machine.start()
        (machine.folder / "static").symlink_to(machine.folder.parent / "static")
        machine.wait_until_up()
    acknowledged, stop = nothing_yet(), threading.Event()
    people = [
        threading.Thread(target=person, args=(lambda: answering(machines), n, stop, acknowledged)) for n in range(4)
    ]
    for one in people:
        one.start()
    try:
        gaps = [kill_one(machines[turn % 2], acknowledged, options.seed + turn) for turn in range(options.rounds)]
    finally:
        stop.set()
    for one in people:
        one.join(90)
    wait_until_done()
    (told, wrong), (told_too, wrong_too) = (
        count_said(acknowledged),
        count_house(*(one.folder / "mails" for one in machines)),
    )
    told |= {"machines killed": options.rounds, "longest time without an acknowledgement, seconds": f"{max(gaps):.1f}"}
    if options.pgbouncer:
        from bench.pgbouncer import pools_of

        told["pools"] = "; ".join(
            f"{one['database']}: {one['cl_active']} clients on {one['sv_active'] + one['sv_idle'] + one['sv_used']} lines"
            for one in pools_of(machines[0].environment["DATABASE_URL"])
        )
    return print_table(told | told_too, wrong | wrong_too | try_shared_limit(machines))


def answering(machines: list[Machine]) -> int:
    """Return the port of a machine that takes connections, another one each time, as a proxy finds it."""
    chosen = random.sample(machines, len(machines))
    for machine in chosen:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", machine.port)) == 0:
                return machine.port
    return chosen[0].port


def kill_one(machine: Machine, acknowledged: Acknowledged, seed: int) -> float:
    """Kill a machine at a random moment and start it again when the other took on; return how long nothing was acknowledged."""
    time.sleep(random.Random(seed).uniform(2, 8))
    machine.kill()
    killed_at, before = time.monotonic(), sum(map(len, acknowledged.values()))
    while sum(map(len, acknowledged.values())) == before and time.monotonic() - killed_at < 120:
        time.sleep(0.1)
    gap = time.monotonic() - killed_at
    time.sleep(5)
    machine.start()
    machine.wait_until_up()
    return gap


def try_shared_limit(machines: list[Machine]) -> dict[str, int]:
    """Let one network file on both machines in turn, more than it may; return how far what was taken is from the limit, and
    whether another network was refused for it.
    """
    for machine in machines:
        machine.kill()
        machine.environment["LANDSEA_FILINGS_PER_HOUR"] = str(MOST_IN_AN_HOUR)
        machine.start()
    for machine in machines:
        machine.wait_until_up()
    taken = sum(file_from(machines[turn % 2].port, "198.51.100.7") for turn in range(2 * MOST_IN_AN_HOUR))
    other = file_from(machines[0].port, "203.0.113.9")
    return {
        f"filings of one network beyond {MOST_IN_AN_HOUR} an hour on both machines": abs(taken - MOST_IN_AN_HOUR),
        "filings of another network refused for it": int(not other),
    }


def file_from(port: int, network: str) -> bool:
    """File a case from this network; return whether it was taken."""
    from bench.client import Client

    client = Client(port, more={"X-Forwarded-For": network})
    try:
        client.learn_token("/file/")
        key = uuid.uuid4().hex * 2
        _, _, headers = client.post(
            "/file/",
            {**FORM, "text": f"Limit {key[:9]}: a lorry waits.", "key": key, "email": f"{key[:9]}@drill.example.org"},
        )
    except AssertionError:
        return False
    return "Location" in headers


if __name__ == "__main__":
    sys.exit(main())
