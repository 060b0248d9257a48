"""`landsea serve`: the platform in the foreground."""

import argparse
import os
import sys

SUMMARY = (
    "Start database, web server and worker, until Ctrl-C. PORT (8000) and HOST (127.0.0.1) choose the address; "
    "LANDSEA_DEMO=yes adds a demo with people to sign in as."
)


def main(argv: list[str]) -> int:
    """Serve until told to stop and return the exit status; 1, with a sentence, when the platform cannot start."""
    argparse.ArgumentParser(prog="landsea serve", description=SUMMARY).parse_args(argv)
    import django
    from django.conf import settings

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    django.setup()
    from landsea.preparation import prepare
    from landsea_dev.supervisor import main_status, serve_all

    host, port = os.environ.get("HOST") or "127.0.0.1", read_port(os.environ.get("PORT") or "8000")
    demo = settings.DEMO
    return main_status(lambda: serve_all(host, port, prepare=lambda say: prepare(say, demo=demo), demo=demo))


def read_port(value: str) -> int:
    """Return the number of a port; end with a sentence when it is none."""
    if not (value.isdigit() and 0 < int(value) < 65536):
        sys.exit(f"landsea: PORT is '{value}': write a number from 1 to 65535.")
    return int(value)
