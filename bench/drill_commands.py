"""For docs/operators/commands.md: each command of its table is run once, with arguments of its own, on
an installation of this process's own, from a copy of the checkout, for some write into it. Run:
`python -m bench.drill_commands [COMMAND...]`.

Commands that stay, or that another part of the drill or a test runs, are named with it. A row of the table that has no line
here is a fault, and so is a command that ends otherwise than it should. `{}` is a folder that goes afterwards.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/operators/commands.md"
ELSEWHERE = {
    "serve": "ops/container/clean_root.sh",
    "web": "tests/runtime/test_operators_pages.py",
    "worker": "bench/drill.py",
    "mail-in": "bench/drill.py",
    "mail-poll": "src/landsea/mailroom/tests/test_box.py",
    "database": "tests/runtime/test_postgres.py",
    "backup": "bench/drill_restore.py",
    "restore": "bench/drill_restore.py",
    "telegram-webhook": "src/landsea/base/messengers/tests/test_telegram.py",
    "simulate": "src/landsea_demo/simulation/tests/test_simulation.py",
    "bench-gtfs": "tests/search/test_worksheet.py",
}
CALLS = """id,mode,name,days,place,arrive,arrive_day,depart,depart_day
X1,rail,Drill,1234567,CNCKG,,,08:00,0
X1,rail,Drill,1234567,CNPIN,20:00,0,,
"""
RUN = """
prepare
upgrade --check
first-coordinator --name Drill --email drill@drill.example.org
createsuperuser = 1
retention --check
load-reference --check
load-network
load-exchange --check
review-barriers
demo
messages --check
export-texts lo {}/lo.po --missing
import-texts lo {}/lo.po
verify-audit
asks "Which papers are missing?" --json
suggest {}/texts.jsonl --json
evaluate data/examples/held.where.jsonl --json
corrections --json
train --models {}/models
train-goods --models {}/models
train-asks --models {}/models
likeness --check
coverage --people
deadline --country CN --lane normal --days 5 --from 2026-02-13T15:00+08:00
gate --hs 081060 --origin TH --destination CN --mode road --on 2026-12-01
rules coverage --country LA
rules to-confirm
message-addresses
read-mail {}/mail.eml --json
check-facts {}/facts.jsonl
check-statement "In 2023 the corridor carried 861,000 TEU."
load-measures --check
recount
load-figures
export-figures {}/figures
import-figures {}/figures
plan CNCKG THBKK --ready 2026-12-01T08:00 --teu 1
network check --installed
network truth --json
network learn --json
network export-gtfs {}/feed.zip
network import-gtfs {}/feed.zip --compare
network import-csv {}/calls.csv --compare
network import-dcsa {}/dcsa.json --compare = 2
network export {}/network
network export-edits {}/edits --whole
news-sources
"""
"""The line of each, and after `=` the status with which it ends when that is not 0."""


def main() -> int:
    """Run them all, or those named, and print how each ended; end with 1 when one ended otherwise or a row has no line."""
    parser = argparse.ArgumentParser(prog="python -m bench.drill_commands", description=__doc__)
    parser.add_argument("commands", nargs="*", help="only these")
    options = parser.parse_args()
    lines = [line for line in RUN.strip().splitlines() if not options.commands or line.split()[0] in options.commands]
    faults = missing_rows() + [file for file in ELSEWHERE.values() if not (ROOT / file).exists()]
    with tempfile.TemporaryDirectory(prefix="landsea-commands-") as name:
        folder = Path(name)
        write_samples(folder)
        environment = make_installation(folder)
        for line in lines:
            faults += run_line(line, folder, environment)
    print(f"{len(lines)} lines run; " + ("all ended as they should" if not faults else "FAULTS: " + "; ".join(faults)))
    return 1 if faults else 0


def told_rows() -> list[str]:
    """Return command and subcommand of each row of the page's table: `network check`."""
    rows = re.findall(r"^\| `landsea ([a-z-]+)(?: ([a-z][a-z-]+))?(?=[ `])", PAGE.read_text(), re.MULTILINE)
    return [" ".join(one for one in row if one) for row in rows]


def missing_rows() -> list[str]:
    """Return rows of the page that are neither run here nor named as run elsewhere."""
    here = [line for line in RUN.strip().splitlines()]
    return [
        f"no line for {row}"
        for row in told_rows()
        if row.split()[0] not in ELSEWHERE and not any(one.startswith(row) for one in here)
    ]


def make_installation(folder: Path) -> dict[str, str]:
    """Name an empty database and an empty folder in an environment; the first line that needs them fills them."""
    from landsea_dev.throwaway import throwaway_cluster

    return os.environ | {
        "DATABASE_URL": throwaway_cluster().url(),
        "PYTHONPATH": str(folder / "checkout/src"),
        "LANDSEA_VAR": str(folder / "var"),
        "LANDSEA_DEMO": "yes",
        "LANDSEA_INBOUND_DOMAIN": "in.landsea.example",
        "LANDSEA_SECRET_KEY": "drill",
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
    }


def write_samples(folder: Path) -> None:
    """Copy the checkout, and write the files that the lines read."""
    (folder / "checkout").mkdir()
    packed = subprocess.run(["git", "-C", str(ROOT), "archive", "HEAD"], capture_output=True, check=True)
    subprocess.run(["tar", "-x", "-C", str(folder / "checkout")], input=packed.stdout, check=True)
    built = "src/landsea/base/ui/static/ui/dist"
    if (ROOT / built).exists():
        shutil.copytree(ROOT / built, folder / "checkout" / built)
    (folder / "texts.jsonl").write_text('{"id": "1", "text": "Our lorry with durian waits at Mohan since Monday."}\n')
    (folder / "facts.jsonl").write_text('{"id": "1", "subject": "port", "metric": "berths", "value": 3}\n')
    (folder / "calls.csv").write_text(CALLS)
    (folder / "dcsa.json").write_text("[]")
    (folder / "mail.eml").write_bytes(
        b"From: a@drill.example.org\r\nTo: cn@in.landsea.example\r\nSubject: Mohan\r\n\r\nA lorry waits.\r\n"
    )


def run_line(line: str, folder: Path, environment: dict[str, str]) -> list[str]:
    """Run one line; print and return what is wrong with how it ended."""
    words, _, status = line.partition(" = ")
    call = f'"$PYTHON" -m landsea {words.format(folder)}'
    began = time.monotonic()
    done = subprocess.run(
        ["bash", "-c", call],
        cwd=folder / "checkout",
        env=environment | {"PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    right = done.returncode == int(status or 0) and "Traceback" not in done.stderr
    print(
        f"{'ended' if right else 'FAULT'} {done.returncode} after {time.monotonic() - began:5.1f} s  landsea {words}",
        flush=True,
    )
    return [] if right else [f"{words}: {(done.stdout + done.stderr).strip()[-300:]}"]


if __name__ == "__main__":
    sys.exit(main())
