"""For docs/operators: each command of the table in commands.md is run, and each option that any page there names, on
an installation of this process's own, from a copy of the checkout, for some write into it. Run:
`python -m bench.drill_commands [COMMAND...]`.

Commands that stay, or that another part of the drill or a test runs, are named with it. A row of the table that has no line
here is a fault, and so is a command that ends otherwise than it should. `{}` is a folder that goes
afterwards, `{ready}` and `{by}` are times ahead of today.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from tests.coming_days import coming_tuesday

ROOT = Path(__file__).resolve().parents[1]
TIMED_OUT = 124
"""With which `timeout` ends where the command was still there."""
PAGE = ROOT / "docs/operators/commands.md"
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
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
X1,rail,Drill,daily,CNCKG,,,08:00,0
X1,rail,Drill,daily,CNPIN,20:00,0,,
"""
READY = f"{coming_tuesday()}T08:00"
BY = f"{coming_tuesday() + timedelta(days=40)}T08:00"
RUN = """
prepare
check --deploy
upgrade --check
upgrade --without-backup
first-coordinator --name Drill --email drill@drill.example.org --language zh-hans
createsuperuser = 1
backup --new-key {}/key.txt
backup --to {}/backups --for-key "$(grep -o 'age1[0-9a-z]*' {}/key.txt | head -1)" --days 1 --weeks 1 --months 1
backup --to {}/backups --for-key "$(grep -o 'age1[0-9a-z]*' {}/key.txt | head -1)" --keep-all
backup --verify "$(ls {}/backups/*.age | head -1)" --key {}/key.txt
retention --check
load-reference --check --folder data/reference
load-network --folder data/reference
load-exchange --check --file data/reference/exchange.jsonl
review-barriers
demo
messages --check
messages --count
messages --compile
export-texts lo {}/lo.po --missing
import-texts lo {}/lo.po
verify-audit
asks "Which papers are missing?" --asker office --answerer filer --topic sps_tbt --in en --to lo --json
suggest {}/texts.jsonl --today 2026-11-29 --gist lo --json
evaluate data/examples/held.where.jsonl --json
evaluate data/examples/held.where.jsonl --labels --json
corrections --export {}/corrections.jsonl --words {}/words.jsonl --json
train --examples data/examples --corrections {}/corrections.jsonl --models {}/models
train-goods --models {}/models
train-asks --models {}/models
train-figures --models {}/models
likeness --check
likeness --rebuild --json
coverage --people --folder data/reference
deadline --country MY --subdivision KL --lane normal --days 5 --from 2026-02-13T15:00+08:00 --json
deadline --country CN --lane urgent --hours 24 --from 2026-02-13T15:00+08:00
gate --hs 081060 --origin TH --destination CN --transit LA --mode road --on 2026-12-01 --condition new --json
gate --hs 081060 --origin TH --destination CN --mode road --on 2026-12-01 --folder data/reference
rules coverage --country LA --on 2026-12-01 --folder data/reference --json
rules to-confirm --folder data/reference --json
terms
terms lo --most 5
terms --tbx {}/terms.tbx
message-addresses
mail-in --smtp --host 127.0.0.1 --port 0 | 40
mail-in --socket {}/lmtp | 40
mail-poll --every 5 = 1
worker --concurrency 1 | 40
read-mail {}/mail.eml --json
read-mail {}/mail.eml --domain in.landsea.example --server mx.landsea.example
simulate --cases 40 --seed 3 --json
check-facts {}/facts.jsonl --json
check-statement "In 2023 the corridor carried 861,000 TEU." --json --all --folder data/reference
load-measures --check --folder data/reference
recount
load-figures --folder data/reference
export-figures {}/figures
import-figures {}/figures
plan CNCKG THBKK --ready {ready} --teu 1
plan CNCKG THBKK --ready {ready} --kg 800 --reefer --hs 081060 --modes rail,sea,road --most 3 --json
plan CNCKG THBKK --ready {ready} --teu 1 --hs 870323 --condition new --origin CN
plan CNCKG THBKK --ready {ready} --teu 1 --by {by} --doors
plan CNCKG THBKK --ready {ready} --teu 1 --dg 3 = 2
plan CNCKG THBKK --ready {ready} --teu 1 --installed
network check --installed --json
network truth --json
network truth --leave-out source --new --json
network learn --json
network export-gtfs {}/feed.zip
network import-gtfs {}/feed.zip --compare
network import-csv {}/calls.csv --compare
network import-dcsa {}/dcsa.json --compare
network export {}/network
network export-edits {}/edits --whole
news-sources
news-sources --known
news-sources --add-known
news-sources --add Drill https://drill.example.org/feed feed CN
news-sources --on 1
news-sources --off 1
"""
"""The line of each; after `=` the status with which it ends when that is not 0; after `|` the seconds after which a command
that stays is interrupted.
"""
OPTIONS_ELSEWHERE = {("demo", "--year"): "src/landsea_demo/played_year/tests/test_interrupted.py"}
"""Options that would take too long here, and the test that goes their way."""


