"""`make bench`, the mail's part: 1,000 replies by LMTP, kept and done. Run: `python -m bench.mail_in`.

`landsea mail-in` runs as a process of its own; this one hands the mails over through four connections, as a mail server does,
and counts a mail when it was acknowledged, so when it was committed. Then one sorter reads them and speaks on their cases.
Processor milliseconds of `mail-in` and of the sorter (without PostgreSQL). The best of three peers took 16 to 20 mails a second
at 66 ms each, reading included, on two idle cores. Ends with 1 when a mail was lost or doubled or the line is not reached.
"""

import argparse
import os
import smtplib
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench.mail_site import file_cases, reply_by_mail, set_up

PEER_A_SECOND, PEER_MS = 20, 66
CASES = 50
CONNECTIONS = 4


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.mail_in", description=__doc__)
    parser.add_argument("--mails", type=int, default=1000, help="replies to hand over (default 1000)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as var:
        set_up(var)
        return measure(options.mails, file_cases(CASES))


def measure(count: int, people: list[tuple[str, str]]) -> int:
    """Hand the mails over, sort them, print; return the exit status."""
    from landsea.cases.models import Message
    from landsea.mailroom.models import InboundMail, MailState

    server = subprocess.Popen(
        [sys.executable, "-m", "landsea", "mail-in", "--port", "0"], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    try:
        port = int(server.stdout.readline().rpartition(" ")[2].strip(" )\n"))
        before, began = processor_of(server.pid), time.monotonic()
        acknowledged = hand_all_over(port, count, people)
        taken_in, used = time.monotonic() - began, processor_of(server.pid) - before
    finally:
        server.terminate()
        server.wait(timeout=20)
    sorted_in, sorter = sort_all()
    done = InboundMail.objects.filter(state=MailState.DONE).count()
    spoken = Message.objects.count()
    kept = InboundMail.objects.count()
    print(f"{'':<34}{'a second':>10}{'ms of processor each':>22}")
    print(f"{'taken and committed (mail-in)':<34}{count / taken_in:>10.0f}{1000 * used / count:>22.1f}")
    print(f"{'read and done (one sorter)':<34}{count / sorted_in:>10.0f}{1000 * sorter / count:>22.1f}")
    whole, each = count / (taken_in + sorted_in), 1000 * (used + sorter) / count
    print(f"{'both, one after the other':<34}{whole:>10.0f}{each:>22.1f}")
    print(f"{'best peer':<34}{PEER_A_SECOND:>10}{PEER_MS:>22}")
    print(f"{acknowledged} acknowledged, {kept} kept, {done} done, {spoken} messages on {CASES} cases")
    whole_count = {acknowledged, kept, done, spoken} == {count}
    return 0 if whole_count and whole > PEER_A_SECOND and each < PEER_MS else 1


def hand_all_over(port: int, count: int, people: list[tuple[str, str]]) -> int:
    """Hand the mails over through several connections at once; return how many were acknowledged."""
    acknowledged: list[int] = []

    def hand(first: int) -> None:
        with smtplib.LMTP("127.0.0.1", port, timeout=60) as client:
            for number in range(first, count, CONNECTIONS):
                sender, recipient = people[number % len(people)]
                if client.sendmail(sender, [recipient], reply_by_mail(sender, recipient, number)) == {}:
                    acknowledged.append(number)

    threads = [threading.Thread(target=hand, args=(first,)) for first in range(CONNECTIONS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return len(acknowledged)


def sort_all() -> tuple[float, float]:
    """Sort all that was kept; return seconds by the clock and by the processor."""
    from landsea.mailroom.actions.sort import sort_due

    began, used = time.monotonic(), time.process_time()
    while sort_due():
        pass
    return time.monotonic() - began, time.process_time() - used


def processor_of(pid: int) -> float:
    """Return the processor seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
