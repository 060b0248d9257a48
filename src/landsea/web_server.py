"""`landsea web`: one web server, for whoever supervises processes in another way than `landsea serve`."""

import argparse
import os
import sys

from landsea.serving import read_port

SUMMARY = "Start the web server alone, on HOST and PORT; database and files must be prepared (landsea prepare)."


def main(argv: list[str]) -> int:
    """Become the web server; return 1, with a sentence, where another program has the port."""
    argparse.ArgumentParser(prog="landsea web", description=SUMMARY).parse_args(argv)
    from landsea_dev import RuntimeProblem
    from landsea_dev.listening import claim_port, web_options

    host, port = os.environ.get("HOST") or "127.0.0.1", read_port(os.environ.get("PORT") or "8000")
    try:
        claim_port(host, port).set_inheritable(True)  # the claim lasts as long as the program that we become
    except RuntimeProblem as problem:
        print(f"landsea: {problem}", file=sys.stderr)
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "granian", *web_options(host, port)])
