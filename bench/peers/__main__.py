"""`make bench-peers`: systems of the same kind beside ours, with as many cases, in one run.

    python -m bench.peers [--peers redmine,trac] [--cases 100000] [--rounds 100] [--seconds 8]

Peers are installed from Debian's packages (as root, with apt), filled with as many cases of the same texts with as many
messages, and served by two processes as ours is, on the same PostgreSQL server. Each act is done by one client in turns, ten
times ours, ten times each peer's, so that what else the machine does falls on all alike; then by eight clients side by
side. Where nothing can be installed, the lines that were measured elsewhere are printed.
"""

import argparse
import contextlib
import importlib
import os
import sys
import tempfile

from bench.peers.lines import print_lines
from bench.peers.turns import measure, print_table
from bench.site import database_url
from landsea_paths import find_checkout_folder

PEERS = ("redmine", "trac")


def main() -> int:
    """Install, fill, serve, measure, print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("--peers", default=",".join(PEERS), help="which, with commas (default all)")
    parser.add_argument("--cases", type=int, default=100_000, help="cases of each store (default 100,000)")
    parser.add_argument("--rounds", type=int, default=100, help="acts of one client for each kind (default 100)")
    parser.add_argument("--seconds", type=float, default=8, help="seconds of eight clients for each kind (default 8)")
    options = parser.parse_args()
    with contextlib.ExitStack() as stack:
        url = database_url(f"bench_{options.cases}")
        var = stack.enter_context(tempfile.TemporaryDirectory())
        ours = {"BENCH_SERVER_URL": url, "DATABASE_URL": url, "LANDSEA_VAR": var}
        os.environ |= ours | {"LANDSEA_DEMO": "yes", "LANDSEA_SECRET_KEY": "bench"}
        peers = prepare_peers(options.peers.split(","), options.cases)
        if not peers:
            print_lines()
            return 0
        served = {"Landsea": serve_ours(stack, url, var, options.cases)}
        for peer in peers:
            served[peer.NAME] = peer.acts(stack.enter_context(peer.serving()))
        print_table(measure(served, options.rounds, options.seconds))
    return 0


def prepare_peers(names: list[str], cases: int) -> list:
    """Install and fill peers; one that cannot be is said and left out."""
    folder = find_checkout_folder() / "var/peers"  # not a folder that anybody may write into: root runs what lies there
    peers = []
    for name in names:
        peer = importlib.import_module(f"bench.peers.{name}").Peer(folder)
        try:
            peer.install()
        except SystemExit as why:
            print(f"{peer.NAME} is not here: {why}")
            continue
        peer.fill(database_url(f"bench_{name}"), cases)
        peers.append(peer)
    return peers


def serve_ours(stack: contextlib.ExitStack, url: str, var: str, cases: int) -> dict:
    """Fill our store, serve it, and return the makers of our acts."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "landsea.settings.base"
    django.setup()
    from bench.__main__ import acts
    from bench.site import serving, sign_in
    from bench.store import make_store

    make_store(cases)
    return acts(stack.enter_context(serving(url, var)), sign_in("coordinator"))


if __name__ == "__main__":
    sys.exit(main())