def main() -> int:
    """Run them all, or those named, and print how each ended; end with 1 when one ended otherwise or a row has no line."""
    parser = argparse.ArgumentParser(prog="python -m bench.drill_commands", description=__doc__)
    parser.add_argument("commands", nargs="*", help="only these")
    options = parser.parse_args()
    lines = [line for line in RUN.strip().splitlines() if not options.commands or line.split()[0] in options.commands]
    faults = missing_rows() + missing_options() + [file for file in ELSEWHERE.values() if not (ROOT / file).exists()]
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


def told_options() -> set[tuple[str, str]]:
    """Return command and option, for each option that any page of docs/operators names with its command."""
    found = set()
    for page in PAGE.parent.rglob("*.md"):
        for line in page.read_text().splitlines():
            for command, rest in re.findall(r"landsea ([a-z][a-z-]+)((?: [^`]*)?)", line):
                found |= {(command, option) for option in OPTION.findall(rest)}
            if row := re.match(r"\| `landsea ([a-z-]+)", line):
                found |= {(row[1], option) for option in re.findall(r"`(--[a-z][a-z-]+)", line)}
    return found


def missing_options() -> list[str]:
    """Return options of the pages that no line here has, and that the file that runs the command elsewhere does not name."""
    run = {(line.split()[0], option) for line in RUN.strip().splitlines() for option in OPTION.findall(line)}
    left = told_options() - run - set(OPTIONS_ELSEWHERE)
    return [
        f"no line with {command} {option}"
        for command, option in sorted(left)
        if command not in ELSEWHERE or option not in (ROOT / ELSEWHERE[command]).read_text(errors="replace")
    ]


def make_installation(folder: Path) -> dict[str, str]:
    """Name an empty database and an empty folder in an environment; the first line that needs them fills them. Nobody is there
    until somebody is made: a demonstration has a coordinator, and a second first one is refused.
    """
    from landsea_dev.throwaway import start_throwaway_cluster

    without_demo = {name: value for name, value in os.environ.items() if not name.startswith("LANDSEA_DEMO")}
    return without_demo | {
        "DATABASE_URL": start_throwaway_cluster().url(),
        "PYTHONPATH": str(folder / "checkout/src"),
        "LANDSEA_VAR": str(folder / "var"),
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
    words, _, stays = words.partition(" | ") if re.search(r" \| \d+$", words) else (words, "", "")
    status = str(TIMED_OUT) if stays else status
    for place, meant in {"{}": folder, "{ready}": READY, "{by}": BY}.items():
        words = words.replace(place, str(meant))
    call = f'{f"timeout --signal=INT {stays}" if stays else ""} "$PYTHON" -m landsea {words}'
    began = time.monotonic()
    done = subprocess.run(
        ["bash", "-c", call],
        cwd=folder / "checkout",
        env=environment | {"PYTHON": sys.executable} | ({"LANDSEA_DEMO": "yes"} if words == "demo" else {}),
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
