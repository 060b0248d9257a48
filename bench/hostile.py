"""`make drill` asks every route and every operation of the API what nobody types: 200,000 requests as everybody of the
permission matrix (`tests/hostile`). Prints the counts by answer, person and route, then each kind of fault with a request that
shows it.

Usage: python -m bench.hostile [--requests 200000] [--seed 7] [--minutes 25] [--report FILE]
The seed decides what is sent: the same one sends the same again. Exits with 1 when there was a fault. While it goes on it
prints how far it is, and FILE holds the counts and faults so far.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Send them and print what came."""
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description=__doc__)
    parser.add_argument("--requests", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--minutes", type=float, help="end after so many minutes, and tell how many were sent by then")
    parser.add_argument("--report", type=Path, help="keep the counts and faults here, also while it goes on")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = asked.report.resolve() if asked.report else Path(folder) / "report.txt"
        told = {
            "LANDSEA_HOSTILE_REQUESTS": str(asked.requests),
            "LANDSEA_HOSTILE_SEED": str(asked.seed),
            "LANDSEA_HOSTILE_REPORT": str(report),
        }
        if asked.minutes is not None:
            told["LANDSEA_HOSTILE_MINUTES"] = str(asked.minutes)
        command = [sys.executable, "-m", "pytest", "-q", "-s", "--tb=no", "--show-capture=no", "tests/hostile"]
        status = subprocess.run(command, cwd=ROOT, env=os.environ | told, check=False).returncode
        if report.exists():
            print(report.read_text())
    return int(status != 0)


if __name__ == "__main__":
    sys.exit(main())
