"""`landsea web`: one web server, for whoever supervises processes in another way than `landsea serve`."""

import argparse
import os
import signal
import sys

from landsea.serving import choose_address

SUMMARY = "Start the web server alone, on HOST and PORT; database and files must be prepared (landsea prepare)."


def main(argv: list[str]) -> int:
    """Be the web server; return 1, with a sentence, where another program has the port."""
    argparse.ArgumentParser(prog="landsea web", description=SUMMARY).parse_args(argv)
    from landsea_dev import RuntimeProblem
    from landsea_dev.listening import claim_port, note_port, serve_pages

    host, port = choose_address()
    try:
        claim = claim_port(host, port)
        note_port(port)
    except RuntimeProblem as problem:
        print(f"landsea: {problem}", file=sys.stderr)
        return 1
    # What is process 1 of a container obeys no signal that it does not handle; the server itself handles it later.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    load_what_is_shared()
    with claim:  # as long as somebody listens
        return serve_pages(host, port)


def load_what_is_shared() -> None:
    """Load what the processes of the web server have in common, before they are forked."""
    from landsea.base.collector import pause_collector

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    with pause_collector():
        import django

        django.setup()
    from landsea import preloading

    preloading.load_pages()
    preloading.load_readers()
    preloading.load_rows()
