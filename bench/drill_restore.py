"""`make drill`: a running installation is backed up while people work, restored on an empty folder, and counted.

1. Start PostgreSQL, web server, worker and mail intake in a folder of their own; four clients file and reply, and a mail server
   hands over cases with papers, all without pause; two more clients send hostile requests (`bench/drill_hostile.py`).
2. `landsea backup`, while they go on; `landsea backup --verify`.
3. `landsea restore` into another empty folder with a PostgreSQL of its own. It counts every row and paper itself and proves
   the audit. Here is counted what it cannot know: whatever was acknowledged before the backup began is there.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench.drill_count import count_words
from bench.drill_hostile import Seen, be_hostile, gather_hostile_people
from bench.drill_people import Acknowledged, filing_by_mail, nothing_yet, person
from bench.drill_processes import Group, free_port, start_mail_in, wait_until_listening, wait_until_up
from bench.hostile_people import HostilePerson
from bench.mail_site import DOMAIN


def main() -> int:
    """Run the drill and print what was there; end with 1 when something was not."""
    parser = argparse.ArgumentParser(prog="python -m bench.drill_restore", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long people work before the backup (default 60)")
    options = parser.parse_args()
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {
        "LANDSEA_FILINGS_PER_HOUR": "100000000",
        "LANDSEA_MAILS_PER_HOUR": "100000000",
        "LANDSEA_INBOUND_DOMAIN": DOMAIN,
        "LANDSEA_LOG_LEVEL": "CRITICAL",
        "LANDSEA_TRUSTED_PROXIES": "127.0.0.1",
    }
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)  # root's PostgreSQL runs as another user, who has to pass through
        return run_drill(Path(folder), options.seconds)


def run_drill(folder: Path, seconds: float) -> int:
    """Let people work, back up, restore elsewhere, compare."""
    port, mail_port = free_port(), free_port()
    here = os.environ | {"LANDSEA_VAR": str(folder / "here"), "PORT": str(port), "LANDSEA_DEMO": "yes"}
    there = os.environ | {"LANDSEA_VAR": str(folder / "there")}
    acknowledged, stop, seen = nothing_yet(), threading.Event(), Seen()
    people = [threading.Thread(target=person, args=(port, n, stop, acknowledged)) for n in range(4)]
    people.append(threading.Thread(target=filing_by_mail, args=(mail_port, stop, acknowledged), kwargs={"rest": 0.3}))
    groups = [Group("platform", [sys.executable, "-m", "landsea", "serve"], here)]
    try:
        wait_until_up(port, 900)
        groups.append(start_mail_in(mail_port, here))
        wait_until_listening(mail_port)
        hostile = find_hostile_people(here, port)
        people += [threading.Thread(target=be_hostile, args=(hostile[n::2], n, 0.3, stop, seen)) for n in range(2)]
        for one in people:
            one.start()
        time.sleep(seconds)
        before = {kind: set(words) for kind, words in acknowledged.items()}
        key = folder / "key.txt"
        public = run_landsea(here, "backup", "--new-key", key).rpartition("=")[2].strip()
        said = run_landsea(here, "backup", "--to", folder / "backups", "--for-key", public)
        during = {kind: len(words) - len(before[kind]) for kind, words in acknowledged.items()}
        stop.set()
        for one in people:
            one.join(90)
    finally:
        stop.set()
        for group in reversed(groups):
            group.process.terminate()
            group.process.wait(60)
    file = next((folder / "backups").glob("*.age"))
    print(said.strip().splitlines()[-1].replace(str(folder), "."))
    print(run_landsea(there, "backup", "--verify", file, "--key", key).strip())
    print(run_landsea(there, "restore", file, "--key", key).strip().splitlines()[-2])
    lost = count_lost(there, before)
    print(
        "acknowledged before the backup:", ", ".join(f"{len(words)} {kind}" for kind, words in before.items() if words)
    )
    print("acknowledged while it was made:", ", ".join(f"{count} {kind}" for kind, count in during.items() if count))
    print(f"lost of those before: {lost}")
    for what, shown in {**seen.told(), **seen.wrong()}.items():
        print(f"{what.strip()}: {shown}")
    run_landsea(there, "database", "stop")
    return 1 if lost or seen.faults or not before["filed"] else 0


def find_hostile_people(environment: dict[str, str], port: int) -> list[HostilePerson]:
    """Return everybody hostile, with accounts and keys of the running installation."""
    import django

    os.environ |= environment
    os.environ["DATABASE_URL"] = run_landsea(environment, "database", "url").strip()
    django.setup()
    return gather_hostile_people(port, seed=1)


def run_landsea(environment: dict[str, str], *arguments: object) -> str:
    """Run a command and return what it said; raise when it does not end with 0."""
    command = [sys.executable, "-m", "landsea", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return done.stdout


def count_lost(environment: dict[str, str], before: Acknowledged) -> int:
    """Return how much of what was acknowledged is neither a case, a message nor a kept mail in the restored installation."""
    program = (
        "from landsea.cases.models import Case, Message\n"
        "from landsea.mailroom.models import InboundMail\n"
        "print('\\n'.join(Case.objects.values_list('text', flat=True)))\n"
        "print('\\n'.join(Message.objects.filter(side='filer').values_list('body', flat=True)))\n"
        "print('\\n'.join(bytes(raw).decode() for raw in InboundMail.objects.values_list('raw', flat=True)))\n"
    )
    there = run_landsea(environment, "shell", "--no-imports", "-c", program).splitlines()
    return sum(len(words - set(count_words(there, kind))) for kind, words in before.items())


if __name__ == "__main__":
    sys.exit(main())
