"""`landsea serve`: the platform in the foreground."""

import argparse
import os
import sys
from collections.abc import Callable

SUMMARY = (
    "Start database, web server and worker, until Ctrl-C. PORT (8000) and HOST (127.0.0.1) choose the address; "
    "LANDSEA_DEMO=yes adds a demo with people to sign in as."
)


def main(argv: list[str]) -> int:
    """Serve until told to stop and return the exit status; 1, with a sentence, when the platform cannot start."""
    argparse.ArgumentParser(prog="landsea serve", description=SUMMARY).parse_args(argv)
    host, port = choose_address()
    from landsea.base.collector import pause_collector

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    with pause_collector():
        import django
        from django.conf import settings

        django.setup()
    from landsea import preloading
    from landsea_dev.listening import serve_pages
    from landsea_dev.supervisor import Platform, main_status, serve_all

    platform = Platform(
        prepare=prepare_and_say,
        load_pages=preloading.load_pages,
        load_readers=preloading.load_readers,
        load_rows=preloading.load_rows,
        serve_first_pages=lambda: serve_first_pages(host, port),
        serve_pages=lambda: serve_pages(host, port),
        work=run_worker,
    )
    return main_status(lambda: serve_all(host, port, platform, demo=settings.DEMO))


def prepare_and_say(say: Callable[[str], None]) -> None:
    """Prepare, and say how the first person is made. Raises RuntimeProblem, with what to do, where that cannot be."""
    from django.core.management import CommandError

    from landsea.preparing import prepare_checked
    from landsea.upkeep.versions import VersionWrong
    from landsea_dev import RuntimeProblem

    try:
        prepare_checked(say)
    except (VersionWrong, CommandError) as problem:
        raise RuntimeProblem(str(problem)) from problem
    say_how_to_begin(say)


def serve_first_pages(host: str, port: int) -> int:
    """Be the web server while the rest is loaded elsewhere, until told to stop; return the exit status."""
    from landsea.preloading import read_names_of_files
    from landsea_dev.listening import serve_pages

    read_names_of_files()
    return serve_pages(host, port, workers=1, application="landsea.wsgi_application:application")


def run_worker() -> int:
    """Be a worker until told to stop, and return the exit status."""
    from django.core.management import call_command

    call_command("worker")
    return 0


def say_how_to_begin(say: Callable[[str], None]) -> None:
    """Say how the first person is made, where nobody can sign in yet."""
    from django.db import connection
    from django.utils import timezone

    from landsea.base.outbox.access import reaches_nobody
    from landsea.directory.access import has_working_coordinator

    if not has_working_coordinator(timezone.now()):
        say("nobody can sign in yet. Make the first person: landsea first-coordinator --name NAME --email ADDRESS")
    if reaches_nobody():
        say("mails are kept as files and reach nobody; LANDSEA_MAIL=smtp sends them (docs/operators/mail.md)")
    connection.close()


def choose_address() -> tuple[str, int]:
    """Return host and port of the web server that this process starts, from HOST and PORT.

    The port stands in the environment afterwards, before any setting is read: the links of this process and of those that
    it starts lead there, and not to the port that an earlier web server noted.
    """
    port = read_port(os.environ.get("PORT") or "8000")
    os.environ["PORT"] = str(port)
    return os.environ.get("HOST") or "127.0.0.1", port


def read_port(value: str) -> int:
    """Return the number of a port; end with a sentence when it is none."""
    if not (value.isdecimal() and 0 < int(value) < 65536):
        sys.exit(f"landsea: PORT is '{value}': write a number from 1 to 65535.")
    return int(value)
