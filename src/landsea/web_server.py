"""`landsea web`: one web server, for whoever supervises processes in another way than `landsea serve`."""

import argparse
import os
import sys

from landsea.serving import chosen_address

SUMMARY = "Start the web server alone, on HOST and PORT; database and files must be prepared (landsea prepare)."


def main(argv: list[str]) -> int:
    """Become the web server; return 1, with a sentence, where another program has the port."""
    argparse.ArgumentParser(prog="landsea web", description=SUMMARY).parse_args(argv)
    from landsea_dev import RuntimeProblem
    from landsea_dev.listening import claim_port, note_port, web_options

    host, port = chosen_address()
    try:
        claim_port(host, port).set_inheritable(True)  # the claim lasts as long as the program that we become
        note_port(port)
    except RuntimeProblem as problem:
        print(f"landsea: {problem}", file=sys.stderr)
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "granian", *web_options(host, port)])
