"""`make bench`: file, open, queue page 1 and page 50 with filters, reply, over HTTP, on 10,000 and 100,000 cases; with
`--sizes 10000,100000,1000000` on a million too (the store takes some minutes to make).

Each filing has words of its own, so that nothing remembered helps. In "file" the filer has chosen the matter; in "unread" it
is left to be read from words that no page had shown before, which costs the model's time. Cases that are opened have twenty
messages. For one client p50 and p95 in milliseconds, for eight the rate. Client, web server and PostgreSQL share the
machine's cores. Growth is the p50 of a store by that of the store before it; at most 1.3 is asked. The lines to beat are the
best of three peers each, measured elsewhere on two cores with 100,000 cases; `make bench-peers` measures peers here.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

PEERS_MS = {"file": 12, "open": 76, "list": 101, "page 50": 116, "reply": 25}
PEERS_RATE = {"file": 77, "open": 25, "list": 10, "reply": 41}
SIZES = (10_000, 100_000)
LIST = "/queue/?scope=all"
PAGE_50 = "/queue/?scope=all&step=unanswered&country=CN&page=50"
FORM = {
    "text": "Our lorry with dried cassava waits at Mohan since yesterday; they do not accept the certificate.",
    "place_text": "Mohan",
    "country": "CN",
    "goods": "dried cassava",
    "filer_country": "LA",
    "matter": "plant_health",
    "lane": "normal",
    "visibility": "named",
    "name": "Bench",
    "party": "Bench Cassava",
    "email": "bench@bench.example.org",
    "action": "send",
}


def main() -> int:
    """Make the stores, measure, print the table; `--one SIZE` measures one store in this process."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="sizes of the stores, with commas")
    parser.add_argument("--rounds", type=int, default=200, help="requests of one client for each kind (default 200)")
    parser.add_argument("--seconds", type=float, default=8, help="seconds of eight clients for each kind (default 8)")
    options = parser.parse_args()
    if options.one:
        measure_one(options)
        return 0
    results = {}
    for size in map(int, options.sizes.split(",")):
        from bench.site import database_url

        url = database_url(f"bench_{size}")
        command = [sys.executable, "-m", "bench", "--one", str(size)]
        command += ["--rounds", str(options.rounds), "--seconds", str(options.seconds)]
        ours = {"BENCH_SERVER_URL": url, "DATABASE_URL": url, "LANDSEA_DEMO": "yes", "LANDSEA_SECRET_KEY": "bench"}
        with tempfile.TemporaryDirectory() as var:
            environment = os.environ | ours | {"LANDSEA_VAR": var}
            said = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        results[size] = [line.split("\t") for line in said.stdout.splitlines() if "\t" in line]
    print_table(results)
    return 0


def measure_one(options) -> None:
    """Measure one store, whose database DATABASE_URL names, and print tab-separated lines."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    django.setup()
    from bench.site import serving, sign_in
    from bench.store import make_store

    make_store(options.one)
    cookies = sign_in("coordinator")
    with serving(os.environ["DATABASE_URL"], os.environ["LANDSEA_VAR"]) as port:
        kinds = acts(port, cookies)
        warm_up(kinds)
        for kind, act in kinds.items():
            once = act()
            times = sorted(timed(once) for _ in range(20 + options.rounds))[: 20 + options.rounds]
            rate = rate_of(lambda make=act: make(), options.seconds)
            p95 = times[int(len(times) * 0.95)]
            print(f"{kind}\t{statistics.median(times) * 1000:.1f}\t{p95 * 1000:.1f}\t{rate:.0f}", flush=True)


def acts(port: int, cookies: dict[str, str]) -> dict:
    """Return, for each kind, a maker of a function that does it once with a client of its own."""
    from bench.client import Client
    from landsea.cases.models import Case

    # Of the store's own cases, which have twenty messages; what earlier runs filed has none.
    generated = Case.objects.filter(closed_at=None, is_demo=True).order_by("-id")
    refs = list(generated.values_list("ref", flat=True)[:2000])
    if len(refs) < 200:
        raise SystemExit("A store needs at least 1,000 cases.")

    def file(**changes):
        client = Client(port)
        client.learn_token("/file/")
        return lambda: client.post("/file/", {**FORM, **changes, **fresh()})

    def reader(addresses):
        client, number = Client(port, cookies), iter(range(10**9))
        return lambda: client.get(addresses[next(number) % len(addresses)])

    def reply():
        client, number = Client(port, cookies), iter(range(threading.get_ident() % 997, 10**9))
        client.learn_token(f"/cases/{refs[0]}/")

        def once():
            client.post(
                f"/cases/{refs[next(number) % len(refs)]}/message",
                {"kind": "all", "body": "We spoke to the post; the list is on its way.", "key": uuid.uuid4().hex},
            )

        return once

    return {
        "file": file,
        "unread": lambda: file(matter=""),
        "open": lambda: reader([f"/cases/{ref}/" for ref in refs]),
        "list": lambda: reader([LIST]),
        "page 50": lambda: reader([PAGE_50]),
        "reply": reply,
    }


def warm_up(kinds: dict, seconds: float = 2) -> None:
    """Do each kind of act for some seconds by eight clients, so that every process has loaded what it loads with its first
    requests: a web server started alone, without `landsea serve`, does so beside them, which took 2 to 3 s of the first kind.
    """
    for act in kinds.values():
        rate_of(act, seconds)


def fresh() -> dict[str, str]:
    """Return what is new in each filing: its key, and words that no process has read before."""
    plate = uuid.uuid4().hex[:8].upper()
    return {"text": f"{FORM['text']} The lorry has the plate {plate}.", "key": uuid.uuid4().hex + uuid.uuid4().hex}


def timed(once) -> float:
    """Return how many seconds it took."""
    begun = time.perf_counter()
    once()
    return time.perf_counter() - begun


def rate_of(make, seconds: float, clients: int = 8) -> float:
    """Return how many a second `clients` clients get done side by side; what one of them meets is raised."""
    until = time.perf_counter() + seconds

    def run(_number: int) -> int:
        once, done = make(), 0
        while time.perf_counter() < until:
            once()
            done += 1
        return done

    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        done = sum(pool.map(run, range(clients)))
    return done / (time.perf_counter() - begun)


def print_table(results: dict) -> None:
    """Print one table: our figures on each store, the growth from each to the next, and the lines to beat."""
    sizes = sorted(results)
    print(
        f"{'':<9}"
        + "".join(f"{f'{size:,} cases':>30}" for size in results)
        + f"{'growth':>9}" * max(len(sizes) - 1, 1)
        + f"{'peers p50':>11}{'peers /s':>10}"
    )
    print(f"{'':<9}" + f"{'p50 ms':>10}{'p95 ms':>10}{'8 cl. /s':>10}" * len(results))
    for number, (kind, *_rest) in enumerate(results[sizes[0]]):
        line = f"{kind:<9}"
        for size in results:
            _, p50, p95, rate = results[size][number]
            line += f"{p50:>10}{p95:>10}{rate:>10}"
        medians = [float(results[size][number][1]) for size in sizes]
        growth = "".join(f"{larger / smaller:>8.2f}x" for smaller, larger in pairwise(medians)) or f"{'-':>9}"
        print(line + growth + f"{PEERS_MS.get(kind, '-'):>11}{PEERS_RATE.get(kind, '-'):>10}")


if __name__ == "__main__":
    sys.exit(main())
