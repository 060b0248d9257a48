"""`landsea database`: look at the embedded PostgreSQL, get its address, or stop it."""

import argparse
import sys

from landsea_dev import RuntimeProblem, postgres

SUMMARY = "Say whether the embedded PostgreSQL runs; print its address for psql and pg_dump; stop it."


def main(argv: list[str]) -> int:
    """Do what one word asks; `stop` ends the server for everybody who uses it. Return the exit status."""
    parser = argparse.ArgumentParser(prog="landsea database", description=SUMMARY)
    parser.add_argument("do", nargs="?", choices=["status", "url", "stop"], default="status")
    chosen = parser.parse_args(argv).do
    try:
        if chosen == "stop":
            postgres.stop_server()
        print(postgres.describe_server_status().url if chosen == "url" else postgres.describe_server_status())
    except RuntimeProblem as problem:
        print(f"landsea: {problem}", file=sys.stderr)
        return 1
    return 0
