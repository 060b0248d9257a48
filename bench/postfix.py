"""A real Postfix of this process's own, below one folder: what comes from outside is asked for at `mail-in`, what people get
lies in a Maildir, and mails to one domain come back, since `mail-in` knows nobody there. Needs root and Debian's package
`postfix`; nothing of the machine's own mail is touched.
"""

import os
import pwd
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

PEOPLE, GONE = "demo.example.org", "gone.example.org"
MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {folder}/maillog
maillog_file_prefixes = {folder}
inet_interfaces = loopback-only
inet_protocols = ipv4
myhostname = mx.landsea.example
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
relay_domains = {inbound} {gone}
relay_transport = lmtp:inet:127.0.0.1:{lmtp_port}
virtual_mailbox_domains = {people}
virtual_mailbox_base = {folder}/boxes
virtual_mailbox_maps = static:all/
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = reject_unauth_destination, reject_unverified_recipient
unverified_recipient_reject_code = 550
address_verify_map =
address_verify_positive_expire_time = 15s
address_verify_positive_refresh_time = 10s
address_verify_poll_count = 5
recipient_delimiter =
minimal_backoff_time = 5s
queue_run_delay = 5s
"""
MASTER = """
127.0.0.1:{outside} inet n - n - - smtpd
127.0.0.1:{inside} inet n - n - - smtpd -o smtpd_relay_restrictions=permit_mynetworks,reject -o smtpd_recipient_restrictions=
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


def is_here() -> bool:
    """Say whether a Postfix of our own can be run."""
    return os.geteuid() == 0 and shutil.which("postfix") is not None


@contextmanager
def running_postfix(folder: Path, inbound: str, lmtp_port: int):
    """Run it; yield (port for the world outside, port for our own mails)."""
    owner, outside, inside = pwd.getpwnam("postfix"), free_port(), free_port()
    for name in ("etc", "queue", "data", "boxes"):
        (folder / name).mkdir()
    for path in (folder, *folder.parents):
        if path.is_relative_to("/tmp") and path != Path("/tmp"):
            path.chmod(0o755)
    for name in ("data", "boxes"):
        os.chown(folder / name, owner.pw_uid, owner.pw_gid)
    values = {"folder": folder, "inbound": inbound, "gone": GONE, "people": PEOPLE, "lmtp_port": lmtp_port}
    values |= {"uid": owner.pw_uid, "gid": owner.pw_gid, "outside": outside, "inside": inside}
    (folder / "etc/main.cf").write_text(MAIN.format(**values))
    (folder / "etc/master.cf").write_text(MASTER.format(**values))
    command = ["postfix", "-c", str(folder / "etc")]
    subprocess.run([*command, "start"], check=True, capture_output=True)
    try:
        wait_for(lambda: _listens(outside), 20)
        yield outside, inside
    finally:
        subprocess.run([*command, "stop"], check=False, capture_output=True)


def mails_in(folder: Path) -> list[Path]:
    """Return the mails that people got, oldest first."""
    return sorted((folder / "boxes/all").glob("*/[0-9]*"), key=lambda file: file.stat().st_mtime)


def wait_for(asked, seconds: float):
    """Ask twice a second until the answer is not empty; raise after so many seconds."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if found := asked():
            return found
        time.sleep(0.5)
    raise TimeoutError(f"nothing came within {seconds:.0f} seconds")


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
