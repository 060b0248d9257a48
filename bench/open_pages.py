"""What 500 open pages cost one process of the web server: memory and processor for each.

    python -m bench.open_pages [--pages 500] [--every 30] [--minutes 3]

No page of the platform keeps a line open for news or asks by itself (but the one on which a copy of one's data is made, while
it is made): news come by mail, message, feed and webhook. So an open page costs a kept connection and nothing else, which is
measured first. Then each asks for its list of cases again every `--every` seconds, as somebody who waits and looks does, each
on its own connection. Processor time is that of the server's process, not of PostgreSQL and of the clients. On a small store.
"""

import argparse
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

LIST = "/queue/"
THREADS = 8
"""Of the clients: each looks after its share of the pages."""


def main() -> int:
    """Serve by one process, open the pages, print what they cost."""
    parser = argparse.ArgumentParser(prog="python -m bench.open_pages", description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument(
        "--every", type=float, default=30, help="seconds after which an open page asks again (default 30)"
    )
    parser.add_argument("--minutes", type=float, default=3)
    options = parser.parse_args()
    from bench.site import database_url, serving

    url = database_url("bench_open_pages")
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "landsea.settings.base", "LANDSEA_DEMO": "yes"}
    with tempfile.TemporaryDirectory() as var:
        os.environ |= {"LANDSEA_VAR": var, "LANDSEA_SECRET_KEY": "bench", "LANDSEA_LOG_LEVEL": "ERROR"}
        import django

        django.setup()
        from bench.site import sign_in
        from bench.store import make_store

        make_store(1000)
        from landsea_dev import listening

        listening.WORKERS = 1
        cookies = sign_in("coordinator")
        with serving(url, var) as port:
            print_costs(port, cookies, options)
    return 0


def print_costs(port: int, cookies: dict[str, str], options: argparse.Namespace) -> None:
    """Open the pages, let them stand, let them ask, and print the costs."""
    from bench.client import Client

    for _page in range(40):  # what the first pages load is no cost of an open one
        Client(port, cookies).get(LIST)
    time.sleep(20)
    server = find_server(port)
    memory, _ = look(server)
    clients = [Client(port, cookies) for _page in range(options.pages)]
    for client in clients:
        client.get(LIST)
    with_pages, before = look(server)
    each = (with_pages - memory) * 1024 / options.pages
    print(f"{options.pages} pages opened: {memory:.0f} MB before, {with_pages:.0f} MB with them, {each:.1f} kB each")
    begun = time.monotonic()
    time.sleep(60)
    idle = (look(server)[1] - before) / (time.monotonic() - begun)
    print(f"standing open: {100 * idle:.2f} % of a core for all of them")
    asked, begun, before = [0] * THREADS, time.monotonic(), look(server)[1]
    workers = [
        threading.Thread(target=ask_again, args=(clients[number::THREADS], options, asked, number))
        for number in range(THREADS)
    ]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    lasted, (memory, after) = time.monotonic() - begun, look(server)
    print(
        f"asking every {options.every:.0f} s: {sum(asked)} answers in {lasted:.0f} s,"
        f" {1000 * (after - before) / max(sum(asked), 1):.1f} ms of processor each,"
        f" {100 * (after - before) / lasted:.1f} % of a core for all of them; {memory:.0f} MB"
    )


def ask_again(clients: list, options: argparse.Namespace, asked: list[int], number: int) -> None:
    """Let these pages ask in turn, so that each asks once in `every` seconds, until the time is over."""
    until = time.monotonic() + options.minutes * 60
    pause = options.every / max(len(clients), 1)
    while clients:
        for client in clients:
            due = time.monotonic() + pause
            if due > until:
                return
            client.get(LIST)
            asked[number] += 1
            time.sleep(max(0.0, due - time.monotonic()))


def find_server(port: int) -> Path:
    """Return the folder of the process that answers on a port: the largest of the web server's."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            if b"granian" in words and str(port).encode() in words:
                found.append((look(folder)[0], folder))
        except (OSError, ValueError):  # it ended meanwhile
            continue
    return max(found)[1]


def look(folder: Path) -> tuple[float, float]:
    """Return the share of memory (PSS, MB) and the processor time (seconds) of a process."""
    shares = [line for line in (folder / "smaps_rollup").read_text().splitlines() if line.startswith("Pss:")]
    fields = (folder / "stat").read_text().rpartition(")")[2].split()
    return int(shares[0].split()[1]) / 1024, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
